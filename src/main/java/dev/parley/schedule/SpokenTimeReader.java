package dev.parley.schedule;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.Year;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one spoken time: takes out what it knows, piece by piece, and is content when only small words are left. */
final class SpokenTimeReader {

    private static final int LONGEST = 200;

    private static final String DAYS =
            "(mon|tue|wed|thu|fri|sat|sun)(?:day|s?day|sday|nesday|rsday|urday|s|rs|r|nes)?+";
    private static final String MONTHS = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}+\\.?";
    private static final String CLOCK = "(\\d{1,2})(?:[:.h](\\d{2}))?\\s?(a\\.?m\\.?|p\\.?m\\.?)?(?![\\p{L}\\d])";

    private static final Pattern PLACE = Pattern.compile("\\b([a-z]{2,20}+/[a-z_/-]{2,40}+)");
    private static final Pattern SHORT_ZONE = Pattern.compile(
            "\\b(utc|gmt|et|ct|mt|pt|est|edt|cst|cdt|mst|mdt|pst|pdt|cet|cest|bst|ist|eet|eest|aest|aedt|jst)\\b");
    private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})[t,]?");
    private static final Pattern DOTTED = Pattern.compile("\\b(\\d{1,2})\\.\\s?(\\d{1,2})\\.(?:\\s?(\\d{4}))?");
    private static final Pattern DAY_MONTH = Pattern.compile(
            "\\b(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s(?:of\\s)?" + MONTHS + "(?:,?\\s(\\d{4}))?(?![\\p{L}\\d])");
    private static final Pattern MONTH_DAY =
            Pattern.compile("\\b" + MONTHS + "\\s(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:,?\\s(\\d{4})(?![\\d:]))?");
    private static final Pattern AFTER_TOMORROW = Pattern.compile("\\b(?:the )?day after tomorrow\\b");
    private static final Pattern NEAR = Pattern.compile("\\b(today|tonight|tomorrow|tmrw|tmr)\\b");
    private static final Pattern WEEKDAY = Pattern.compile("\\b(next |this |coming )?+" + DAYS + "\\b");
    private static final Pattern FROM_NOW = Pattern.compile(
            "\\bin (\\d{1,3}|an?|one|two|three|half an) ?(minutes?|mins?|hours?|hrs?|h|days?|weeks?)\\b");
    private static final Pattern HOURS = Pattern.compile(
            "\\b(?:for )?(\\d{1,2}(?:[.,]\\d{1,2})?|an?|one|two|three|half an) ?(?:hours?|hrs?|h)(?: ?(?:and )?(\\d{1,2}) ?(?:minutes?|mins?|m)?)?(?![\\p{L}\\d])");
    private static final Pattern MINUTES =
            Pattern.compile("\\b(?:for )?(\\d{1,3}) ?(?:minutes?|mins?|min\\.|m)(?![\\p{L}\\d])");
    private static final Pattern RANGE =
            Pattern.compile("(?<![\\p{L}\\d:.])" + CLOCK + "\\s?(?:-|–|—|to|until|till|bis)\\s?" + CLOCK);
    private static final Pattern AT = Pattern.compile("(?<![\\p{L}\\d:.])(?:at )?" + CLOCK);
    private static final Pattern NOON = Pattern.compile("\\b(noon|midday|midnight)\\b");
    private static final Pattern SMALL = Pattern.compile(
            "\\b(?:at|on|for|from|the|a|let'?s|we|meet|meeting|please|um|uhr|o'?clock|sharp)\\b|[\\s,;.!()@]");

    private static final Map<String, String> REGIONS = Map.of(
            "utc", "UTC",
            "gmt", "UTC",
            "et", "America/New_York",
            "ct", "America/Chicago",
            "mt", "America/Denver",
            "pt", "America/Los_Angeles");

    private final Instant now;
    private ZoneId zone;
    private String rest;
    private boolean unclearZone;
    private @Nullable LocalDate day;
    private boolean weekday;
    private boolean noYear;
    private boolean evening;
    private @Nullable Duration length;
    private @Nullable Time from;
    private @Nullable Time to;
    private @Nullable Duration ahead;

    /** A time of day, of which it may not be known which half of the day is meant. */
    private record Time(LocalTime at, boolean twice) {

        Time afternoon() {
            return new Time(at.getHour() < 12 ? at.plusHours(12) : at, false);
        }
    }

    SpokenTimeReader(String typed, Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
        this.rest = typed.strip().toLowerCase(Locale.ROOT).replace('\u00a0', ' ');
    }

    SpokenTime read() {
        if (rest.length() > LONGEST) {
            return unclear(SpokenTime.Why.NOT_UNDERSTOOD);
        }
        try {
            zone();
            fromNow();
            day();
            times();
        } catch (DateTimeException impossible) {
            return unclear(SpokenTime.Why.NOT_UNDERSTOOD);
        }
        if (unclearZone) {
            return unclear(SpokenTime.Why.ZONE);
        }
        if (!SMALL.matcher(rest).replaceAll("").isEmpty() || (from == null && ahead == null)) {
            return unclear(SpokenTime.Why.NOT_UNDERSTOOD);
        }
        return ahead == null ? meant() : fromNow(ahead);
    }

    private static SpokenTime unclear(SpokenTime.Why why) {
        return new SpokenTime.Unclear(why);
    }

    /** The first match, which is taken out. */
    private Optional<Matcher> take(Pattern pattern) {
        Matcher found = pattern.matcher(rest);
        if (!found.find()) {
            return Optional.empty();
        }
        rest = rest.substring(0, found.start()) + " " + rest.substring(found.end());
        return Optional.of(found);
    }

    private void zone() {
        take(PLACE).ifPresent(found -> place(found.group(1)));
        take(SHORT_ZONE)
                .ifPresent(found -> Optional.ofNullable(REGIONS.get(found.group(1)))
                        .ifPresentOrElse(region -> zone = ZoneId.of(region), () -> unclearZone = true));
    }

    private void place(String name) {
        ZoneId.getAvailableZoneIds().stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .ifPresentOrElse(found -> zone = ZoneId.of(found), () -> unclearZone = true);
    }

    private void fromNow() {
        take(FROM_NOW).ifPresent(found -> {
            double number = number(found.group(1));
            String unit = found.group(2);
            if (unit.startsWith("d") || unit.startsWith("w")) {
                day = today().plusDays(Math.round(number) * (unit.startsWith("w") ? 7 : 1));
            } else {
                ahead = Duration.ofMinutes(Math.round(number * (unit.startsWith("h") ? 60 : 1)));
            }
        });
    }

    private static double number(String word) {
        return switch (word) {
            case "a", "an", "one" -> 1;
            case "two" -> 2;
            case "three" -> 3;
            case "half an" -> 0.5;
            default -> Double.parseDouble(word.replace(',', '.'));
        };
    }

    private LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }

    private void day() {
        take(ISO).ifPresent(found -> day = LocalDate.of(at(found, 1), at(found, 2), at(found, 3)));
        if (day == null) {
            take(DAY_MONTH).ifPresent(found -> date(found.group(3), month(found.group(2)), at(found, 1)));
        }
        if (day == null) {
            take(MONTH_DAY).ifPresent(found -> date(found.group(3), month(found.group(1)), at(found, 2)));
        }
        if (day == null) {
            take(DOTTED).ifPresent(found -> date(found.group(3), Month.of(at(found, 2)), at(found, 1)));
        }
        take(AFTER_TOMORROW).ifPresent(_ -> day = today().plusDays(2));
        take(NEAR).ifPresent(found -> near(found.group(1)));
        take(WEEKDAY).ifPresent(found -> weekday(found.group(1), found.group(2)));
    }

    private static int at(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static Month month(String name) {
        return Arrays.stream(Month.values())
                .filter(month -> month.name().toLowerCase(Locale.ROOT).startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private void date(@Nullable String year, Month month, int of) {
        noYear = year == null;
        day = LocalDate.of(noYear ? today().getYear() : Integer.parseInt(year), month, noYear ? leap(month, of) : of);
        if (noYear && day.isBefore(today())) {
            day = day.plusYears(1);
        }
    }

    /** The 29th of February of no year is one of a year that has it, or none at all. */
    private int leap(Month month, int of) {
        if (month == Month.FEBRUARY && of == 29 && !Year.isLeap(today().getYear())) {
            throw new DateTimeException("No 29th of February this year");
        }
        return of;
    }

    private void near(String word) {
        evening = word.equals("tonight");
        day = word.startsWith("tom") || word.startsWith("tm") ? today().plusDays(1) : today();
    }

    /** A weekday beside a date is only what it is called. */
    private void weekday(@Nullable String which, String name) {
        if (day != null) {
            return;
        }
        DayOfWeek wanted = Arrays.stream(DayOfWeek.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).startsWith(name))
                .findFirst()
                .orElseThrow();
        weekday = which == null || !which.startsWith("next");
        day = today().with(weekday ? TemporalAdjusters.nextOrSame(wanted) : TemporalAdjusters.next(wanted));
    }

    private void times() {
        take(HOURS)
                .ifPresent(found -> length = Duration.ofMinutes(
                        Math.round(number(found.group(1)) * 60) + (found.group(2) == null ? 0 : at(found, 2))));
        if (length == null) {
            take(MINUTES).ifPresent(found -> length = Duration.ofMinutes(at(found, 1)));
        }
        take(NOON)
                .ifPresent(found -> from =
                        new Time(found.group(1).equals("midnight") ? LocalTime.MIDNIGHT : LocalTime.NOON, false));
        if (from == null) {
            take(RANGE).ifPresent(found -> range(time(found, 1), time(found, 4), found.group(6)));
        }
        if (from == null) {
            take(AT).ifPresent(found -> from = time(found, 1));
        }
        if (evening && from != null && from.twice()) {
            from = from.afternoon();
        }
    }

    /** "3-4pm" is in one half of the day; "11-1pm" goes over noon. */
    private void range(Time first, Time last, @Nullable String half) {
        from = first;
        to = last;
        if (first.twice() && half != null) {
            Time same = half.startsWith("p") ? first.afternoon() : new Time(first.at(), false);
            from = same.at().isBefore(last.at()) ? same : new Time(first.at(), false);
        } else if (last.twice() && !first.twice()) {
            to = last.at().isAfter(first.at()) ? new Time(last.at(), false) : last.afternoon();
        }
    }

    private static Time time(Matcher found, int group) {
        int hour = at(found, group);
        String minutes = found.group(group + 1);
        String half = found.group(group + 2);
        LocalTime at = LocalTime.of(hour == 24 ? 0 : hour, minutes == null ? 0 : Integer.parseInt(minutes));
        if (half == null) {
            return new Time(at, minutes == null && hour >= 1 && hour <= 12);
        }
        if (hour < 1 || hour > 12) {
            throw new DateTimeException("There is no " + hour + half);
        }
        return new Time(at.withHour(hour % 12 + (half.startsWith("p") ? 12 : 0)), false);
    }

    private SpokenTime fromNow(Duration span) {
        if (span.isZero() || from != null || day != null) {
            return unclear(SpokenTime.Why.NOT_UNDERSTOOD);
        }
        Instant start = now.plus(span);
        return new SpokenTime.Meant(start, start.plus(length == null ? SpokenTime.USUAL : length), false);
    }

    private SpokenTime meant() {
        Time begins = from;
        if (begins == null || begins.twice() || (to != null && to.twice())) {
            return unclear(SpokenTime.Why.MORNING_OR_AFTERNOON);
        }
        Instant start = instant(date(begins.at()).atTime(begins.at()));
        if (start.isBefore(now)) {
            return unclear(SpokenTime.Why.OVER);
        }
        Instant end = end(start, begins);
        boolean tooLong = Duration.between(start, end).compareTo(Duration.ofHours(24)) > 0 || !end.isAfter(start);
        return tooLong
                ? unclear(SpokenTime.Why.NOT_UNDERSTOOD)
                : new SpokenTime.Meant(start, end, gap(date(begins.at()).atTime(begins.at())) != null);
    }

    /** The day; where none is named, the next on which that time is still to come. */
    private LocalDate date(LocalTime at) {
        LocalDate named = day == null ? today() : day;
        boolean over = instant(named.atTime(at)).isBefore(now);
        if (over && day == null) {
            return named.plusDays(1);
        }
        if (over && weekday) {
            return named.plusWeeks(1);
        }
        return over && noYear ? named.plusYears(1) : named;
    }

    private Instant end(Instant start, Time begins) {
        if (to == null) {
            return start.plus(length == null ? SpokenTime.USUAL : length);
        }
        LocalDate last = date(begins.at()).plusDays(to.at().isAfter(begins.at()) ? 0 : 1);
        return instant(last.atTime(to.at()));
    }

    /** In the gap of a spring change the first instant after it; in the overlap of autumn the earlier. */
    private Instant instant(LocalDateTime local) {
        ZoneOffsetTransition gap = gap(local);
        return gap == null ? local.atZone(zone).toInstant() : gap.getInstant();
    }

    private @Nullable ZoneOffsetTransition gap(LocalDateTime local) {
        List<?> offsets = zone.getRules().getValidOffsets(local);
        return offsets.isEmpty() ? zone.getRules().getTransition(local) : null;
    }
}
