package dev.parley.calendar;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days that are asked about.
 *
 * @param first the first of them
 * @param days how many, 1 to {@link #MOST_DAYS}
 * @param zone whose days they are; also the zone of times for which a calendar names none
 */
public record Window(LocalDate first, int days, ZoneId zone) {

    /** How far one can look ahead, in days. */
    public static final int MOST_DAYS = 366;

    /**
     * The days.
     *
     * @throws IllegalArgumentException where there are too few or too many, or they are not in the years 1900 to 2200
     */
    public Window {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("The days must be 1 to " + MOST_DAYS + ", not " + days + ".");
        }
        if (first.getYear() < 1900 || first.getYear() > 2200) {
            throw new IllegalArgumentException("The first day must be in the years 1900 to 2200, not " + first + ".");
        }
    }

    /** The first day after them. */
    LocalDate after() {
        return first.plusDays(days);
    }

    /** Whether some of a meeting lies in these days. */
    boolean touches(Meeting meeting) {
        var from = first.atStartOfDay(zone).toInstant();
        var until = after().atStartOfDay(zone).toInstant();
        return meeting.start().isBefore(until)
                && (meeting.end().isAfter(from) || !meeting.start().isBefore(from));
    }
}
