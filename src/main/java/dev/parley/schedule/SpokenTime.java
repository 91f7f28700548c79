package dev.parley.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * A time as people type it for a meeting: {@code tomorrow 3pm, 45 minutes}, {@code 2026-12-01 09:00-09:45}, {@code Tue 15:30 for 1h}.
 * What can be read in two ways is asked about and never guessed.
 */
public sealed interface SpokenTime {

    /** How long a meeting is where nobody says. */
    Duration USUAL = Duration.ofMinutes(45);

    /**
     * What was meant.
     *
     * @param inGap whether the clocks go forward over it: then it begins at the first instant after that
     */
    record Meant(Instant start, Instant end, boolean inGap) implements SpokenTime {}

    /** What was meant cannot be told. */
    record Unclear(Why why) implements SpokenTime {}

    /** Why it cannot be told. */
    enum Why {
        /** No time of a day is in it, or something else that we do not know. */
        NOT_UNDERSTOOD,
        /** It is over. */
        OVER,
        /** "At four" is twice a day. */
        MORNING_OR_AFTERNOON,
        /** An abbreviation of a zone that means several, or half of the year only. */
        ZONE
    }

    /**
     * Reads what somebody typed.
     *
     * @param zone where they are, unless they name another
     */
    static SpokenTime read(String typed, Instant now, ZoneId zone) {
        return new SpokenTimeReader(typed, now, zone).read();
    }

    /** Writes a time so that {@link #read} reads it as the same, to the minute. */
    static String write(Instant start, Instant end, ZoneId zone) {
        DateTimeFormatter form = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
        LocalDateTime from = LocalDateTime.ofInstant(start, zone);
        return form.format(from) + ", " + Duration.between(start, end).toMinutes() + " minutes";
    }
}
