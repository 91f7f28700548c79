package dev.parley.platform.talk;

import dev.parley.platform.Pauses;
import dev.parley.platform.Refused;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps trying until what somebody typed is kept. What is heard twice is kept once, since it is known by its id. */
final class Keeping {
    private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    private final Duration longest;
    private final Stopping stopping;
    private final Executor threads;

    /**
     * Keeps trying for a while.
     *
     * @param threads where it is tried: an attempt that hangs holds up nobody who wants to give up on it
     */
    Keeping(Duration longest, Stopping stopping, Executor threads) {
        this.longest = longest;
        this.stopping = stopping;
        this.threads = threads;
    }

    /**
     * Tries until it is done, or Parley stops; returns whether it is done. Throws {@link Refused} where it never will be.
     *
     * @param waiting called once, when it does not work at the first try
     */
    boolean done(Supplier<CompletionStage<Void>> attempt, Runnable waiting) {
        long end = System.nanoTime() + longest.toNanos();
        Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
        boolean told = false;
        while (true) {
            if (isDone(attempt, left(end))) {
                return true;
            }
            Duration pause = pauses.next();
            if (stopping.hasBegun() || left(end).compareTo(pause) <= 0) {
                return false;
            }
            if (!told) {
                waiting.run();
                told = true;
            }
            if (!stopping.pause(pause)) {
                return false;
            }
        }
    }

    private boolean isDone(Supplier<CompletionStage<Void>> attempt, Duration atMost) {
        try {
            CompletableFuture<Void> tried =
                    CompletableFuture.supplyAsync(attempt, threads).thenCompose(Function.identity());
            Patience.await(CompletableFuture.anyOf(tried, stopping.begun()), atMost);
            return tried.isDone();
        } catch (Refused refused) {
            throw refused;
        } catch (RuntimeException trouble) {
            LOG.warn("Something that was said could not be kept yet: {}", trouble.toString());
            return false;
        }
    }

    private static Duration left(long end) {
        return Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
    }
}
