package dev.parley.calendar;

import dev.parley.calendar.Event.Extra;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** All events of one name: what they repeat, and which of their meetings were changed. */
final class Series {

    private final List<Event> events = new ArrayList<>();
    private final List<Event> changes = new ArrayList<>();
    private final List<Unknown> unknown = new ArrayList<>();

    /**
     * A meeting of the series that was changed in a way that is not understood: it is neither as the series has it nor known.
     *
     * @param andAfter whether all later ones were changed as well
     */
    private record Unknown(When at, boolean andAfter) {}

    /** A meeting as the series has it, before changes. */
    private record Planned(String instance, When start, Length length) {}

    void add(Event event) {
        (event.replaces().isEmpty() ? events : changes).add(event);
    }

    void addUnknown(When at, boolean andAfter) {
        unknown.add(new Unknown(at, andAfter));
    }

    /**
     * The meetings of some days.
     *
     * @param troubled is told of each event whose rule could not be worked out
     */
    List<Meeting> meetings(Window window, Effort effort, Consumer<Unsolved> troubled) {
        List<Meeting> meetings = new ArrayList<>();
        Collection<Event> changed = newestChanges();
        Map<Event, String> instances = new HashMap<>();
        for (Event event : newest()) {
            effort.begin();
            try {
                meetings.addAll(meetings(event, changed, instances, window, effort));
            } catch (Unreadable why) {
                troubled.accept(new Unsolved(event, why));
            } catch (DateTimeException | ArithmeticException impossible) {
                troubled.accept(new Unsolved(event, new Unreadable(event.line(), "its dates cannot be worked out")));
            }
        }
        for (Event change : changed) {
            When at = change.replaces().orElseThrow();
            Meeting meeting = change.meeting(
                    instances.getOrDefault(change, String.valueOf(at.date())), change.start(), change.length());
            meetings.add(meeting);
        }
        return meetings.stream().filter(window::touches).toList();
    }

    /** An event whose rule could not be worked out. */
    record Unsolved(Event event, Unreadable why) {}

    private List<Meeting> meetings(
            Event event, Collection<Event> changed, Map<Event, String> instances, Window window, Effort effort) {
        if (!event.repeats()) {
            return List.of(event.meeting(Meeting.ONLY, event.start(), event.length()));
        }
        effort.look(changed.size() + unknown.size(), event.line());
        Spots<Event> spots = new Spots<>(event.start());
        changed.forEach(change -> spots.put(change.replaces().orElseThrow(), change));
        changed.forEach(change -> instances.putIfAbsent(
                change,
                change.replaces().orElseThrow().dateIn(event.start().rules()).toString()));
        Spots<Boolean> except = except(event);
        Instant end = unknown.stream()
                .filter(Unknown::andAfter)
                .map(spot -> spot.at().instant())
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        List<Meeting> meetings = new ArrayList<>();
        for (Planned planned : planned(event, window, effort)) {
            Event change = spots.at(planned.start());
            if (change != null) {
                instances.put(change, planned.instance());
            } else if (except.at(planned.start()) == null
                    && planned.start().instant().isBefore(end)) {
                meetings.add(event.meeting(planned.instance(), planned.start(), planned.length()));
            }
        }
        return meetings;
    }

    private Spots<Boolean> except(Event event) {
        Spots<Boolean> except = new Spots<>(event.start());
        event.except().forEach(at -> except.put(at, true));
        unknown.forEach(spot -> except.put(spot.at(), true));
        return except;
    }

    /** All of a series in and around the days that are asked about, in their order, each named by its day. */
    private static List<Planned> planned(Event event, Window window, Effort effort) {
        long longest = event.extra().stream()
                .mapToLong(extra -> extra.length().wholeDays())
                .max()
                .orElse(0);
        LocalDate first =
                window.first().minusDays(2 + Math.max(longest, event.length().wholeDays()));
        LocalDate last = window.after().plusDays(2);
        TreeMap<Instant, Extra> all = new TreeMap<>();
        for (Rule rule : event.rules()) {
            List<LocalDateTime> times = new Recurrence(rule, event.start().local(), effort)
                    .between(first, last, rule.notPast(event.start()));
            effort.found(times.size(), rule.line());
            times.stream()
                    .map(event.start()::at)
                    .forEach(start -> all.put(start.instant(), new Extra(start, event.length())));
        }
        if (isIn(event.start(), first, last)) {
            all.put(event.start().instant(), new Extra(event.start(), event.length()));
        }
        List<Extra> extra = event.extra().stream()
                .filter(more -> isIn(more.start(), first, last))
                .toList();
        effort.found(extra.size(), event.line());
        extra.forEach(more -> all.put(more.start().instant(), more));
        return named(all.values(), event.start());
    }

    private static boolean isIn(When start, LocalDate first, LocalDate last) {
        return !start.date().isBefore(first) && !start.date().isAfter(last);
    }

    /** The second one of a day is "2026-03-10#2". */
    private static List<Planned> named(Collection<Extra> all, When first) {
        Map<LocalDate, Integer> perDay = new HashMap<>();
        return all.stream()
                .map(one -> {
                    LocalDate day = one.start().dateIn(first.rules());
                    int nth = perDay.merge(day, 1, Integer::sum);
                    return new Planned(nth == 1 ? day.toString() : day + "#" + nth, one.start(), one.length());
                })
                .toList();
    }

    /**
     * The events in their newest form. Some programs give one name to events that have nothing to do with each other: those that begin at different
     * times and were changed equally often are all kept, and their days added to their names.
     */
    private Collection<Event> newest() {
        int newest = events.stream().mapToInt(Event::sequence).max().orElse(0);
        Map<LocalDateTime, Event> byStart = new LinkedHashMap<>();
        events.stream()
                .filter(event -> event.sequence() == newest)
                .forEach(event -> byStart.put(event.start().local(), event));
        return byStart.size() < 2
                ? byStart.values()
                : byStart.values().stream()
                        .map(event ->
                                event.named(event.uid() + "/" + event.start().local()))
                        .toList();
    }

    /** Of several changes of one meeting the newest; called off with the whole series, unless they are newer than that. */
    private Collection<Event> newestChanges() {
        Map<Instant, Event> newest = new LinkedHashMap<>();
        changes.stream()
                .sorted(Comparator.comparingInt(Event::sequence))
                .forEach(change -> newest.put(change.replaces().orElseThrow().instant(), change));
        Optional<Event> off = newest().stream().filter(Event::cancelled).findFirst();
        return newest.values().stream()
                .map(change -> off.filter(event -> event.sequence() >= change.sequence())
                                .isPresent()
                        ? change.calledOff()
                        : change)
                .toList();
    }
}
