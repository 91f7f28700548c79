package dev.parley.conversation;

/**
 * How a room is at the moment.
 *
 * @param people how many are there, or -1 where the platform does not tell
 * @param typing whether somebody is typing, where the platform tells
 */
public record Attendance(int people, boolean typing) {}
