package dev.parley.store;

import dev.parley.conversation.PersonId;

/** Somebody's words, to be kept. */
public record Spoken(PersonId person, String text) {}
