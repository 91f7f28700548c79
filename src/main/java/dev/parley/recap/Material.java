package dev.parley.recap;

import dev.parley.conversation.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that a recap is made of.
 *
 * @param title what people call this chat
 * @param hashtag with its #; empty where there is none
 * @param start when it opened, if that is known
 * @param end when it closed, if that is known
 * @param asked the questions that were put, in order
 * @param entries what people said, in the order in which they said it
 * @param updated when something changed after the recap was first made; empty for the first
 * @param newcomers who was there for the first time
 * @param naming whose names are shown
 */
public record Material(
        String title,
        String hashtag,
        Optional<Instant> start,
        Optional<Instant> end,
        List<Asked> asked,
        List<Entry> entries,
        Optional<Instant> updated,
        Set<PersonId> newcomers,
        Naming naming) {

    public Material {
        asked = List.copyOf(asked);
        entries = List.copyOf(entries);
        newcomers = Set.copyOf(newcomers);
    }
}
