package dev.parley.platform;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a facilitator says and shows, for the tests of every platform. */
public final class Samples {

    private Samples() {}

    /** Plain words. */
    public static Outgoing saying(RoomId room, String key, String text) {
        return new Outgoing(key, room, text, Optional.empty(), Outgoing.Tone.PLAIN);
    }

    /** A question that can be answered. */
    public static Outgoing question(RoomId room, String key, String text) {
        return new Outgoing(key, room, text, Optional.empty(), Outgoing.Tone.QUESTION, true, List.of());
    }

    /** A card that says where we are: at a question, or at none where it is 0. */
    public static Card at(RoomId room, int question, Card.Stage stage) {
        Card third = FakeFacilitator.thirdQuestion(room, Instant.now());
        return new Card(
                room,
                third.title(),
                stage,
                question == 0 ? Optional.empty() : Optional.of(third.asked().get(question - 1)),
                third.until(),
                third.asked(),
                "We are at **Q" + question + "**",
                third.agenda(),
                third.verbs(),
                List.of());
    }

    /** A card for the third of three questions, which is this post; a fourth is on the agenda, and all can be done. */
    public static Card third(MessageId post) {
        Card card = FakeFacilitator.thirdQuestion(post.room(), Instant.now().plus(Duration.ofMinutes(6)));
        List<Card.Asked> asked = card.asked().stream()
                .map(one -> one.number() == 3 ? new Card.Asked(3, one.text(), Optional.of(post)) : one)
                .toList();
        List<Card.Asked> agenda = new ArrayList<>(asked);
        agenda.add(new Card.Asked(4, "What will you *try*?", Optional.empty()));
        return new Card(
                card.room(),
                card.title(),
                card.stage(),
                Optional.of(asked.get(2)),
                card.until(),
                asked,
                "We are at **question 3**, which closes in 6 minutes.",
                agenda,
                List.of("pause", "hold", "next", "end", "add", "jump", "cohost"),
                List.of());
    }
}
