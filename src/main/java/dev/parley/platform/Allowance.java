package dev.parley.platform;

import java.time.Duration;

/**
 * What a platform allows.
 *
 * @param requests at most so many in any stretch of time as long as {@code window}, counted as they arrive there; at least 1
 * @param window how long a request counts
 * @param travel the longest that a request without an answer is believed to take from its leave until it arrives. Nobody can know that:
 *     greater is safer, and slower after a failure
 */
public record Allowance(int requests, Duration window, Duration travel) {

    /** Covers a platform that reads its clock in whole milliseconds, and clocks that do not run quite equally fast. */
    private static final Duration MARGIN = Duration.ofMillis(2);

    /** Throws {@link IllegalArgumentException} where nothing would be allowed or a time is not positive. */
    public Allowance {
        if (requests < 1 || !window.isPositive() || !travel.isPositive()) {
            throw new IllegalArgumentException(
                    requests + " requests in " + window + ", " + travel + " on their way, are no allowance");
        }
    }

    /** How long after its answer a request may still count. */
    public Duration rest() {
        return window.plus(MARGIN);
    }

    /** How long after its leave was given up a request without an answer may still count. */
    public Duration longRest() {
        return rest().plus(travel);
    }
}
