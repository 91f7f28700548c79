package dev.parley.platform.discord.wire;

import java.time.Instant;

/** Discord's ids, which are numbers that grow with time. */
public final class Snowflake {
    /** The first millisecond of 2015, from which they count. */
    private static final long EPOCH = 1_420_070_400_000L;

    private static final int TIME_AT = 22;
    private static final int MOST_DIGITS = 19;

    private Snowflake() {}

    /** Whether this is one; an answer that came by a dialog has another kind of id. */
    public static boolean isOne(String id) {
        return !id.isEmpty()
                && id.length() <= MOST_DIGITS
                && id.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    /** When it was made, to the millisecond. */
    public static Instant time(String id) {
        return Instant.ofEpochMilli((Long.parseLong(id) >> TIME_AT) + EPOCH);
    }

    /** The greatest before a time; "0" before there were any. */
    public static String before(Instant at) {
        return Long.toString(Math.max(0, (Math.max(0, at.toEpochMilli() - EPOCH) << TIME_AT) - 1));
    }
}
