package dev.parley.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When a series meets: every week, with exceptions.
 *
 * @param weekly its usual time
 * @param from the local date before which it does not meet
 * @param skipped dates on which it does not meet
 * @param moved dates on which it meets at another local time instead, in the zone of the usual one
 */
public record Timetable(Weekly weekly, LocalDate from, Set<LocalDate> skipped, Map<LocalDate, LocalDateTime> moved) {

    public Timetable {
        skipped = Set.copyOf(skipped);
        moved = Map.copyOf(moved);
    }

    /** The meetings that begin in a span of time, in order. */
    public List<Occurrence> occurrences(Instant from, Instant until) {
        return near(from, until)
                .filter(meeting ->
                        !meeting.start().isBefore(from) && meeting.start().isBefore(until))
                .sorted(Comparator.comparing(Occurrence::start).thenComparing(Occurrence::date))
                .toList();
    }

    /** The first meeting that begins after an instant; empty where exceptions leave none within ten years. */
    public Optional<Occurrence> next(Instant after) {
        Instant first = after.plusNanos(1);
        return Stream.of(8, 520)
                .map(weeks -> occurrences(first, after.plus(7L * weeks, ChronoUnit.DAYS)))
                .filter(found -> !found.isEmpty())
                .map(List::getFirst)
                .findFirst();
    }

    /** The first meetings that begin after an instant, in order: so many, or fewer where there are no more within ten years. */
    public List<Occurrence> coming(Instant after, int count) {
        return Stream.iterate(
                        next(after),
                        Optional::isPresent,
                        meeting -> next(meeting.orElseThrow().start()))
                .limit(count)
                .map(Optional::orElseThrow)
                .toList();
    }

    /** Whether the series has a meeting of this date, at its usual time or moved. */
    public boolean meets(LocalDate date) {
        return !date.isBefore(from) && date.getDayOfWeek() == weekly.day() && !skipped.contains(date);
    }

    private Stream<Occurrence> near(Instant earliest, Instant latest) {
        LocalDate first = weekly.dateFrom(later(from, day(earliest).minusDays(1)));
        Stream<Occurrence> usual = first.datesUntil(later(first, day(latest).plusDays(2)), Period.ofWeeks(1))
                .filter(date -> !moved.containsKey(date))
                .map(date -> new Occurrence(date, weekly.on(date)));
        Stream<Occurrence> others = moved.entrySet().stream()
                .map(move -> new Occurrence(move.getKey(), Weekly.settle(move.getValue(), weekly.zone())));
        return Stream.concat(usual, others).filter(meeting -> meets(meeting.date()));
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(weekly.zone()).toLocalDate();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }
}
