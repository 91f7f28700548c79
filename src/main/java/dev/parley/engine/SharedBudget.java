package dev.parley.engine;

import dev.parley.platform.Allowance;
import dev.parley.platform.Budget;
import dev.parley.platform.Leave;
import dev.parley.platform.SlidingBudget;
import dev.parley.store.Store;
import dev.parley.store.StoreTrouble;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A budget that several processes on one database share in equal parts; one alone has all of it. When a process dies, the others have
 * its part within the lease. When the database is out of reach, a process goes on with its own part for about half of the lease, and
 * then gives no leave until it has reached the database again.
 *
 * <p>For databases on a server. Where a process has the database to itself, {@link SlidingBudget#alone} does the same without writing
 * to it every few seconds.
 */
public final class SharedBudget implements Budget, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SharedBudget.class);

    private final Store store;
    private final String name;
    private final String instance;
    private final LongSupplier nanos;
    private final SlidingBudget own;
    private final Sharing sharing;
    private final long retry;
    private final Semaphore closing = new Semaphore(0);
    private final Thread thread;
    private boolean troubled;

    /**
     * A budget that gives no leave before it is started.
     *
     * @param name of the budget: one for each bot of a platform, never its token
     * @param instance the name of this process among those on the same database, another one after each start
     * @param lease within that time after a process has died its part is used by the others; more than five thirds of
     *     {@link Allowance#longRest}
     * @param nanos a clock that only goes forward, in nanoseconds of any origin, such as {@code System::nanoTime}
     */
    public SharedBudget(
            Store store, String name, String instance, Allowance allowance, Duration lease, LongSupplier nanos) {
        this.store = store;
        this.name = name;
        this.instance = instance;
        this.nanos = nanos;
        this.own = new SlidingBudget(allowance, nanos);
        this.sharing = new Sharing(instance, allowance, own, lease);
        this.retry = lease.dividedBy(10).toNanos();
        this.thread = Thread.ofVirtual().name("budget " + name).unstarted(this::work);
    }

    /** Begins to take part. */
    public void start() {
        thread.start();
    }

    @Override
    public Leave take(int urgency) throws InterruptedException {
        return own.take(urgency);
    }

    @Override
    public Optional<Leave> takeNow() {
        return own.takeNow();
    }

    private void work() {
        try {
            long pause = 0;
            while (!closing.tryAcquire(pause, TimeUnit.NANOSECONDS)) {
                pause = visit();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks after the share once, and says how long to wait before the next time, in nanoseconds. */
    long visit() {
        Sharing.Visit visit = sharing.begin(nanos.getAsLong());
        try {
            Sharing.Outcome outcome = store.write(writing -> {
                Sharing.Outcome decided = sharing.decide(visit, writing.shares(name));
                decided.dead().forEach(dead -> writing.unshare(name, dead));
                writing.share(name, decided.mine());
                return decided;
            });
            long now = nanos.getAsLong();
            sharing.end(visit, outcome, now);
            relieved();
            return sharing.pause(outcome, now);
        } catch (RuntimeException trouble) {
            complain(trouble);
            return retry;
        }
    }

    private void complain(RuntimeException trouble) {
        if (!troubled) {
            LOG.warn("The budget {} cannot be shared and will soon give no leave: {}", name, trouble.getMessage());
        }
        troubled = true;
    }

    private void relieved() {
        if (troubled) {
            LOG.info("The budget {} is shared again", name);
        }
        troubled = false;
    }

    /** Gives no leave any more, and gives the share to the others once what was sent counts no more. */
    @Override
    public void close() {
        closing.release();
        try {
            thread.join();
            own.allow(0, nanos.getAsLong());
            for (int wait = 0; wait < 100 && own.held() > 0; wait++) {
                Thread.sleep(50);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        if (own.held() == 0) {
            giveUp();
        }
    }

    private void giveUp() {
        try {
            store.change(writing -> writing.unshare(name, instance));
        } catch (StoreTrouble trouble) {
            LOG.warn("The share of the budget {} could not be given up: {}", name, trouble.getMessage());
        }
    }
}
