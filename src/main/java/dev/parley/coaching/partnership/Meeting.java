package dev.parley.coaching.partnership;

import dev.parley.coaching.Look;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A meeting as it stands.
 *
 * @param id unique in its partnership; stays when it is moved
 * @param prompt where the one question for all is kept, where it has one
 * @param by who set it, or whose calendar tells of it
 * @param changed when it was last set, moved or called off
 * @param questions what all are asked about it; empty before that is known
 */
public record Meeting(
        String id,
        Source source,
        Instant start,
        Instant end,
        Optional<MessageId> prompt,
        PersonId by,
        boolean cancelled,
        Instant changed,
        Optional<List<Question>> questions) {

    /** Whether it has such a question. */
    boolean asks(Look look) {
        return questions.stream().flatMap(List::stream).anyMatch(question -> question.look() == look);
    }

    /** Whether it is from then to then. */
    boolean is(Instant from, Instant to) {
        return start.equals(from) && end.equals(to);
    }

    Meeting at(Instant newStart, Instant newEnd, Instant now) {
        return new Meeting(id, source, newStart, newEnd, prompt, by, cancelled, now, questions);
    }

    Meeting calledOff(Instant now) {
        return new Meeting(id, source, start, end, prompt, by, true, now, questions);
    }

    Meeting asking(List<Question> chosen) {
        return new Meeting(id, source, start, end, prompt, by, cancelled, changed, Optional.of(chosen));
    }
}
