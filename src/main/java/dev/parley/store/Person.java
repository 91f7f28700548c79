package dev.parley.store;

import dev.parley.conversation.PersonId;

/**
 * Somebody known to a community.
 *
 * @param name what they are called
 * @param host whether they host the community
 */
public record Person(PersonId id, String name, boolean host) {}
