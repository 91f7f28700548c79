package dev.parley.engine.coaching;

import dev.parley.coaching.OwnTime;

/**
 * The person who asks.
 *
 * @param name what they are called
 * @param time their own clock; every time on their pages is told in its zone
 * @param lead whether they lead the programme
 */
public record Myself(String name, OwnTime time, boolean lead) {}
