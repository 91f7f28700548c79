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
 * is of that time too, or if something known stands in it. Something known that is not found so is asked for itself before it is gone: who
 * has just started knows of no threads.
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
        known.stream()
                .filter(message -> isOf(message, from))
                .forEach(message -> lookFor(message.id(), channel, standing));
        return told(room, from, team, known, standing);
    }

    /** Asks for one message, and where it stands in a thread for the whole of that. */
    private void lookFor(String message, Channel channel, Map<String, JsonObject> standing) {
        if (standing.containsKey(message)) {
            return;
        }
        List<JsonObject> found = messages.thread(channel, message);
        keep(standing, channel, found);
        Set<String> roots = new HashSet<>();
        found.forEach(one -> addRoot(roots, one));
        roots.stream()
                .filter(root -> !root.equals(message))
                .forEach(root -> keep(standing, channel, messages.thread(channel, root)));
    }

    /** Whether a message has its time from Slack, and is of the time since. */
    private static boolean isOf(MessageId message, Instant from) {
        return Rooms.isOnSlack(message) && !Reader.time(message.id()).isBefore(from);
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
                .filter(message -> isOf(message, from) && !stand.contains(message))
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
