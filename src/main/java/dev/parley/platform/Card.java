package dev.parley.platform;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a chat stands: what stays in sight, and what a latecomer gets.
 *
 * @param room where it is shown
 * @param title the chat
 * @param stage how it stands
 * @param question the question that is open now, if one is
 * @param until when the next thing is planned (the opening, the next question, the end); empty while the clock is stopped
 * @param asked what was asked so far, in order
 * @param text all of it as light Markdown, in the community's words
 * @param agenda all questions, put or not, in order; for hosts alone
 * @param verbs the host's verbs that make sense now, by their names in lower case
 * @param troubles what does not work there just now and what else hosts should know, in whole sentences; for hosts alone
 */
public record Card(
        RoomId room,
        String title,
        Stage stage,
        Optional<Asked> question,
        Optional<Instant> until,
        List<Asked> asked,
        String text,
        List<Asked> agenda,
        List<String> verbs,
        List<String> troubles) {

    public Card {
        asked = List.copyOf(asked);
        agenda = List.copyOf(agenda);
        verbs = List.copyOf(verbs);
        troubles = List.copyOf(troubles);
    }

    /** The same without one of the host's verbs. */
    public Card without(String verb) {
        List<String> others = verbs.stream().filter(one -> !one.equals(verb)).toList();
        return new Card(room, title, stage, question, until, asked, text, agenda, others, troubles);
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
