package dev.parley.platform.discord.local;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Times as clients write them. */
final class Times {
    private Times() {}

    /** Throws DateTimeException where it is none. */
    static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    static boolean isTime(String text) {
        try {
            instant(text);
            return true;
        } catch (DateTimeException no) {
            return false;
        }
    }
}
