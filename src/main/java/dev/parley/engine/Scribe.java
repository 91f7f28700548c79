package dev.parley.engine;

import dev.parley.conversation.Fact;
import dev.parley.platform.Refused;
import dev.parley.store.Store;
import dev.parley.store.StoreTrouble;
import dev.parley.store.Writing;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that decides, and the pen that writes after it. Everything that waits is taken together into one transaction, so that
 * many wait for one commit; nobody is answered before that commit is durable. While the pen writes, the next batch is decided on what
 * is in memory; where the pen loses, both are decided again. The network is never called here.
 */
final class Scribe implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Scribe.class);
    private static final int MOST_TOGETHER = 1_000;
    private static final int TRIES = 5;

    /** So many at once are people who may come back at once. */
    private static final int MANY = 8;

    /** So many at once are worth a commit of their own. */
    private static final int ENOUGH = 100;

    /** How long the next is waited for, and how long all of them, in nanoseconds. */
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(1);

    private static final long MOST_PATIENCE = TimeUnit.MILLISECONDS.toNanos(5);

    private final Store store;
    private final String community;
    private final InstantSource clock;
    private final Stories stories;
    private final Batch.Told told;
    private final BlockingQueue<Job<?>> waiting = new LinkedBlockingQueue<>();
    private final ExecutorService pen =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("pen").factory());
    private final Thread thread;
    private volatile boolean closing;

    /** What the pen is writing, or has written: nothing of it was decided again yet. Belongs to the scribe's thread. */
    private Optional<InHand> inHand = Optional.empty();

    /** How many jobs were taken together the last time. Belongs to the scribe's thread. */
    private int lastTogether;

    /** Whether nothing that is in memory is to be built on. Belongs to the scribe's thread. */
    private boolean forgetting;

    private record InHand(Batch batch, CompletableFuture<Void> written) {

        /** Waits until it is written; what was thrown where it was not. */
        Optional<Throwable> trouble() {
            try {
                written.join();
                return Optional.empty();
            } catch (CompletionException trouble) {
                return Optional.of(Optional.ofNullable(trouble.getCause()).orElse(trouble));
            }
        }
    }

    /**
     * A scribe that works from now on.
     *
     * @param told told after each commit
     */
    Scribe(Store store, String community, InstantSource clock, Stories stories, Batch.Told told) {
        this.store = store;
        this.community = community;
        this.clock = clock;
        this.stories = stories;
        this.told = told;
        this.thread = Thread.ofPlatform().name("scribe").start(this::work);
    }

    /**
     * Asks something of a story.
     *
     * @param step which, found out at the moment of deciding; empty when nothing is to be asked after all; throws {@link Refused}
     *     where it may not be asked
     * @param alongside done in the same transaction
     * @return what happened, once it is durable; completes with the refusal of the step
     */
    CompletableFuture<List<Fact>> decide(Function<Sight, Optional<Step>> step, Consumer<Writing> alongside) {
        return enqueue(new Job.Deciding(step, Optional.of(alongside), new CompletableFuture<>()));
    }

    /** Asks something of a story, found out at the moment of deciding. */
    CompletableFuture<List<Fact>> decide(Function<Sight, Optional<Step>> step) {
        return enqueue(new Job.Deciding(step, Optional.empty(), new CompletableFuture<>()));
    }

    /** Asks something of a story. */
    CompletableFuture<List<Fact>> decide(Step step) {
        return decide(_ -> Optional.of(step));
    }

    /** Looks, on the scribe's thread. The view must be quick and must not keep hold of a story. */
    <T> CompletableFuture<T> look(Function<Sight, T> view) {
        return enqueue(new Job.Looking<>(view, new CompletableFuture<>()));
    }

    private <T> CompletableFuture<T> enqueue(Job<T> job) {
        waiting.add(job);
        if (closing) {
            job.done().completeExceptionally(new IllegalStateException("Parley is stopping"));
        }
        return job.done();
    }

    private void work() {
        while (!closing || !waiting.isEmpty()) {
            try {
                together(gather());
            } catch (InterruptedException _) {
                closing = true;
            } catch (RuntimeException trouble) {
                LOG.error("What was decided could not be told: {}", trouble.getMessage(), trouble);
            }
        }
        settle();
        pen.close();
    }

    /**
     * Takes what waits. Whoever sends the next thing only when the last is kept comes back just after a commit: where many do, they are
     * waited for, since one commit for all of them costs hardly more than one for half of them.
     */
    private List<Job<?>> gather() throws InterruptedException {
        List<Job<?>> jobs = new ArrayList<>();
        jobs.add(waiting.take());
        waiting.drainTo(jobs, MOST_TOGETHER);
        if (lastTogether >= MANY && jobs.size() < ENOUGH) {
            settle();
            long until = System.nanoTime() + MOST_PATIENCE;
            Job<?> next = waiting.poll(PATIENCE, TimeUnit.NANOSECONDS);
            while (next != null && jobs.size() < ENOUGH && System.nanoTime() < until) {
                jobs.add(next);
                waiting.drainTo(jobs, MOST_TOGETHER);
                next = waiting.poll(PATIENCE, TimeUnit.NANOSECONDS);
            }
            Optional.ofNullable(next).ifPresent(jobs::add);
        }
        lastTogether = jobs.size();
        return jobs;
    }

    /** Decides jobs while what was decided before them is still being written. */
    private void together(List<Job<?>> jobs) {
        Batch batch = batch(jobs);
        Optional<Throwable> trouble = decide(batch);
        boolean onSand = inHand.flatMap(InHand::trouble).isPresent();
        if (onSand || trouble.isPresent()) {
            batch.forget();
        }
        settle();
        if (onSand) {
            alone(batch.unanswered(), 1);
        } else if (trouble.isPresent()) {
            again(batch.unanswered(), trouble.get(), 1);
        } else {
            hand(batch);
        }
        if (forgetting) {
            forgetting = false;
            settle();
        }
    }

    private Batch batch(List<Job<?>> jobs) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Batch(store, community, stories, told, now, jobs, inHand.map(InHand::batch), this::awaitPen);
    }

    private static Optional<Throwable> decide(Batch batch) {
        try {
            batch.decide();
            return Optional.empty();
        } catch (RuntimeException | Error trouble) {
            return Optional.of(trouble);
        }
    }

    private void awaitPen() {
        if (inHand.flatMap(InHand::trouble).isPresent()) {
            throw new Lost("What was decided before was not kept");
        }
    }

    /** Gives a batch to the pen; the one before it is settled. */
    private void hand(Batch batch) {
        if (batch.isNothing()) {
            batch.answer();
            return;
        }
        CompletableFuture<Void> written = CompletableFuture.runAsync(batch::write, pen);
        written.thenRun(() -> tell(batch));
        inHand = Optional.of(new InHand(batch, written));
        written.whenComplete((_, trouble) -> {
            if (trouble != null) {
                look(_ -> true); // so that it is not left lying until somebody speaks
            }
        });
    }

    private static void tell(Batch batch) {
        try {
            batch.answer();
        } catch (RuntimeException trouble) {
            LOG.error("What was decided could not be told: {}", trouble.getMessage(), trouble);
        }
    }

    /** Waits for the pen. What could not be written is decided again. */
    private void settle() {
        Optional<InHand> last = inHand;
        inHand = Optional.empty();
        last.flatMap(InHand::trouble).ifPresent(trouble -> {
            Batch batch = last.orElseThrow().batch();
            batch.forget();
            again(batch.unanswered(), trouble, 1);
        });
    }

    /** Decides jobs, and returns when that is written or has failed. */
    private void alone(List<Job<?>> jobs, int attempt) {
        Batch batch = batch(jobs);
        try {
            batch.decide();
            batch.write();
        } catch (RuntimeException | Error trouble) {
            batch.forget();
            again(batch.unanswered(), trouble, attempt);
            return;
        }
        tell(batch);
    }

    private void again(List<Job<?>> jobs, Throwable trouble, int attempt) {
        if (!(trouble instanceof Lost)) {
            fail(jobs, trouble);
        } else if (attempt < TRIES) {
            alone(jobs, attempt + 1);
        } else {
            fail(jobs, new IllegalStateException(trouble.getMessage()));
        }
    }

    private void fail(List<Job<?>> jobs, Throwable trouble) {
        if (!closing) {
            LOG.error("{} requests could not be kept: {}", jobs.size(), trouble.getMessage(), trouble);
        }
        if (jobs.size() > 1 && !(trouble instanceof StoreTrouble)) {
            // one of them may be at fault: the others must not suffer for it
            jobs.forEach(job -> alone(List.of(job), 1));
        } else {
            jobs.forEach(job -> job.done().completeExceptionally(trouble));
        }
    }

    /** Lets go of everything that is folded in memory, once it is the turn of this call. */
    CompletableFuture<Boolean> forgetFolded() {
        return look(_ -> {
            stories.forgetAll();
            forgetting = true;
            return true;
        });
    }

    /** Stops at once; what waits is not kept. */
    void kill() {
        closing = true;
        waiting.clear();
        look(_ -> true);
    }

    /** Finishes what waits, then stops. */
    @Override
    public void close() {
        closing = true;
        look(_ -> true);
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
