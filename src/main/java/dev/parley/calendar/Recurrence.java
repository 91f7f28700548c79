package dev.parley.calendar;

import dev.parley.calendar.Rule.Every;
import dev.parley.calendar.Rule.Weekday;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Works a rule out, in local times: takes every day of one period (day, week, month, year) after the other, and keeps those that the
 * rule allows. What that costs is known before, whatever the rule.
 */
final class Recurrence {

    private final Rule rule;
    private final LocalDateTime start;
    private final WeekFields weeks;
    private final List<LocalTime> times;
    private final Effort effort;

    /**
     * A recurrence.
     *
     * @param start the first meeting, which is always one, also where the rule would not have it
     */
    Recurrence(Rule rule, LocalDateTime start, Effort effort) {
        this.rule = rule;
        this.start = start;
        this.effort = effort;
        this.weeks = WeekFields.of(rule.weekStart(), 4);
        this.times = times();
    }

    /**
     * When it is, in order.
     *
     * @param first the first day that matters
     * @param last the last day that matters
     * @param until whether a time is not past the rule's end
     * @throws Unreadable where it costs too much
     */
    List<LocalDateTime> between(LocalDate first, LocalDate last, Predicate<LocalDateTime> until) {
        List<LocalDateTime> found = new ArrayList<>();
        if (!start.toLocalDate().isBefore(first) && !start.toLocalDate().isAfter(last)) {
            found.add(start);
        }
        long left = rule.count().isPresent() ? rule.count().getAsInt() - 1L : Long.MAX_VALUE;
        for (long period = rule.count().isPresent() ? 0 : periodsBefore(first); left > 0; period++) {
            LocalDate begin = period(period);
            if (begin.isAfter(last)) {
                break;
            }
            for (LocalDateTime time : candidates(begin)) {
                if (!time.isAfter(start)) {
                    continue;
                }
                if (left-- <= 0 || !until.test(time)) {
                    return found;
                }
                if (!time.toLocalDate().isBefore(first) && !time.toLocalDate().isAfter(last)) {
                    found.add(time);
                }
            }
        }
        return found;
    }

    /** How many periods can be passed over, so that a day is not reached yet. */
    private long periodsBefore(LocalDate day) {
        long units = ChronoUnit.DAYS.between(start.toLocalDate(), day);
        long days = switch (rule.every()) {
            case DAILY -> 1;
            case WEEKLY -> 7;
            case MONTHLY -> 31;
            case YEARLY -> 366;
        };
        return Math.max(0, units / days / rule.interval() - 1);
    }

    /** The first day of a period. */
    private LocalDate period(long number) {
        LocalDate day = start.toLocalDate();
        long steps = number * rule.interval();
        return switch (rule.every()) {
            case DAILY -> day.plusDays(steps);
            case WEEKLY ->
                day.with(TemporalAdjusters.previousOrSame(rule.weekStart())).plusWeeks(steps);
            case MONTHLY -> day.withDayOfMonth(1).plusMonths(steps);
            case YEARLY -> yearsFirst(day, steps);
        };
    }

    /** Where weeks are numbered, a year begins with its first week. */
    private LocalDate yearsFirst(LocalDate day, long steps) {
        if (rule.weeks().isEmpty()) {
            return day.withDayOfYear(1).plusYears(steps);
        }
        int year = Math.toIntExact(day.get(weeks.weekBasedYear()) + steps);
        return LocalDate.of(year, 1, 4).with(TemporalAdjusters.previousOrSame(rule.weekStart()));
    }

    private int length(LocalDate begin) {
        return switch (rule.every()) {
            case DAILY -> 1;
            case WEEKLY -> 7;
            case MONTHLY -> begin.lengthOfMonth();
            case YEARLY -> rule.weeks().isEmpty() ? begin.lengthOfYear() : 7 * weeksOf(begin);
        };
    }

    private int weeksOf(LocalDate day) {
        return (int) day.range(weeks.weekOfWeekBasedYear()).getMaximum();
    }

    private List<LocalDateTime> candidates(LocalDate begin) {
        int length = length(begin);
        effort.look(length * times.size(), rule.line());
        List<LocalDateTime> all = new ArrayList<>();
        for (int day = 0; day < length; day++) {
            LocalDate date = begin.plusDays(day);
            if (allows(date)) {
                times.forEach(time -> all.add(date.atTime(time)));
            }
        }
        return rule.positions().isEmpty() ? all : atPositions(all);
    }

    private List<LocalDateTime> atPositions(List<LocalDateTime> all) {
        TreeSet<LocalDateTime> chosen = new TreeSet<>();
        for (int position : rule.positions()) {
            int index = position > 0 ? position - 1 : all.size() + position;
            if (index >= 0 && index < all.size()) {
                chosen.add(all.get(index));
            }
        }
        return List.copyOf(chosen);
    }

    private boolean allows(LocalDate day) {
        return allowsMonth(day)
                && (rule.weeks().isEmpty() || isOneOf(rule.weeks(), day.get(weeks.weekOfWeekBasedYear()), weeksOf(day)))
                && isOneOf(rule.yearDays(), day.getDayOfYear(), day.lengthOfYear())
                && allowsMonthDay(day)
                && allowsWeekday(day);
    }

    private boolean allowsMonth(LocalDate day) {
        if (rule.months().isEmpty() && rule.every() == Every.YEARLY && !rule.namesDays()) {
            return day.getMonth() == start.getMonth();
        }
        return rule.months().isEmpty() || rule.months().contains(day.getMonthValue());
    }

    private boolean allowsMonthDay(LocalDate day) {
        boolean asTheFirst = !rule.namesDays() && (rule.every() == Every.MONTHLY || rule.every() == Every.YEARLY);
        return asTheFirst
                ? day.getDayOfMonth() == start.getDayOfMonth()
                : isOneOf(rule.monthDays(), day.getDayOfMonth(), day.lengthOfMonth());
    }

    private boolean allowsWeekday(LocalDate day) {
        if (rule.weekdays().isEmpty()) {
            boolean asTheFirst = rule.every() == Every.WEEKLY
                    || !rule.weeks().isEmpty()
                            && rule.monthDays().isEmpty()
                            && rule.yearDays().isEmpty();
            return !asTheFirst || day.getDayOfWeek() == start.getDayOfWeek();
        }
        return rule.weekdays().contains(new Weekday(0, day.getDayOfWeek())) || isCounted(day);
    }

    private boolean isCounted(LocalDate day) {
        boolean inMonth = rule.every() == Every.MONTHLY || !rule.months().isEmpty();
        int before = (inMonth ? day.getDayOfMonth() : day.getDayOfYear()) - 1;
        int after = (inMonth ? day.lengthOfMonth() : day.lengthOfYear()) - 1 - before;
        return rule.weekdays().contains(new Weekday(before / 7 + 1, day.getDayOfWeek()))
                || rule.weekdays().contains(new Weekday(-(after / 7 + 1), day.getDayOfWeek()));
    }

    /** Whether a number, from 1 or as well from the end, is in a set; an empty one has them all. */
    private static boolean isOneOf(Set<Integer> set, int number, int of) {
        return set.isEmpty() || set.contains(number) || set.contains(number - of - 1);
    }

    private List<LocalTime> times() {
        TreeSet<LocalTime> all = new TreeSet<>();
        for (int hour : or(rule.hours(), start.getHour())) {
            for (int minute : or(rule.minutes(), start.getMinute())) {
                for (int second : or(rule.seconds(), start.getSecond())) {
                    all.add(LocalTime.of(hour, minute, second));
                }
            }
        }
        return List.copyOf(all);
    }

    private static Set<Integer> or(Set<Integer> numbers, int otherwise) {
        return numbers.isEmpty() ? Set.of(otherwise) : numbers;
    }
}
