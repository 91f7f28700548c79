package dev.parley.platform.discord.wire;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/**
 * Which channels are rooms, and which threads belong to them. To Discord a thread is a channel; here it is a place in the room, and
 * the id of a message in it names the thread too, since Discord wants to be told both. A thread has the id of the message that opened
 * it.
 */
public final class Places {
    /** The platform's short name. */
    public static final String NAME = "discord";

    private static final char IN_THREAD = '.';

    /** Threads that everybody can read who can read the room: in a channel of announcements, and in any other. */
    private static final Set<Integer> PUBLIC_THREADS = Set.of(10, 11);

    private final Map<String, RoomId> rooms;
    private final Map<String, String> threads = new ConcurrentHashMap<>();

    /** These channels are rooms, by their ids. */
    public Places(Set<String> channels) {
        rooms = channels.stream().collect(Collectors.toUnmodifiableMap(id -> id, id -> new RoomId(NAME, id)));
    }

    /**
     * Where a message stands.
     *
     * @param thread the thread within the room, or null in the open room
     */
    public record Spot(RoomId room, @Nullable String thread) {

        /** A message that stands there. */
        public MessageId message(String id) {
            return new MessageId(room, thread == null ? id : thread + IN_THREAD + id);
        }

        /** The channel that Discord knows. */
        public String channel() {
            return thread == null ? room.id() : thread;
        }
    }

    /** The place that a channel is, if it is one of ours. */
    @Nullable
    public Spot spot(String channel) {
        RoomId room = rooms.get(channel);
        if (room != null) {
            return new Spot(room, null);
        }
        String parent = threads.get(channel);
        RoomId around = parent == null ? null : rooms.get(parent);
        return around == null ? null : new Spot(around, channel);
    }

    /** Whether a channel is a thread that belongs to the talk of its room. What is said in a private thread stays there. */
    public static boolean isPublicThread(DataObject channel) {
        return PUBLIC_THREADS.contains(channel.getInt("type", 0));
    }

    /** Learns of a public thread, as Discord describes it; forgets nothing, since sleeping threads wake. */
    public void learn(DataObject channel) {
        if (isPublicThread(channel) && !channel.isNull("parent_id")) {
            learn(channel.getString("id"), channel.getString("parent_id"));
        }
    }

    /** Learns that a public thread belongs to a channel. */
    public void learn(String thread, String parent) {
        if (rooms.containsKey(parent)) {
            threads.put(thread, parent);
        }
    }

    /** The threads of a room that are known. */
    public Set<String> threads(RoomId room) {
        return threads.entrySet().stream()
                .filter(entry -> entry.getValue().equals(room.id()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The channel and the message that Discord knows. */
    public static Target target(MessageId message) {
        int at = message.id().indexOf(IN_THREAD);
        return at < 0
                ? new Target(message.room().id(), message.id())
                : new Target(message.id().substring(0, at), message.id().substring(at + 1));
    }

    /**
     * A message as Discord's routes name it.
     *
     * @param channel the channel or thread
     */
    public record Target(String channel, String message) {}

    /** Whether a channel is a room of ours. */
    public boolean isRoom(String channel) {
        return rooms.containsKey(channel);
    }

    /** The rooms themselves. */
    public Collection<RoomId> rooms() {
        return rooms.values();
    }
}
