package dev.parley.engine;

import dev.parley.conversation.Command;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.RoomId;
import java.time.Duration;
import java.util.Optional;

/** Begins the chat that waits for the first person, but not while people still read the last one. */
record Arrivals(Scribe scribe, Settings settings, Programme programme) {

    private static final Duration STILL_READING = Duration.ofMinutes(30);

    /** Somebody has come into a room. */
    void arrived(RoomId room) {
        scribe.decide(
                sight -> {
                    boolean open = Routing.inRoom(sight, room)
                            .filter(chat -> chat.closedAt()
                                    .filter(closed -> sight.now().isAfter(closed.plus(STILL_READING)))
                                    .isEmpty())
                            .isPresent();
                    return open
                            ? Optional.empty()
                            : programme
                                    .onArrival(room, sight.now())
                                    .map(chat -> new Step(
                                            new ConversationId(settings.community(), chat.name()),
                                            new Command.Schedule(chat.plan())));
                },
                _ -> {});
    }
}
