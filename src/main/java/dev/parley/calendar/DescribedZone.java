package dev.parley.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A zone that a calendar describes itself (VTIMEZONE): the changes of its clock, around the days that are asked about. */
final class DescribedZone {

    private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{2}):?(\\d{2}):?(\\d{2})?");

    /** Before and after those days; rules of Outlook begin in 1601 and never end. */
    private static final int YEARS = 2;

    private final LocalDate first;
    private final LocalDate last;
    private final Effort effort;
    private final TreeMap<Instant, ZoneOffset> changes = new TreeMap<>();
    private final TreeMap<Instant, ZoneOffset> before = new TreeMap<>();

    private DescribedZone(Window window, Effort effort) {
        this.first = LocalDate.of(window.first().getYear() - YEARS, 1, 1);
        this.last = LocalDate.of(window.after().getYear() + YEARS, 12, 31);
        this.effort = effort;
    }

    /**
     * The rules of a zone.
     *
     * @throws Unreadable where its description is broken
     */
    static ZoneRules rules(Component zone, Window window, Effort effort) {
        try {
            return new DescribedZone(window, effort).rules(zone);
        } catch (DateTimeException | ArithmeticException impossible) {
            throw new Unreadable(zone.line(), "the calendar describes its time zone in a way that cannot be");
        }
    }

    private ZoneRules rules(Component zone) {
        List<Component> clocks = Stream.concat(zone.inner("STANDARD").stream(), zone.inner("DAYLIGHT").stream())
                .toList();
        clocks.forEach(this::add);
        if (changes.isEmpty()) {
            throw new Unreadable(zone.line(), "the calendar names its time zone, but does not describe it");
        }
        ZoneOffset earliest = before.firstEntry().getValue();
        return ZoneRules.of(earliest, earliest, List.of(), transitions(earliest), List.of());
    }

    private List<ZoneOffsetTransition> transitions(ZoneOffset earliest) {
        List<ZoneOffsetTransition> transitions = new ArrayList<>();
        ZoneOffset now = earliest;
        for (Map.Entry<Instant, ZoneOffset> change : changes.entrySet()) {
            if (!change.getValue().equals(now)) {
                LocalDateTime local = LocalDateTime.ofInstant(change.getKey(), now);
                transitions.add(ZoneOffsetTransition.of(local, now, change.getValue()));
                now = change.getValue();
            }
        }
        return transitions;
    }

    private void add(Component clock) {
        ZoneOffset from = offset(needed(clock, "TZOFFSETFROM"));
        ZoneOffset to = offset(needed(clock, "TZOFFSETTO"));
        Line line = needed(clock, "DTSTART");
        When start = When.of(line, line.value(), from.getRules());
        List<LocalDateTime> times = new ArrayList<>(List.of(start.local()));
        for (Line rule : clock.lines("RRULE")) {
            times.addAll(repeated(Rule.of(rule), start));
        }
        for (Line more : clock.lines("RDATE")) {
            Stream.of(more.value().split(","))
                    .map(value -> When.of(more, value, from.getRules()).local())
                    .forEach(times::add);
        }
        for (LocalDateTime time : times) {
            Instant instant = time.toInstant(from);
            changes.put(instant, to);
            before.put(instant, from);
        }
    }

    private List<LocalDateTime> repeated(Rule rule, When start) {
        if (rule.every() != Rule.Every.YEARLY || rule.timesADay() > 1) {
            throw new Unreadable(rule.line(), "a time zone of this calendar changes its clock not once a year");
        }
        return new Recurrence(rule, start.local(), effort).between(first, last, rule.notPast(start));
    }

    private static Line needed(Component clock, String name) {
        return clock.first(name)
                .orElseThrow(() -> new Unreadable(clock.line(), "a time zone of this calendar has no " + name));
    }

    private static ZoneOffset offset(Line line) {
        Matcher form = OFFSET.matcher(line.value().strip());
        if (!form.matches()) {
            throw new Unreadable(line.number(), "a time zone of this calendar has a " + line.name() + " that is none");
        }
        int sign = form.group(1).equals("-") ? -1 : 1;
        int seconds = form.group(4) == null ? 0 : Integer.parseInt(form.group(4));
        return ZoneOffset.ofHoursMinutesSeconds(
                sign * Integer.parseInt(form.group(2)), sign * Integer.parseInt(form.group(3)), sign * seconds);
    }
}
