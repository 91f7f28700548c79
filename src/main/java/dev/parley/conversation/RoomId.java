package dev.parley.conversation;

/**
 * A room on some platform.
 *
 * @param platform the platform's short name: {@code "web"}
 * @param id the platform's own name for the room
 */
public record RoomId(String platform, String id) {

    /** Reads what {@link #toString} writes. Throws {@link IllegalArgumentException} where there is no colon. */
    public static RoomId of(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("A room is written platform:id, not \"" + text + "\"");
        }
        return new RoomId(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return platform + ":" + id;
    }
}
