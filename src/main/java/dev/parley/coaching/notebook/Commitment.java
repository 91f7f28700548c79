package dev.parley.coaching.notebook;

import dev.parley.conversation.MessageId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Something that a person will try.
 *
 * @param id unique in the notebook
 * @param at when they said so
 * @param on the day on which they want to be asked
 * @param due when they are asked, or were
 * @param asked whether they were
 * @param told what they told of it, in parts
 * @param lastTold when they told something of it last
 */
public record Commitment(
        String id,
        MessageId words,
        Origin origin,
        Instant at,
        LocalDate on,
        Instant due,
        boolean asked,
        List<MessageId> told,
        Optional<Instant> lastTold) {

    public Commitment {
        told = List.copyOf(told);
    }
}
