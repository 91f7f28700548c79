package dev.parley.recap;

import dev.parley.conversation.Filing;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A message as it stands now, with where it was filed.
 *
 * @param author who said it; empty for a transcript without authors
 * @param name what the author is called; not read where there is no author
 * @param text the whole message, as people see it
 * @param at when it was said, if that is known
 * @param late whether it was said in the slow time, after the chat had closed
 * @param reactions how often each symbol was given; our own receipts are not among them
 * @param link an address of the message in its room, where there is one
 */
public record Entry(
        MessageId message,
        Optional<PersonId> author,
        String name,
        String text,
        Optional<Instant> at,
        Filing filing,
        boolean late,
        Map<String, Integer> reactions,
        Optional<String> link) {

    public Entry {
        reactions = Map.copyOf(reactions);
    }

    /** The same message with another text. */
    Entry saying(String other) {
        return new Entry(message, author, name, other, at, filing, late, reactions, link);
    }
}
