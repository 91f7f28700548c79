package dev.parley.store;

import dev.parley.conversation.Effect;
import java.time.Instant;

/**
 * An effect for the outbox.
 *
 * @param lane its lane; it gets the last place there
 * @param due not before this time
 * @param until later than this it lapses
 */
public record Queued(String lane, Instant due, Instant until, Effect effect) {}
