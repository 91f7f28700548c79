package dev.parley.schedule;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which script each meeting of a series gets: a pinned date its own, every other meeting the next one of a list.
 *
 * @param scripts in the order in which they are used, counted from the timetable's first date
 * @param pinned scripts for dates of their own; such a meeting uses up nothing of the list
 */
public record Queue(List<String> scripts, Map<LocalDate, String> pinned) {

    public Queue {
        scripts = List.copyOf(scripts);
        pinned = Map.copyOf(pinned);
    }

    /** The script of a meeting; empty where the list has run out, or where the series does not meet on that date. */
    public Optional<String> script(Timetable timetable, LocalDate date) {
        if (!timetable.meets(date)) {
            return Optional.empty();
        }
        String own = pinned.get(date);
        if (own != null) {
            return Optional.of(own);
        }
        long before = timetable
                .weekly()
                .dateFrom(timetable.from())
                .datesUntil(date, Period.ofWeeks(1))
                .filter(earlier -> timetable.meets(earlier) && !pinned.containsKey(earlier))
                .limit(scripts.size())
                .count();
        return before < scripts.size() ? Optional.of(scripts.get((int) before)) : Optional.empty();
    }

    /** How many of these meetings, in their order, have a script before the first one that has none. */
    public int left(Timetable timetable, List<Occurrence> coming) {
        return (int) coming.stream()
                .takeWhile(meeting -> script(timetable, meeting.date()).isPresent())
                .count();
    }
}
