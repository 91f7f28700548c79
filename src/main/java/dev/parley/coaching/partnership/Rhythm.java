package dev.parley.coaching.partnership;

import java.time.Duration;

/**
 * How patient the asking is.
 *
 * @param delay from a meeting's end until people are asked about it
 * @param listening after an answer until the next question is put; what is said until then belongs to the answer
 * @param nudge after the last question until the one nudge, where nothing at all was said
 * @param patience after the asking until it is let go; answers are welcome later, too
 */
public record Rhythm(Duration delay, Duration listening, Duration nudge, Duration patience) {

    /** How it is unless a community says otherwise. */
    public static final Rhythm USUAL =
            new Rhythm(Duration.ofMinutes(10), Duration.ofSeconds(20), Duration.ofDays(2), Duration.ofDays(7));

    /** Throws {@link IllegalArgumentException} where a time is negative, or where there would be a question or a nudge after what is asked about was let go. */
    public Rhythm {
        boolean negative = delay.isNegative() || listening.isNegative() || !nudge.isPositive();
        if (negative || nudge.compareTo(patience) >= 0 || delay.compareTo(patience) >= 0) {
            throw new IllegalArgumentException(
                    "Times are positive, and questions and nudges come before patience ends.");
        }
    }
}
