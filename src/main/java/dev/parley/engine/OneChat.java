package dev.parley.engine;

import dev.parley.conversation.RoomId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A programme of one chat and nothing else, whose recap everybody may read.
 *
 * @param chat the chat
 */
public record OneChat(ScheduledChat chat) implements Programme {

    @Override
    public List<ScheduledChat> upcoming(Instant now) {
        return List.of(chat);
    }

    @Override
    public Optional<ScheduledChat> onArrival(RoomId room, Instant now) {
        return Optional.empty();
    }

    @Override
    public Publishing publishing(String name) {
        return new Publishing(Readers.PUBLIC, true, true);
    }

    @Override
    public List<Notice> notices(Instant now) {
        return List.of();
    }
}
