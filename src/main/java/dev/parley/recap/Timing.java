package dev.parley.recap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Sorts answers into buckets of time.
 *
 * @param start when the chat opened, if that is known
 * @param end when it closed, if that is known
 */
record Timing(Optional<Instant> start, Optional<Instant> end) {

    private static final int MOST_BUCKETS = 32;
    private static final List<Integer> STEPS = List.of(1, 2, 5, 10, 15, 30, 60, 120, 360, 720, 1440);

    /** The timeline of these parts; empty where no answer has a time. */
    Optional<Timeline> of(List<Part> parts) {
        List<Instant> during = parts.stream()
                .flatMap(part -> part.answers().stream())
                .filter(answer -> !answer.first().late())
                .flatMap(answer -> answer.first().at().stream())
                .sorted()
                .toList();
        if (during.isEmpty()) {
            return Optional.empty();
        }
        Instant first =
                start.filter(opened -> !opened.isAfter(during.getFirst())).orElse(during.getFirst());
        Instant last = end.filter(closed -> !closed.isBefore(during.getLast())).orElse(during.getLast());
        Duration step = step(Duration.between(first, last));
        Instant from =
                Instant.ofEpochSecond(Math.floorDiv(first.getEpochSecond(), step.toSeconds()) * step.toSeconds());
        int buckets = Math.max(
                1, (int) Duration.between(from, last).plus(step).minusNanos(1).dividedBy(step));
        return Optional.of(new Timeline(
                from,
                step,
                parts.stream().map(part -> row(part, from, step, buckets)).toList()));
    }

    private static Duration step(Duration whole) {
        for (int minutes : STEPS) {
            if (whole.compareTo(Duration.ofMinutes((long) minutes * (MOST_BUCKETS - 1))) <= 0) {
                return Duration.ofMinutes(minutes);
            }
        }
        return Duration.ofDays(1 + whole.toDays() / (MOST_BUCKETS - 1));
    }

    private static Timeline.Row row(Part part, Instant from, Duration step, int buckets) {
        List<Integer> during = new ArrayList<>(Collections.nCopies(buckets, 0));
        int later = 0;
        for (Answer answer : part.answers()) {
            if (answer.first().late()) {
                later++;
            } else if (answer.first().at().isPresent()) {
                Duration since = Duration.between(from, answer.first().at().get());
                int bucket = Math.min((int) since.dividedBy(step), buckets - 1);
                during.set(bucket, during.get(bucket) + 1);
            }
        }
        return new Timeline.Row(part.number(), during, later);
    }
}
