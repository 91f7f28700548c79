package dev.parley.conversation;

import java.time.Instant;

/**
 * A fact with its time.
 *
 * @param at when it was decided, by our clock
 * @param event what happened
 */
public record Happened(Instant at, Fact event) {}
