package dev.parley.platform.discord.wire;

import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.requests.Route;

/** Which server a channel belongs to. A channel never moves to another one. */
public final class Guilds {
    private final Asking requests;
    private final Map<String, String> guilds = new ConcurrentHashMap<>();

    /** Knows of none yet. */
    public Guilds(Asking requests) {
        this.requests = requests;
    }

    /** Learns that a channel is in a server. */
    public void learn(String channel, String guild) {
        guilds.putIfAbsent(channel, guild);
    }

    /** The server of a channel; asks for it where nobody has told. Throws {@link Refused} or {@link Unreachable}. */
    public String of(String channel) {
        String known = guilds.get(channel);
        if (known != null) {
            return known;
        }
        String asked = requests.get(Route.Channels.GET_CHANNEL.compile(channel)).getString("guild_id");
        learn(channel, asked);
        return asked;
    }

    /** The server of a channel, if anybody has told. */
    public Optional<String> known(String channel) {
        return Optional.ofNullable(guilds.get(channel));
    }

    /** All servers that are known. */
    public Set<String> all() {
        return Set.copyOf(guilds.values());
    }

    /** The channels of a server that are known. */
    public Set<String> channels(String guild) {
        return guilds.entrySet().stream()
                .filter(entry -> entry.getValue().equals(guild))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
