package dev.parley.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a running chat moves on. Every phase gets its share of the time that is left when it begins, so a chat that started late or
 * stood still ends on time all the same; questions that could not get half of what their script meant for them are not put.
 */
final class Pacing {

    /** With fewer people than this a quiet room says nothing about whether they are done. */
    static final int ENOUGH_PEOPLE = 3;

    private static final Duration SHORTEST_WARNING = Duration.ofSeconds(15);

    private final Progress progress;
    private final Pace pace;

    Pacing(Progress progress) {
        this.progress = progress;
        this.pace = progress.plan().script().pace();
    }

    /** How much faster or slower than its script this chat is planned to be; 1 for as written. */
    private double tempo() {
        Duration script = progress.plan().script().questions().stream()
                .map(Question::planned)
                .reduce(introductions(), Duration::plus)
                .plus(pace.closing());
        Duration planned =
                Duration.between(progress.plan().start(), progress.plan().end());
        return (double) planned.toMillis() / Math.max(1, script.toMillis());
    }

    private Duration introductions() {
        return progress.plan().script().introductions().isBlank() ? Duration.ZERO : pace.introductions();
    }

    private Duration inTempo(Duration written) {
        return Duration.ofMillis((long) (written.toMillis() * tempo()));
    }

    /** A moment of listening shrinks with a fast chat but does not grow with a slow one. */
    private Duration listening(Duration written) {
        return Duration.ofMillis((long) (written.toMillis() * Math.min(1, tempo())));
    }

    /** When final thoughts are asked for, at the latest. */
    Instant closingAt() {
        return progress.plan().end().minus(inTempo(pace.closing()));
    }

    /** How long the welcome lasts, in a chat that opens now. */
    Duration welcome(Instant now) {
        Duration left = atLeastZero(Duration.between(now, closingAt()));
        Duration wanted = inTempo(introductions());
        Duration most = left.dividedBy(4);
        return wanted.compareTo(most) > 0 ? most : wanted;
    }

    /** How long a question that is put now may take, with those behind it that still fit. */
    Duration share(int question, Instant now) {
        Duration left = atLeastZero(Duration.between(now, closingAt()));
        List<Question> fitting = fitting(question, left);
        long all = millis(fitting);
        long own = fitting.getFirst().planned().toMillis();
        return all == 0 ? left : Duration.ofMillis((long) ((double) left.toMillis() * own / all));
    }

    /** The question and those behind it which can still get half of their planned time. */
    private List<Question> fitting(int question, Duration left) {
        List<Question> questions = new ArrayList<>();
        questions.add(progress.question(question).orElseThrow());
        questions.addAll(progress.ahead().tailMap(question, false).values());
        while (questions.size() > 1 && tempo() * millis(questions) / 2 > left.toMillis()) {
            questions.removeLast();
        }
        return questions;
    }

    private static long millis(List<Question> questions) {
        return questions.stream()
                .mapToLong(question -> question.planned().toMillis())
                .sum();
    }

    /** The question that comes next by itself; empty when final thoughts come next. */
    Optional<Integer> next(Instant now) {
        NavigableMap<Integer, Question> ahead = progress.ahead();
        if (ahead.isEmpty()) {
            return Optional.empty();
        }
        Duration half = Duration.ofMillis(
                (long) (ahead.firstEntry().getValue().planned().toMillis() * tempo() / 2));
        return now.plus(half).isAfter(closingAt()) ? Optional.empty() : Optional.of(ahead.firstKey());
    }

    /** When the phase is planned to end, as people are told it. */
    Instant plannedEnd(Stage.Running running) {
        return switch (running.phase()) {
            case Stage.Phase.Welcome() -> running.since().plus(running.planned());
            case Stage.Phase.Asking(int _) ->
                running.held() ? closingAt() : earlier(running.since().plus(running.planned()), closingAt());
            case Stage.Phase.Closing() -> progress.plan().end();
        };
    }

    /** How long before the end of a question people are warned; zero where a chat is so fast that it would only hurry them. */
    Duration warning() {
        Duration warning = listening(pace.warning());
        return warning.compareTo(SHORTEST_WARNING) < 0 ? Duration.ZERO : warning;
    }

    /** When people are to be warned that the question is nearly over; empty when they are not. */
    Optional<Instant> warnAt(Stage.Running running) {
        Duration warning = warning();
        boolean longEnough = running.planned().compareTo(warning.multipliedBy(3)) >= 0;
        boolean wanted = running.question().isPresent() && !running.warned() && !running.held();
        return wanted && longEnough && !warning.isZero()
                ? Optional.of(plannedEnd(running).minus(warning))
                : Optional.empty();
    }

    /**
     * When the phase is over at the latest. An open question may be held while answers arrive; the ones behind it keep at least half
     * of their time.
     */
    Instant latest(Stage.Running running) {
        if (running.question().isEmpty() || running.held()) {
            return plannedEnd(running);
        }
        Duration extra = running.planned().multipliedBy(pace.holdPercent()).dividedBy(100);
        Duration behind =
                Duration.ofMillis((long) (millis(List.copyOf(progress.ahead().values())) * tempo() / 2));
        Instant plannedEnd = plannedEnd(running);
        Instant held = plannedEnd.plus(extra);
        Instant fair = closingAt().minus(behind);
        return earlier(closingAt(), later(plannedEnd, earlier(held, fair)));
    }

    /** Whether a running phase is over. */
    boolean over(Stage.Running running, Instant now, Attendance room) {
        if (running.pausedAt().isPresent()) {
            return false;
        }
        Instant plannedEnd = plannedEnd(running);
        if (running.question().isEmpty() || running.held()) {
            return !now.isBefore(plannedEnd);
        }
        if (!now.isBefore(latest(running))) {
            return true;
        }
        if (!now.isBefore(plannedEnd)) {
            return !room.typing() && !now.isBefore(answersUntil(running));
        }
        return !now.isBefore(quietAt(running)) && room.people() >= ENOUGH_PEOPLE && !room.typing();
    }

    private Instant answersUntil(Stage.Running running) {
        return running.lastAnswer().equals(Instant.MIN)
                ? running.since()
                : running.lastAnswer().plus(listening(pace.answering()));
    }

    /** From when on a quiet room is done with the question; never before half of its planned time. */
    private Instant quietAt(Stage.Running running) {
        return later(
                running.since().plus(running.planned().dividedBy(2)),
                running.lastSaid().plus(listening(pace.quiet())));
    }

    /** The next time at which something of a running chat may be due: {@code now} where a welcome takes no time, else later. */
    Optional<Instant> nextLook(Stage.Running running, Instant now) {
        if (running.pausedAt().isPresent()) {
            // Even a chat that stands still ends.
            return Optional.of(progress.plan().end());
        }
        Instant plannedEnd = plannedEnd(running);
        if (running.question().isEmpty() && !now.isBefore(plannedEnd)) {
            return Optional.of(now);
        }
        Stream<Instant> always = Stream.of(plannedEnd, progress.plan().end());
        Stream<Instant> listening = running.question().isEmpty() || running.held()
                ? Stream.empty()
                : Stream.of(quietAt(running), answersUntil(running), latest(running), again(plannedEnd, now));
        return Stream.concat(Stream.concat(always, listening), warnAt(running).stream())
                .filter(instant -> instant.isAfter(now))
                .min(Comparator.naturalOrder());
    }

    /** Somebody typed when we looked: look again soon. */
    private Instant again(Instant plannedEnd, Instant now) {
        Duration soon = listening(Duration.ofSeconds(5));
        return now.isBefore(plannedEnd) ? plannedEnd : now.plus(soon);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Duration atLeastZero(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
