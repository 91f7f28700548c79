package dev.parley.platform;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Turns at what can wait: so few that nothing else ever waits for it. */
public final class Unhurried {
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final SlidingBudget turns;

    /**
     * Turns that are all to be had at first.
     *
     * @param most so many in any stretch of time as long as {@code window}
     * @param nanos a clock that only goes forward
     */
    public Unhurried(int most, Duration window, LongSupplier nanos) {
        turns = new SlidingBudget(new Allowance(most, window, Duration.ofMillis(1)), nanos);
        turns.allow(most, nanos.getAsLong() + FOR_EVER.toNanos());
    }

    /** Waits for a turn. Throws {@link Unreachable} where the thread is interrupted meanwhile. */
    public void await() {
        try (Leave leave = turns.take()) {
            leave.answered();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unreachable("stopped", Duration.ZERO);
        }
    }
}
