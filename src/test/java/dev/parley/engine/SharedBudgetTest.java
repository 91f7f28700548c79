package dev.parley.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.platform.Allowance;
import dev.parley.platform.Leave;
import dev.parley.store.Reading;
import dev.parley.store.Share;
import dev.parley.store.Store;
import dev.parley.store.StoreTrouble;
import dev.parley.store.Stores;
import dev.parley.store.Writing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Budgets that share on a real database; their stopwatch is moved by hand. */
class SharedBudgetTest {

    private static final Allowance FIFTY = new Allowance(50, Duration.ofSeconds(1), Duration.ofSeconds(2));
    private static final Duration LEASE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private final AtomicLong clock = new AtomicLong();
    private Breakable store;

    /** A store that can be out of reach. */
    private static final class Breakable implements Store {
        private final Store store;
        private volatile boolean broken;

        Breakable(Store store) {
            this.store = store;
        }

        @Override
        public <T> T write(Function<Writing, T> work) {
            if (broken) {
                throw new StoreTrouble("The database is out of reach");
            }
            return store.write(work);
        }

        @Override
        public <T> T read(Function<Reading, T> work) {
            return store.read(work);
        }

        @Override
        public void close() {
            store.close();
        }
    }

    dev.parley.store.Settings database() throws Exception {
        return dev.parley.store.Settings.inFolder(folder);
    }

    @BeforeEach
    void open() throws Exception {
        store = new Breakable(Stores.open(database()));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void twoShareAndTheOneThatIsLeftHasAll() {
        SharedBudget one = budget("one");
        SharedBudget two = budget("two");
        one.visit();
        assertThat(shares()).containsExactly(new Share("one", 50, 1));

        two.visit();
        one.visit();
        pass(FIFTY.rest());
        one.visit();
        two.visit();
        assertThat(shares()).containsExactly(new Share("one", 25, 3), new Share("two", 25, 2));

        // the other is silent
        for (int i = 0; i < 3; i++) {
            pass(LEASE.dividedBy(5));
            two.visit();
        }
        assertThat(shares()).extracting(Share::slots).containsExactly(25, 25);
        pass(LEASE.dividedBy(5));
        two.visit();
        assertThat(shares()).containsExactly(new Share("two", 50, 6));
    }

    @Test
    void aBudgetThatWasTakenForDeadBeginsAnew() {
        SharedBudget one = budget("one");
        SharedBudget two = budget("two");
        one.visit();
        two.visit();
        pass(LEASE);
        two.visit();
        assertThat(shares()).containsExactly(new Share("two", 50, 2));

        one.visit();
        assertThat(shares()).containsExactly(new Share("one", 0, 2), new Share("two", 50, 2));
    }

    @Test
    void leavesAreGivenOutAsLongAsTheDatabaseWasReachedLately() throws Exception {
        SharedBudget one = budget("one");
        one.visit();
        store.broken = true;
        pass(Duration.ofSeconds(3));
        one.visit();
        one.take().answered();

        pass(Duration.ofSeconds(3));
        one.visit();
        List<Leave> later = new ArrayList<>();
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                later.add(one.take());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> waiting.getState() == Thread.State.WAITING);
        assertThat(later).isEmpty();

        store.broken = false;
        one.visit();
        assertThat(waiting.join(Duration.ofSeconds(30))).isTrue();
        assertThat(later).hasSize(1);
    }

    @Test
    void whatIsSharedByOneNameIsNotSharedByAnother() {
        budget("one").visit();
        new SharedBudget(store, "another bot", "one", FIFTY, LEASE, clock::get).visit();

        assertThat(shares()).hasSize(1);
        assertThat(store.<List<Share>>write(writing -> writing.shares("another bot")))
                .extracting(Share::slots)
                .containsExactly(50);
    }

    @Test
    void onceStartedItLooksAfterItselfAndClosedItGivesItsPartUp() throws Exception {
        SharedBudget one = budget("one");
        one.start();
        try (Leave leave = one.take(1000)) {
            leave.answered();
        }
        assertThat(shares()).extracting(Share::slots).containsExactly(50);

        pass(FIFTY.rest());
        one.close();
        assertThat(shares()).isEmpty();
    }

    private SharedBudget budget(String instance) {
        return new SharedBudget(store, "bot", instance, FIFTY, LEASE, clock::get);
    }

    private List<Share> shares() {
        return store.write(writing -> writing.shares("bot"));
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }
}
