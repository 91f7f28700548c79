package dev.parley.store;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;

/**
 * The words of a message as it stands.
 *
 * @param revision from 1; greater than 1 when it was edited
 */
public record Kept(MessageId message, PersonId person, int revision, String words) {}
