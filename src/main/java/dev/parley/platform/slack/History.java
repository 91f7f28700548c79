package dev.parley.platform.slack;

import com.google.gson.JsonObject;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Incoming;
import dev.parley.platform.slack.wire.Backlog;
import dev.parley.platform.slack.wire.Messages;
import dev.parley.platform.slack.wire.Reader;
import dev.parley.platform.slack.wire.Rooms;
import dev.parley.platform.slack.wire.Rooms.Channel;
import dev.parley.platform.slack.wire.Threads;
import dev.parley.platform.slack.wire.WebApi;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a room and its threads say now of the time since: what is new, what was edited, what is gone. */
final class History {
    private final WebApi api;
    private final Messages messages;
    private final Reader reader;
    private final Backlog backlog;

    History(WebApi api, Messages messages, Reader reader, Threads threads) {
        this.api = api;
        this.messages = messages;
        this.reader = reader;
        this.backlog = new Backlog(messages, threads, () -> {});
    }

    List<Incoming> since(RoomId room, Instant from, Set<MessageId> known) {
        Channel channel = Rooms.channel(room);
        String team = api.self(channel.team()).team();
        Map<String, JsonObject> standing = backlog.since(channel, from, known);
        standing.values().removeIf(message -> messages.isOurs(channel, message));
        return told(room, from, team, known, standing);
    }

    private List<Incoming> told(
            RoomId room, Instant from, String team, Set<MessageId> known, Map<String, JsonObject> standing) {
        List<Incoming> told = new ArrayList<>();
        Set<MessageId> stand = new HashSet<>();
        List<Incoming.Said> said = standing.values().stream()
                .flatMap(message -> reader.said(message, room, team).stream())
                .filter(one -> !one.at().isBefore(from))
                .sorted(Comparator.comparing(Incoming.Said::at))
                .toList();
        said.forEach(one -> stand.add(one.message()));
        known.stream()
                .filter(message -> Backlog.isSince(message, from) && !stand.contains(message))
                .map(Incoming.Unsaid::new)
                .forEach(told::add);
        told.addAll(said);
        return told;
    }
}
