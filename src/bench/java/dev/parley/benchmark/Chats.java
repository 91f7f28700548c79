package dev.parley.benchmark;

import dev.parley.conversation.Plan;
import dev.parley.conversation.RoomId;
import dev.parley.engine.Programme;
import dev.parley.engine.ScheduledChat;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A programme of many chats. */
final class Chats implements Programme {
    private final List<ScheduledChat> chats = new CopyOnWriteArrayList<>();

    void add(String name, Plan plan) {
        chats.add(new ScheduledChat(name, plan));
    }

    List<ScheduledChat> all() {
        return chats;
    }

    @Override
    public List<ScheduledChat> upcoming(Instant now) {
        return chats;
    }

    @Override
    public Optional<ScheduledChat> onArrival(RoomId room, Instant now) {
        return Optional.empty();
    }

    @Override
    public Publishing publishing(String chat) {
        return new Publishing(Readers.PUBLIC, true, false);
    }

    @Override
    public List<Notice> notices(Instant now) {
        return List.of();
    }
}
