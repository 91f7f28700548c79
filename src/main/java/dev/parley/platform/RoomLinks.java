package dev.parley.platform;

import dev.parley.conversation.RoomId;

/**
 * Names of rooms in what is said to people. They are links whose address is {@link #ROOM} with the room's id on its platform behind it; a
 * platform writes them as it writes the names of rooms.
 */
public final class RoomLinks {

    /** Begins the address of a room. */
    public static final String ROOM = "room:";

    private RoomLinks() {}

    /** A room, for the text of a saying on its own platform. */
    public static String of(RoomId room) {
        return "[" + room.id() + "](" + ROOM + room.id() + ")";
    }
}
