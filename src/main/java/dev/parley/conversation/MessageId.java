package dev.parley.conversation;

/**
 * A message is known by its room and the platform's own id there, never by the id of a delivery.
 *
 * @param room where it stands
 * @param id the platform's id, unique in the room
 */
public record MessageId(RoomId room, String id) {

    @Override
    public String toString() {
        return room + "/" + id;
    }
}
