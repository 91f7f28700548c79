package dev.parley.platform.discord;

import dev.parley.platform.Refused;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps trying until what somebody typed is kept. What is heard twice is kept once, since it is known by its id. */
final class Keeping {
    private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    private final Duration longest;
    private final BooleanSupplier stopping;

    /**
     * Keeps trying for a while.
     *
     * @param stopping whether Parley stops, and there is no time left
     */
    Keeping(Duration longest, BooleanSupplier stopping) {
        this.longest = longest;
        this.stopping = stopping;
    }

    /**
     * Tries until it is done, or Parley stops; returns whether it is done. Throws {@link Refused} where it never will be.
     *
     * @param waiting called once, when it does not work at the first try
     */
    boolean done(Supplier<CompletionStage<Void>> attempt, Runnable waiting) {
        long end = System.nanoTime() + longest.toNanos();
        Duration pause = FIRST_PAUSE;
        boolean told = false;
        while (true) {
            try {
                Patience.await(attempt.get(), left(end));
                return true;
            } catch (Refused refused) {
                throw refused;
            } catch (RuntimeException trouble) {
                LOG.warn("Something that was said could not be kept yet: {}", trouble.toString());
            }
            // Whoever is stopped still has to say that it is not kept: the interruption ends here.
            if (Thread.interrupted() || stopping.getAsBoolean() || left(end).compareTo(pause) <= 0) {
                return false;
            }
            if (!told) {
                waiting.run();
                told = true;
            }
            if (!slept(pause)) {
                return false;
            }
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        }
    }

    private static Duration left(long end) {
        return Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
    }

    private static boolean slept(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }
}
