package dev.parley.engine;

import dev.parley.conversation.Command;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Stage;
import java.util.Optional;

/** Begins the chat that waits for the first person. */
record Arrivals(Scribe scribe, Settings settings, Programme programme) {

    /** Somebody has come into a room. */
    void arrived(RoomId room) {
        scribe.decide(
                sight -> {
                    boolean open = Routing.inRoom(sight, room)
                            .filter(chat -> !(chat.stage() instanceof Stage.Slow))
                            .isPresent();
                    return open
                            ? Optional.empty()
                            : programme
                                    .onArrival(room, sight.now())
                                    .map(chat -> new Scribe.Step(
                                            new ConversationId(settings.community(), chat.name()),
                                            new Command.Schedule(chat.plan())));
                },
                _ -> {});
    }
}
