package dev.parley.conversation;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where a message was filed.
 *
 * @param kind what it is
 * @param questions the numbers of the questions that it belongs to, in order; empty unless it is a question or an answer
 * @param part the part its author gave it, as typed ("2", "a", "2/3"), where there is one
 * @param repeatOf the first message of its like, where this one only says it again
 * @param sure whether a label or the place says so; a guess is not sure and is shown as a guess
 */
public record Filing(
        Kind kind, SortedSet<Integer> questions, Optional<String> part, Optional<MessageId> repeatOf, boolean sure) {

    public Filing {
        questions = Collections.unmodifiableSortedSet(new TreeSet<>(questions));
    }

    /** A filing with neither question nor part: introductions, final thoughts, welcome, side talk. */
    public static Filing as(Kind kind, boolean sure) {
        return new Filing(kind, Collections.emptySortedSet(), Optional.empty(), Optional.empty(), sure);
    }

    /** An answer to one question, without a part. */
    public static Filing answer(int question, boolean sure) {
        return new Filing(Kind.ANSWER, new TreeSet<>(List.of(question)), Optional.empty(), Optional.empty(), sure);
    }

    /**
     * Reads where somebody wants a message to be filed: {@code Q3}, {@code A3}, {@code Q2, Q3}, {@code intro}, {@code final} or
     * {@code side}. Empty where the wish means nothing.
     */
    public static Optional<Filing> wished(String wish) {
        String plain = wish.strip().toLowerCase(Locale.ROOT);
        return switch (plain) {
            case "intro", "introduction" -> Optional.of(as(Kind.INTRODUCTION, true));
            case "final", "fa", "af" -> Optional.of(as(Kind.FINAL, true));
            case "side" -> Optional.of(as(Kind.SIDE, true));
            default ->
                numbers(plain)
                        .map(questions -> new Filing(Kind.ANSWER, questions, Optional.empty(), Optional.empty(), true));
        };
    }

    private static Optional<SortedSet<Integer>> numbers(String plain) {
        SortedSet<Integer> numbers = new TreeSet<>();
        for (String one : plain.split(",", 10)) {
            Optional<Integer> number = Question.number(one);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            numbers.add(number.get());
        }
        return Optional.of(numbers);
    }

    /** The wish that {@link #wished} reads as this; empty where there is none. */
    public Optional<String> wish() {
        return switch (kind) {
            case ANSWER -> questions.size() == 1 ? Optional.of("Q" + questions.first()) : Optional.empty();
            case INTRODUCTION -> Optional.of("intro");
            case FINAL -> Optional.of("final");
            case SIDE -> Optional.of("side");
            case WELCOME, QUESTION -> Optional.empty();
        };
    }

    /** The same filing, marked as a repeat of another message. */
    public Filing repeating(MessageId first) {
        return new Filing(kind, questions, part, Optional.of(first), sure);
    }
}
