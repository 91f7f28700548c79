package dev.parley.coaching.programme;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import java.time.Instant;

/**
 * Something that a person wanted the lead to know.
 *
 * @param id unique in the programme
 * @param met whether the lead has seen to it
 */
public record Need(String id, MessageId words, PersonId by, NeedKind kind, Instant at, boolean met) {}
