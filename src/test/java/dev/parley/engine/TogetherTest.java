package dev.parley.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Effect;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Receipt;
import dev.parley.conversation.RoomId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TogetherTest {

    private static final Instant END = Instant.parse("2026-11-23T21:00:00Z");
    private static final RoomId ROOM = new RoomId("fake", "room");
    private static final RoomId OTHER = new RoomId("fake", "other");

    private static Effect.React react(RoomId room, String message, int doing, Receipt receipt) {
        return new Effect.React("chat/receipt#" + doing + "@" + message, new MessageId(room, message), receipt, END);
    }

    @Test
    void oneReceiptStaysAsItIs() {
        List<Effect> one = List.of(react(ROOM, "m1", 1, Receipt.FILED));

        assertThat(Together.receipts(one)).isEqualTo(one);
    }

    @Test
    void receiptsOfOneRoomAreOneEffectAfterAllOthers() {
        Effect sight = new Effect.KeepInSight("chat/sight", ROOM, END);

        List<Effect> together = Together.receipts(List.of(
                react(ROOM, "m1", 1, Receipt.FILED),
                react(OTHER, "m2", 1, Receipt.FILED),
                sight,
                react(ROOM, "m3", 1, Receipt.GUESSED)));

        assertThat(together).hasSize(3).startsWith(sight).contains(react(OTHER, "m2", 1, Receipt.FILED));
        assertThat(together.get(1))
                .isEqualTo(new Effect.Receipts(
                        "chat/receipt#1@m1+1",
                        ROOM,
                        new LinkedHashMap<>(Map.of("m1", Receipt.FILED, "m3", Receipt.GUESSED)),
                        END));
    }

    @Test
    void ofTwoReceiptsForOneMessageTheLaterCounts() {
        List<Effect> together =
                Together.receipts(List.of(react(ROOM, "m1", 1, Receipt.GUESSED), react(ROOM, "m1", 2, Receipt.FILED)));

        assertThat(together)
                .singleElement()
                .isInstanceOfSatisfying(
                        Effect.Receipts.class,
                        all -> assertThat(all.receipts()).containsExactly(Map.entry("m1", Receipt.FILED)));
    }

    @Test
    void noEffectTakesLongerThanALease() {
        List<Effect> many = new ArrayList<>();
        for (int number = 0; number < 120; number++) {
            many.add(react(ROOM, "m" + number, 1, Receipt.FILED));
        }

        List<Effect> together = Together.receipts(many);

        assertThat(together).hasSize(3).extracting(Effect::key).doesNotHaveDuplicates();
        assertThat(together.stream().flatMap(one -> ((Effect.Receipts) one).receipts().keySet().stream()))
                .hasSize(120)
                .startsWith("m0", "m1");
    }
}
