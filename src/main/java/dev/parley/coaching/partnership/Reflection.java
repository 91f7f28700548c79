package dev.parley.coaching.partnership;

import dev.parley.coaching.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How the asking of one person about one meeting stands. */
final class Reflection {

    /** By how much a platform's clock may be behind ours. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

    private final String meeting;
    private final Instant asked;
    private final List<Moment> put = new ArrayList<>();
    private final List<Moment> said = new ArrayList<>();
    private Optional<Instant> lastHeard = Optional.empty();
    private Optional<Instant> snoozed = Optional.empty();
    private boolean nudged;
    private Optional<Instant> over = Optional.empty();

    /** When something was put, or said. */
    private record Moment(Look look, Instant at) {}

    Reflection(String meeting, Instant asked) {
        this.meeting = meeting;
        this.asked = asked;
    }

    void put(Look look, Instant at) {
        put.add(new Moment(look, at));
        snoozed = Optional.empty();
    }

    /**
     * Something was said to a question.
     *
     * @param at when it was said
     * @param heard when we heard it
     */
    void say(Look look, Instant at, Instant heard) {
        said.add(new Moment(look, at));
        lastHeard = Optional.of(heard);
        snoozed = Optional.empty();
    }

    void snooze(Instant until) {
        snoozed = Optional.of(until);
    }

    void nudge() {
        nudged = true;
    }

    void end(Instant at) {
        over = Optional.of(at);
        snoozed = Optional.empty();
    }

    String meeting() {
        return meeting;
    }

    Instant asked() {
        return asked;
    }

    boolean isOver() {
        return over.isPresent();
    }

    boolean isNudged() {
        return nudged;
    }

    Optional<Instant> snoozed() {
        return snoozed;
    }

    Optional<Instant> lastHeard() {
        return lastHeard;
    }

    /** Whether what was said then may answer something here: after a question was put, and before this was over. */
    boolean listens(Instant at) {
        return !put.isEmpty()
                && !at.isBefore(put.getFirst().at().minus(CLOCKS_DIFFER))
                && over.map(at::isBefore).orElse(true);
    }

    /** When a question was put last before something was said; when the first was where that is of no use. */
    Instant lastPut(Instant at) {
        return put.stream()
                .map(Moment::at)
                .filter(moment -> !moment.isAfter(at))
                .reduce((_, later) -> later)
                .orElse(put.isEmpty() ? asked : put.getFirst().at());
    }

    /** When questions were put, in a reflection that goes on or did so then. */
    Stream<Instant> putWhileOpen(Instant since) {
        boolean open = over.map(since::isBefore).orElse(true);
        return open ? put.stream().map(Moment::at) : Stream.empty();
    }

    Instant lastPut() {
        return put.isEmpty() ? asked : put.getLast().at();
    }

    Optional<Look> lookPutLast() {
        return put.isEmpty() ? Optional.empty() : Optional.of(put.getLast().look());
    }

    boolean wasPut(Look look) {
        return put.stream().anyMatch(moment -> moment.look() == look);
    }

    /**
     * The question that somebody speaks to who names none: what was put last, or what they themselves spoke to last, within the listening
     * pause. What was said before anything was put speaks to the first.
     */
    Optional<Look> spokenTo(Instant at, Rhythm rhythm) {
        return Stream.concat(put.stream(), goesOn(at, rhythm))
                .filter(moment -> !moment.at().isAfter(at))
                .max(Comparator.comparing(Moment::at))
                .or(() -> put.stream().findFirst())
                .map(Moment::look);
    }

    private Stream<Moment> goesOn(Instant at, Rhythm rhythm) {
        return said.stream()
                .filter(moment ->
                        !moment.at().isAfter(at) && !at.isAfter(moment.at().plus(rhythm.listening())));
    }

    /**
     * How lately this was spoken about, for a choice among several reflections that a person is in the midst of: within the listening pause
     * it is just now; else when the last question was put. What was put off, or put only later, is nothing of late.
     */
    Instant lately(Instant at, Rhythm rhythm) {
        if (goesOn(at, rhythm).findAny().isPresent()) {
            return at;
        }
        return put.stream()
                .filter(moment -> snoozed.isEmpty() && !moment.at().isAfter(at))
                .map(Moment::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    /** What is put next; empty while one that was put is open, and when all were put. */
    Optional<Question> next(List<Question> questions, Set<Look> done) {
        if (lookPutLast().filter(look -> !done.contains(look)).isPresent()) {
            return Optional.empty();
        }
        return questions.stream()
                .filter(question -> !done.contains(question.look()) && !wasPut(question.look()))
                .findFirst();
    }
}
