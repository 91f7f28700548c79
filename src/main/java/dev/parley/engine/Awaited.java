package dev.parley.engine;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Somebody who may have said something in private that nobody heard, or taken it back.
 *
 * @param asked when they were asked something last, or said something
 * @param from since when it may be
 * @param known what is kept of what they said since then
 */
public record Awaited(PersonId person, Instant asked, Instant from, Set<MessageId> known) {

    public Awaited {
        known = Set.copyOf(known);
    }

    /** The same person, for whichever reason. */
    Awaited and(Awaited other) {
        Set<MessageId> all = new HashSet<>(known);
        all.addAll(other.known);
        return new Awaited(
                person,
                asked.isAfter(other.asked) ? asked : other.asked,
                from.isBefore(other.from) ? from : other.from,
                all);
    }
}
