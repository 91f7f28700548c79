package dev.parley.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;

/**
 * A time of the week as people say it: Mondays at eight, in Chicago.
 *
 * @param day the local day
 * @param time the local time
 * @param zone whose clock it is
 */
public record Weekly(DayOfWeek day, LocalTime time, ZoneId zone) {

    /**
     * The instant of a local time. A time that a spring change leaves out becomes the first instant after the gap; a time that an
     * autumn change brings twice is the earlier one.
     */
    public static Instant settle(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        if (change == null) {
            return local.toInstant(zone.getRules().getOffset(local));
        }
        return change.isGap() ? change.getInstant() : local.toInstant(change.getOffsetBefore());
    }

    /** The instant at which this time comes on a local date, whatever day of the week that is. */
    public Instant on(LocalDate date) {
        return settle(date.atTime(time), zone);
    }

    /** The first date of this day of the week that is not before a date. */
    public LocalDate dateFrom(LocalDate earliest) {
        return earliest.with(TemporalAdjusters.nextOrSame(day));
    }
}
