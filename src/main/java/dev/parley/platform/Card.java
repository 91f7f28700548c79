package dev.parley.platform;

import dev.parley.conversation.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a chat stands: what stays in sight, and what a latecomer gets.
 *
 * @param title the chat
 * @param stage how it stands
 * @param question the question that is open now, if one is
 * @param until when the next thing is planned (the opening, the next question, the end); empty while the clock is stopped
 * @param asked what was asked so far, in order
 * @param text all of it as light Markdown, in the community's words
 */
public record Card(
        String title, Stage stage, Optional<Asked> question, Optional<Instant> until, List<Asked> asked, String text) {

    public Card {
        asked = List.copyOf(asked);
    }

    /** How a chat stands. */
    public enum Stage {
        /** Planned; nobody has been asked anything. */
        BEFORE,
        WELCOME,
        QUESTION,
        PAUSED,
        CLOSING,
        /** The hour is over; questions are still open. */
        SLOW,
        /** Nothing is open. */
        OVER
    }

    /**
     * A question that was put.
     *
     * @param post where it stands in this room, once it does
     */
    public record Asked(int number, String text, Optional<MessageId> post) {}
}
