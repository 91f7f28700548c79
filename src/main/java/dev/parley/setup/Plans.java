package dev.parley.setup;

import static java.util.Objects.requireNonNull;

import dev.parley.conversation.Plan;
import dev.parley.conversation.Script;
import dev.parley.schedule.Occurrence;
import dev.parley.schedule.Timetable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Turns a series into plans.
 *
 * @param series what is held
 * @param scripts all scripts, by name
 */
public record Plans(Series series, Map<String, Script> scripts) {

    public Plans {
        scripts = Map.copyOf(scripts);
    }

    /**
     * A meeting and its plan.
     *
     * @param name the conversation's name: {@code "principles/2026-11-23"}, by the date before any move
     */
    public record Named(String name, Occurrence occurrence, Plan plan) {}

    /** The plans of the meetings that begin in a span of time, in order; meetings without a script have none. */
    public List<Named> between(Instant from, Instant until) {
        return series.timetable().stream()
                .flatMap(timetable ->
                        timetable.occurrences(from, until).stream().flatMap(meeting -> planned(timetable, meeting)))
                .toList();
    }

    /**
     * The plan of a chat that begins now, with the first script of the queue, for a series without a weekly time. Throws
     * {@link IllegalStateException} where the series has no script, which {@code check} has ruled out.
     */
    public Plan now(Instant start) {
        String script = series.queue().scripts().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No script for " + series.id()));
        return plan(requireNonNull(scripts.get(script)), start, Optional.empty());
    }

    /** The meetings that begin in a span of time and have no script yet, in order. */
    public List<Occurrence> withoutScript(Instant from, Instant until) {
        return series.timetable().stream()
                .flatMap(timetable -> timetable.occurrences(from, until).stream()
                        .filter(meeting ->
                                series.queue().script(timetable, meeting.date()).isEmpty()))
                .toList();
    }

    /** How many of the coming meetings in a row have a script, where that is fewer than the hosts should be told about. */
    public OptionalInt low(Instant now) {
        return series.timetable().stream()
                .mapToInt(timetable -> series.queue().left(timetable, timetable.coming(now, series.warnWeeks())))
                .filter(left -> left < series.warnWeeks())
                .findFirst();
    }

    /** What to call the chat of a meeting. */
    public String name(Occurrence meeting) {
        return series.id() + "/" + meeting.date();
    }

    private Stream<Named> planned(Timetable timetable, Occurrence meeting) {
        return series.queue().script(timetable, meeting.date()).map(scripts::get).stream()
                .map(script -> new Named(
                        name(meeting),
                        meeting,
                        plan(
                                script,
                                meeting.start(),
                                timetable.next(meeting.start()).map(Occurrence::start))));
    }

    private Plan plan(Script script, Instant start, Optional<Instant> next) {
        return new Plan(
                series.title(),
                series.hashtag(),
                script,
                start,
                start.plus(series.length()),
                series.grace(),
                series.slow(),
                series.announcements(),
                series.rooms().stream().flatMap(room -> room.places().stream()).toList(),
                Set.of(),
                next);
    }
}
