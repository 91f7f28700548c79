package dev.parley.platform.slack.wire;

import com.google.gson.JsonObject;
import dev.parley.conversation.MessageId;
import dev.parley.platform.slack.wire.Rooms.Channel;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What stands in a channel and its threads. A thread is read if its first message is of the time that is asked for too, or if something
 * known stands in it. Something known that is not found so is asked for itself before it is gone: who has just started knows of no threads.
 */
public final class Backlog {
    private final Messages messages;
    private final Threads threads;
    private final Runnable turn;

    /** @param turn waited for before each request for a thread, and before each for a channel */
    public Backlog(Messages messages, Threads threads, Runnable turn) {
        this.messages = messages;
        this.threads = threads;
        this.turn = turn;
    }

    /** All messages since a time by their own times, which name them: one that was sent to the channel as well stands in both. */
    public Map<String, JsonObject> since(Channel channel, Instant from, Collection<MessageId> known) {
        Map<String, JsonObject> standing = new HashMap<>();
        Set<String> roots = new HashSet<>();
        turn.run();
        messages.back(channel, from, Integer.MAX_VALUE, page -> {
            keep(standing, page);
            page.forEach(message -> addRoot(roots, message));
            return false;
        });
        known.forEach(message -> threads.of(message).ifPresent(roots::add));
        for (String root : roots) {
            keep(standing, thread(channel, root));
        }
        known.stream()
                .filter(message -> isSince(message, from))
                .forEach(message -> lookFor(message.id(), channel, standing));
        return standing;
    }

    /** Whether a message has its time from Slack, and is of the time since. */
    public static boolean isSince(MessageId message, Instant from) {
        return Rooms.isOnSlack(message) && !Reader.time(message.id()).isBefore(from);
    }

    /** Asks for one message, and where it stands in a thread for the whole of that. */
    private void lookFor(String message, Channel channel, Map<String, JsonObject> standing) {
        if (standing.containsKey(message)) {
            return;
        }
        List<JsonObject> found = thread(channel, message);
        keep(standing, found);
        Set<String> roots = new HashSet<>();
        found.forEach(one -> addRoot(roots, one));
        roots.stream().filter(root -> !root.equals(message)).forEach(root -> keep(standing, thread(channel, root)));
    }

    private List<JsonObject> thread(Channel channel, String root) {
        turn.run();
        return messages.thread(channel, root);
    }

    private static void keep(Map<String, JsonObject> standing, List<JsonObject> some) {
        some.forEach(message -> standing.put(Reader.text(message, "ts"), message));
    }

    /** The first message of a thread, if this one stands in a thread. */
    private static void addRoot(Set<String> roots, JsonObject message) {
        String root = Reader.text(message, "thread_ts");
        if (!root.isEmpty()) {
            roots.add(root);
        }
    }
}
