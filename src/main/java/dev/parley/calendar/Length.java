package dev.parley.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a meeting is: days by the calendar, which can have 23 or 25 hours, and then a time by the clock.
 *
 * @param days 0 or more
 * @param time 0 or more
 */
record Length(int days, Duration time) {

    static final Length NONE = new Length(0, Duration.ZERO);
    static final Length A_DAY = new Length(1, Duration.ZERO);

    /** Five digits each, so that nothing can overflow. */
    private static final Pattern FORM = Pattern.compile(
            "([+-]?)P(?:(\\d{1,5})W)?(?:(\\d{1,5})D)?(?:T(?:(\\d{1,5})H)?(?:(\\d{1,5})M)?(?:(\\d{1,6})S)?)?");

    /** No meeting is longer, in days; nor is any day looked at for one. */
    private static final int LONGEST = 366;

    /**
     * Reads a duration such as {@code PT1H30M} or {@code P2D}.
     *
     * @throws Unreadable where it is none, is negative or is longer than a year
     */
    static Length of(Line line, String value) {
        Matcher form = FORM.matcher(value.strip());
        if (!form.matches()
                || !Character.isLetterOrDigit(value.strip().charAt(value.strip().length() - 1))) {
            throw new Unreadable(line.number(), "its " + line.name() + " is no duration: " + Text.line(value));
        }
        Length length = new Length(
                7 * number(form, 2) + number(form, 3),
                Duration.ofHours(number(form, 4)).plusMinutes(number(form, 5)).plusSeconds(number(form, 6)));
        if (form.group(1).equals("-") && !length.equals(NONE)) {
            throw new Unreadable(line.number(), "it ends before it begins");
        }
        return length.checked(line);
    }

    /**
     * From a beginning to an end: of days in days, of times in seconds.
     *
     * @throws Unreadable where the end is before the beginning, or more than a year after it, or one is a day and the other a time
     */
    static Length between(When start, When end, Line line) {
        if (start.isDay() != end.isDay()) {
            throw new Unreadable(line.number(), "one of its beginning and its end is a day, and the other is a time");
        }
        if (end.instant().isBefore(start.instant())) {
            throw new Unreadable(line.number(), "it ends before it begins");
        }
        if (!start.isDay()) {
            return new Length(0, Duration.between(start.instant(), end.instant())).checked(line);
        }
        long days = ChronoUnit.DAYS.between(start.date(), end.date());
        return new Length((int) Math.max(1, days), Duration.ZERO).checked(line);
    }

    private Length checked(Line line) {
        if (wholeDays() > LONGEST) {
            throw new Unreadable(line.number(), "it is longer than a year");
        }
        return this;
    }

    private static int number(Matcher form, int group) {
        return form.group(group) == null ? 0 : Integer.parseInt(form.group(group));
    }

    /** In days, rounded up. */
    long wholeDays() {
        return days + time.plusDays(1).minusNanos(1).toDays();
    }

    /**
     * When a meeting is over that begins then; never before it, whatever a calendar's own zone does to its clock.
     *
     * @throws DateTimeException past the last year that there is
     */
    Instant from(When start) {
        Instant begin = start.instant();
        Instant end = When.instant(start.local().plusDays(days), start.rules()).plus(time);
        return end.isBefore(begin) ? begin : end;
    }
}
