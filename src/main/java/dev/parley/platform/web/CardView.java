package dev.parley.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stays in sight.
 *
 * @param room the room's id
 * @param stage how the chat stands
 * @param words the question, or what the stage says
 * @param question the open question's number; 0 for none
 * @param until when the next thing is planned, as ISO 8601; nothing while the clock is stopped
 * @param pattern how to say the time left, with {@code {time}} in it
 * @param left the time left at the moment of drawing
 */
public record CardView(
        String room,
        String title,
        String stage,
        String words,
        int question,
        @Nullable String until,
        String pattern,
        String left,
        List<Asked> asked) {

    public CardView {
        asked = List.copyOf(asked);
    }

    /** A question that was put; {@code post} is empty where it does not stand in this room. */
    public record Asked(int number, String text, String post) {}
}
