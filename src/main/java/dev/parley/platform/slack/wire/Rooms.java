package dev.parley.platform.slack.wire;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which channels are rooms, and what Slack calls what we name. */
public final class Rooms {
    /** The platform's short name. */
    public static final String NAME = "slack";

    private static final char IN = '/';

    private final Map<String, RoomId> rooms;

    /** Rooms by the ids of the settings: {@code C123}, or {@code T123/C123}. */
    public Rooms(Set<String> configured) {
        Map<String, RoomId> all = new LinkedHashMap<>();
        configured.forEach(id -> all.put(id, new RoomId(NAME, id)));
        rooms = Collections.unmodifiableMap(all);
    }

    /** The room that a channel of a workspace is, if it is one. */
    @Nullable
    public RoomId room(String team, String channel) {
        RoomId alone = rooms.get(channel);
        return alone == null ? rooms.get(team + IN + channel) : alone;
    }

    /** All rooms, in the order in which they were given. */
    public Collection<RoomId> all() {
        return rooms.values();
    }

    /**
     * A channel as Slack's methods name it.
     *
     * @param team the workspace; {@link Tokens#ONLY} where the settings do not name it
     */
    public record Channel(String team, String id) {}

    /** The channel that a room is. */
    public static Channel channel(RoomId room) {
        int at = room.id().indexOf(IN);
        return at < 0
                ? new Channel(Tokens.ONLY, room.id())
                : new Channel(room.id().substring(0, at), room.id().substring(at + 1));
    }

    /** A private channel as a room. */
    public static RoomId privately(Channel channel) {
        return new RoomId(NAME, channel.team() + IN + channel.id());
    }

    /** Whether a channel is a private conversation with one person. */
    public static boolean isPrivate(Channel channel) {
        return channel.id().startsWith("D");
    }

    /** Whether the id of a message is Slack's own, its time, and not one that we gave to an answer by a dialog. */
    public static boolean isOnSlack(MessageId message) {
        return !message.id().isEmpty() && Character.isDigit(message.id().charAt(0));
    }

    /** A person as we name them. */
    public static Account account(String team, String user) {
        return new Account(NAME, team + IN + user);
    }

    /** A person as Slack's methods name them. */
    public record Person(String team, String user) {}

    /** The person that an account is. Throws {@link IllegalArgumentException} where it is not of Slack. */
    public static Person person(Account account) {
        int at = account.id().indexOf(IN);
        if (!account.platform().equals(NAME) || at < 0) {
            throw new IllegalArgumentException("No account on Slack: " + account);
        }
        return new Person(account.id().substring(0, at), account.id().substring(at + 1));
    }
}
