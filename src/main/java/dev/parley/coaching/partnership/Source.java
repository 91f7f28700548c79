package dev.parley.coaching.partnership;

/**
 * Where a meeting comes from. Two meetings of a partnership never have the same calendar, uid and instance, unless people set them.
 *
 * @param kind what tells of it
 * @param calendar our own name for the calendar, never its address, which may be a secret; the platform's name for its events; empty where
 *     people set it
 * @param uid what the calendar or the platform calls it; empty where people set it
 * @param instance which one of a series; may be empty
 */
public record Source(Kind kind, String calendar, String uid, String instance) {

    /** Somebody set it. */
    public static final Source COMMAND = new Source(Kind.COMMAND, "", "", "");

    /** What tells of a meeting. */
    public enum Kind {
        COMMAND,
        FEED,
        PLATFORM
    }

    /** One of a calendar feed. */
    public static Source feed(String calendar, String uid, String instance) {
        return new Source(Kind.FEED, calendar, uid, instance);
    }

    /** A scheduled event of a platform. */
    public static Source platform(String platform, String id) {
        return new Source(Kind.PLATFORM, platform, id, "");
    }
}
