package dev.parley.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A recurrence rule (RFC 5545, 3.3.10), read. What a rule does not limit is empty.
 *
 * @param line where it stands
 * @param interval every how many days, weeks, months or years
 * @param count how often at most, the first one included
 * @param until the last day or time, as written
 */
record Rule(
        int line,
        Every every,
        int interval,
        OptionalInt count,
        Optional<String> until,
        Set<Integer> months,
        Set<Integer> weeks,
        Set<Integer> yearDays,
        Set<Integer> monthDays,
        Set<Weekday> weekdays,
        Set<Integer> hours,
        Set<Integer> minutes,
        Set<Integer> seconds,
        Set<Integer> positions,
        DayOfWeek weekStart) {

    /** How meetings repeat. */
    enum Every {
        DAILY,
        WEEKLY,
        MONTHLY,
        YEARLY
    }

    /**
     * A weekday, or the nth one of a month or year.
     *
     * @param nth from the end where negative; 0 is every one
     */
    record Weekday(int nth, DayOfWeek day) {}

    private static final int LONGEST_INTERVAL = 10_000;
    private static final int MOST_TIMES_A_DAY = 24;
    private static final Set<String> TOO_OFTEN = Set.of("SECONDLY", "MINUTELY", "HOURLY");
    private static final Set<String> KNOWN = Set.of(
            "FREQ",
            "INTERVAL",
            "COUNT",
            "UNTIL",
            "BYMONTH",
            "BYWEEKNO",
            "BYYEARDAY",
            "BYMONTHDAY",
            "BYDAY",
            "BYHOUR",
            "BYMINUTE",
            "BYSECOND",
            "BYSETPOS",
            "WKST");

    /**
     * Reads a rule.
     *
     * @throws Unreadable where it is none, or one that no meeting has
     */
    static Rule of(Line line) {
        return new Parts(line).rule();
    }

    /**
     * Whether a time is not past the rule's last.
     *
     * @param first the first meeting
     * @throws Unreadable where the rule's last time is none
     */
    Predicate<LocalDateTime> notPast(When first) {
        if (until.isEmpty()) {
            return _ -> true;
        }
        When end = When.of(new Line(line, "UNTIL", Map.of(), until.get()), until.get(), first.rules());
        if (end.isDay() || first.isDay()) {
            LocalDate last = end.day(first.rules());
            return time -> !time.toLocalDate().isAfter(last);
        }
        return time -> !When.instant(time, first.rules()).isAfter(end.instant());
    }

    /** How many times a day it can be, at most. */
    int timesADay() {
        return Math.max(1, hours.size()) * Math.max(1, minutes.size()) * Math.max(1, seconds.size());
    }

    /** Whether a rule names days, so that they are not those of the first meeting. */
    boolean namesDays() {
        return !(weekdays.isEmpty() && monthDays.isEmpty() && yearDays.isEmpty() && weeks.isEmpty());
    }

    /** The parts of a rule by their names. */
    private static final class Parts {

        private final Line line;
        private final Map<String, String> parts = new HashMap<>();

        Parts(Line line) {
            this.line = line;
            for (String part : line.word().split(";")) {
                int equals = part.indexOf('=');
                if (equals < 0 && !part.isBlank()) {
                    throw no("its rule has a part that is none: " + Text.line(part));
                }
                if (equals >= 0) {
                    parts.put(
                            part.substring(0, equals).strip(),
                            part.substring(equals + 1).strip());
                }
            }
            parts.keySet().stream()
                    .filter(name -> !KNOWN.contains(name) && !name.startsWith("X-"))
                    .findFirst()
                    .ifPresent(name -> {
                        throw no("its rule has a part that is not understood: " + Text.line(name));
                    });
        }

        Rule rule() {
            Rule rule = new Rule(
                    line.number(),
                    every(),
                    number("INTERVAL", 1, LONGEST_INTERVAL).orElse(1),
                    number("COUNT", 1, Integer.MAX_VALUE),
                    Optional.ofNullable(parts.get("UNTIL")),
                    numbers("BYMONTH", 1, 12, false),
                    numbers("BYWEEKNO", 1, 53, true),
                    numbers("BYYEARDAY", 1, 366, true),
                    numbers("BYMONTHDAY", 1, 31, true),
                    weekdays(),
                    numbers("BYHOUR", 0, 23, false),
                    numbers("BYMINUTE", 0, 59, false),
                    numbers("BYSECOND", 0, 59, false),
                    numbers("BYSETPOS", 1, 366, true),
                    parts.containsKey("WKST") ? day(parts.get("WKST")) : DayOfWeek.MONDAY);
            check(rule);
            return rule;
        }

        private void check(Rule rule) {
            if (rule.timesADay() > MOST_TIMES_A_DAY) {
                throw no("its rule has more than " + MOST_TIMES_A_DAY + " meetings a day");
            }
            if (!rule.weeks().isEmpty() && rule.every() != Every.YEARLY) {
                throw no("its rule has weeks of the year (BYWEEKNO), but not every year");
            }
            boolean counted = rule.weekdays().stream().anyMatch(weekday -> weekday.nth() != 0);
            if (counted
                    && (rule.every().compareTo(Every.MONTHLY) < 0
                            || !rule.weeks().isEmpty())) {
                throw no("its rule counts weekdays (BYDAY) where there is no month or year to count in");
            }
        }

        private Every every() {
            String every = parts.getOrDefault("FREQ", "");
            if (TOO_OFTEN.contains(every)) {
                throw no("it repeats by the hour or more often (FREQ=" + every + "), which no meeting does");
            }
            return Arrays.stream(Every.values())
                    .filter(value -> value.name().equals(every))
                    .findFirst()
                    .orElseThrow(() -> no("its rule does not say how often (FREQ)"));
        }

        private OptionalInt number(String name, int least, int most) {
            return parts.containsKey(name)
                    ? OptionalInt.of(number(name, parts.get(name), least, most))
                    : OptionalInt.empty();
        }

        private Set<Integer> numbers(String name, int least, int most, boolean fromTheEnd) {
            if (!parts.containsKey(name)) {
                return Set.of();
            }
            Set<Integer> numbers = new HashSet<>();
            for (String text : parts.get(name).split(",")) {
                boolean negative = fromTheEnd && text.strip().startsWith("-");
                int number = number(name, negative ? text.strip().substring(1) : text, least, most);
                numbers.add(negative ? -number : number);
            }
            return numbers;
        }

        private int number(String name, String text, int least, int most) {
            try {
                int number = Integer.parseInt(text.strip());
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException none) {
                // said below
            }
            throw no("the " + name + " of its rule cannot be: " + Text.line(text));
        }

        private Set<Weekday> weekdays() {
            if (!parts.containsKey("BYDAY")) {
                return Set.of();
            }
            return Arrays.stream(parts.get("BYDAY").split(","))
                    .map(String::strip)
                    .map(this::weekday)
                    .collect(Collectors.toSet());
        }

        private Weekday weekday(String text) {
            int split = Math.max(0, text.length() - 2);
            String nth = text.substring(0, split);
            if (nth.isEmpty()) {
                return new Weekday(0, day(text));
            }
            boolean negative = nth.startsWith("-");
            int number = number("BYDAY", nth.startsWith("-") || nth.startsWith("+") ? nth.substring(1) : nth, 1, 53);
            return new Weekday(negative ? -number : number, day(text.substring(split)));
        }

        private DayOfWeek day(String text) {
            return Arrays.stream(DayOfWeek.values())
                    .filter(day -> text.length() == 2 && day.name().startsWith(text.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> no("its rule has a weekday that is none: " + Text.line(text)));
        }

        private Unreadable no(String why) {
            return new Unreadable(line.number(), why);
        }
    }
}
