package dev.parley.engine;

import dev.parley.conversation.Content;
import dev.parley.conversation.Receipt;
import dev.parley.platform.Mark;
import dev.parley.platform.Outgoing;

/** How the core's posts and receipts look on a platform, whether sent now or shown again. */
final class Looks {

    private Looks() {}

    static Mark mark(Receipt receipt) {
        return switch (receipt) {
            case FILED -> Mark.FILED;
            case GUESSED -> Mark.GUESSED;
            case NONE -> Mark.NONE;
        };
    }

    static Outgoing.Tone tone(Content content) {
        return switch (content) {
            case Content.Asked _ -> Outgoing.Tone.QUESTION;
            case Content.Recap _ -> Outgoing.Tone.RECAP;
            case Content.Announcement _, Content.Welcome _, Content.Introductions _, Content.Warning _ ->
                Outgoing.Tone.PLAIN;
            case Content.Pause _, Content.Resumption _, Content.FinalThoughts _, Content.Thanks _ ->
                Outgoing.Tone.PLAIN;
            case Content.Elsewhere _ -> Outgoing.Tone.PLAIN;
            case Content.Missed _, Content.Cancelled _, Content.Doubts _ -> Outgoing.Tone.PLAIN;
        };
    }
}
