package dev.parley.coaching.notebook;

import dev.parley.conversation.MessageId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Something that a person will try.
 *
 * @param id unique in the notebook
 * @param at when they said so
 * @param on the day on which they want to be asked
 * @param due when they are asked, or were
 * @param asked whether they were
 * @param told what they told of it, in parts
 * @param win whether what they told may be said in a chat's opening, or was
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
        Win win) {

    public Commitment {
        told = List.copyOf(told);
    }

    /** What becomes of what was told. */
    public enum Win {
        NONE,
        OFFERED,
        SAID
    }
}
