package dev.parley.platform;

import dev.parley.conversation.RoomId;
import java.time.Instant;

/**
 * One occurrence of a chat, as a platform's own list of events shows it.
 *
 * @param text what it is about, as light Markdown
 * @param start when it opens; in the past once it is running
 * @param end when it ends
 * @param state how it stands
 */
public record Occasion(RoomId room, String title, String text, Instant start, Instant end, State state) {

    /** How an occasion stands. */
    public enum State {
        PLANNED,
        RUNNING,
        OVER,
        CANCELLED
    }
}
