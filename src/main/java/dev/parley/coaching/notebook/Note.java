package dev.parley.coaching.notebook;

import dev.parley.coaching.Principle;
import dev.parley.coaching.Tag;
import dev.parley.conversation.MessageId;
import java.time.Instant;
import java.util.Set;

/**
 * Something that a person wrote down.
 *
 * @param at when they wrote it first
 */
public record Note(MessageId words, Instant at, Set<Tag> tags, Set<Principle> principles) {

    public Note {
        tags = Set.copyOf(tags);
        principles = Set.copyOf(principles);
    }
}
