package dev.parley.conversation;

import java.util.Collections;
import java.util.List;
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

    /** The same filing, marked as a repeat of another message. */
    public Filing repeating(MessageId first) {
        return new Filing(kind, questions, part, Optional.of(first), sure);
    }
}
