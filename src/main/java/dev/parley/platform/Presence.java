package dev.parley.platform;

/**
 * Who is in a room.
 *
 * @param people how many; -1 where the platform does not tell
 * @param typing whether somebody is typing
 */
public record Presence(int people, boolean typing) {}
