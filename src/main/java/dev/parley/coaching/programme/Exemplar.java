package dev.parley.coaching.programme;

import dev.parley.coaching.Tag;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something on the shelf: a resource or an exemplar.
 *
 * @param id unique in the programme
 * @param words what it is, with its link
 * @param domain what it belongs to
 */
public record Exemplar(String id, MessageId words, PersonId by, Optional<Tag> domain, Instant at) {}
