package dev.parley.store;

import dev.parley.conversation.Happened;

/**
 * An event in its stream.
 *
 * @param sequence its place, from 1 without a gap
 */
public record Stored(long sequence, Happened happened) {}
