package dev.parley.platform.talk;

import dev.parley.conversation.RoomId;
import dev.parley.platform.Caller;

/**
 * Somebody who asks for something about a room.
 *
 * @param sees whether they can see the room, or host
 */
public record Asker(Caller caller, RoomId room, boolean sees) {}
