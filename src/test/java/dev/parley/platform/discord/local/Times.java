package dev.parley.platform.discord.local;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as clients write them, and as Discord does: in UTC, with microseconds. */
final class Times {
    private static final DateTimeFormatter TEXT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);

    private Times() {}

    static String text(Instant instant) {
        return TEXT.format(instant);
    }

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
