package dev.parley.engine;

import dev.parley.conversation.RoomId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a community has planned, of which nothing changes.
 *
 * @param planned nothing, where it only coaches
 * @param readers who may read what comes of its chats
 * @param notices what its hosts should know
 */
public record Chats(List<ScheduledChat> planned, Readers readers, List<Programme.Notice> notices) implements Programme {

    public Chats(List<ScheduledChat> planned, Readers readers) {
        this(planned, readers, List.of());
    }

    @Override
    public List<ScheduledChat> upcoming(Instant now) {
        return planned;
    }

    @Override
    public Optional<ScheduledChat> onArrival(RoomId room, Instant now) {
        return Optional.empty();
    }

    @Override
    public Publishing publishing(String chat) {
        return new Publishing(readers, true, true);
    }

    @Override
    public List<Notice> notices(Instant now) {
        return notices;
    }
}
