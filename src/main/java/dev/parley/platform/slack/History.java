package dev.parley.platform.slack;

import com.google.gson.JsonObject;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Incoming;
import dev.parley.platform.slack.wire.Messages;
import dev.parley.platform.slack.wire.Reader;
import dev.parley.platform.slack.wire.Rooms;
import dev.parley.platform.slack.wire.Rooms.Channel;
import dev.parley.platform.slack.wire.Threads;
import dev.parley.platform.slack.wire.WebApi;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a room and its threads say now of the time since: what is new, what was edited, what is gone. A thread is read if its first message
 * is of that time too, or if something known stands in it.
 */
final class History {
    private final WebApi api;
    private final Messages messages;
    private final Reader reader;
    private final Threads threads;

    History(WebApi api, Messages messages, Reader reader, Threads threads) {
        this.api = api;
        this.messages = messages;
        this.reader = reader;
        this.threads = threads;
    }

    List<Incoming> since(RoomId room, Instant from, Set<MessageId> known) {
        Channel channel = Rooms.channel(room);
        String team = api.self(channel.team()).team();
        // By its time: a message that was sent to the channel as well stands in both.
        Map<String, JsonObject> standing = new HashMap<>();
        Set<String> roots = new HashSet<>();
        messages.back(channel, from, Integer.MAX_VALUE, page -> {
            keep(standing, channel, page);
            page.forEach(message -> addRoot(roots, message));
            return false;
        });
        known.forEach(message -> threads.of(message).ifPresent(roots::add));
        for (String root : roots) {
            keep(standing, channel, messages.thread(channel, root));
        }
        return told(room, from, team, known, standing);
    }

    private void keep(Map<String, JsonObject> standing, Channel channel, List<JsonObject> some) {
        some.stream()
                .filter(message -> !messages.isOurs(channel, message))
                .forEach(message -> standing.put(Reader.text(message, "ts"), message));
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
                .filter(message -> Rooms.isOnSlack(message) && !stand.contains(message))
                .filter(message -> !Reader.time(message.id()).isBefore(from))
                .map(Incoming.Unsaid::new)
                .forEach(told::add);
        told.addAll(said);
        return told;
    }

    /** The first message of a thread, if this one stands in a thread. */
    private static void addRoot(Set<String> roots, JsonObject message) {
        String root = Reader.text(message, "thread_ts");
        if (!root.isEmpty()) {
            roots.add(root);
        }
    }
}
