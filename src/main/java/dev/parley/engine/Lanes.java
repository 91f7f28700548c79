package dev.parley.engine;

import dev.parley.conversation.Content;
import dev.parley.conversation.Effect;
import dev.parley.conversation.RoomId;
import java.util.List;

/** Which effects wait for each other. Within a lane they are carried out in order; lanes know nothing of one another. */
final class Lanes {

    private Lanes() {}

    /** The lanes of what is said and shown in a room. */
    static List<String> of(RoomId room) {
        return List.of("room/" + room, "recap/" + room, "event/" + room, "receipt/" + room);
    }

    /** The lane of an effect: what a room is told is in order, recaps and receipts may be later than talk. */
    static String of(Effect effect) {
        return switch (effect) {
            case Effect.Post post -> (post.content() instanceof Content.Recap ? "recap/" : "room/") + post.room();
            case Effect.Edit edit -> (edit.content() instanceof Content.Recap ? "recap/" : "room/") + edit.room();
            case Effect.Remove remove -> "room/" + remove.room();
            case Effect.KeepInSight sight -> "room/" + sight.room();
            case Effect.NativeEvent event -> "event/" + event.room();
            case Effect.React react -> "receipt/" + react.message().room();
            case Effect.Receipts receipts -> "receipt/" + receipts.room();
            case Effect.Whisper whisper -> "whisper/" + whisper.person();
            case Effect.Letter letter -> "letter/" + letter.person();
            case Effect.Wake wake -> wake.key();
        };
    }
}
