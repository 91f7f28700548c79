package dev.parley.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day or a time as a calendar writes it.
 *
 * @param local by the clock of those who meet; midnight of a day
 * @param isDay whether it is a day without a time
 * @param rules the zone of that clock
 */
record When(LocalDateTime local, boolean isDay, ZoneRules rules) {

    private static final Pattern FORM = Pattern.compile("(\\d{8})(?:T(\\d{2})(\\d{2})(\\d{2})(Z?))?");

    /**
     * Reads one value of a line, whose zone is the line's own.
     *
     * @param around the zone of a time that names none
     * @throws Unreadable where it is no day and no time, or its zone is not known
     */
    static When of(Line line, String value, Zones zones, ZoneRules around) {
        String zone = line.parameter("TZID");
        boolean universal = value.strip().endsWith("Z");
        return of(line, value, zone.isEmpty() || universal ? around : zones.rules(zone, line.number()));
    }

    /**
     * Reads one value of a line.
     *
     * @param around the zone of a time that is not of UTC
     * @throws Unreadable where it is no day and no time
     */
    static When of(Line line, String value, ZoneRules around) {
        Matcher form = FORM.matcher(value.strip());
        if (!form.matches()) {
            throw new Unreadable(line.number(), "its " + line.name() + " is no date or time: " + Text.line(value));
        }
        try {
            LocalDate date = LocalDate.parse(form.group(1), DateTimeFormatter.BASIC_ISO_DATE);
            if (form.group(2) == null) {
                return new When(date.atStartOfDay(), true, around);
            }
            int second = Math.min(59, Integer.parseInt(form.group(4))); // 60 is a leap second
            LocalTime time = LocalTime.of(Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)), second);
            return new When(date.atTime(time), false, form.group(5).isEmpty() ? around : ZoneOffset.UTC.getRules());
        } catch (DateTimeException none) {
            throw new Unreadable(
                    line.number(),
                    "its " + line.name() + " is not in the calendar or on the clock: " + Text.line(value));
        }
    }

    When at(LocalDateTime other) {
        return new When(other, isDay, rules);
    }

    LocalDate date() {
        return local.toLocalDate();
    }

    /** The day on which it is in another zone; a day stays what it is. */
    LocalDate dateIn(ZoneRules other) {
        Instant instant = instant();
        return isDay
                ? date()
                : LocalDateTime.ofInstant(instant, other.getOffset(instant)).toLocalDate();
    }

    /** Its day, where a time stands for a day: of midnight in UTC that of UTC, of any other time that of the zone. */
    LocalDate day(ZoneRules zone) {
        boolean midnight = local.toLocalTime().equals(LocalTime.MIDNIGHT);
        return midnight ? date() : dateIn(zone);
    }

    Instant instant() {
        return instant(local, rules);
    }

    /**
     * The instant of a local time. As RFC 5545 has it (3.3.5): what a change of clocks leaves out counts as if it had not come yet, and of what it
     * brings twice it is the first.
     */
    static Instant instant(LocalDateTime local, ZoneRules rules) {
        List<ZoneOffset> offsets = rules.getValidOffsets(local);
        ZoneOffsetTransition gap = offsets.isEmpty() ? rules.getTransition(local) : null;
        return local.toInstant(gap == null ? offsets.getFirst() : gap.getOffsetBefore());
    }
}
