package dev.parley.platform.discord;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a community is met on Discord.
 *
 * @param token the bot's secret; never shown
 * @param api where the REST interface is, version included
 * @param gateway where the gateway is; empty to ask the interface for it
 * @param shards which shards this instance connects
 * @param content whether the privileged intent for the content of messages is asked for
 * @param panel the private channel of the hosts, if they have one
 * @param hostUsers ids of people who host
 * @param hostRoles ids of roles whose members host
 * @param rooms the channels that are listened to and posted in, by their ids
 */
public record DiscordSettings(
        String token,
        URI api,
        Optional<URI> gateway,
        Shards shards,
        boolean content,
        Optional<String> panel,
        Set<String> hostUsers,
        Set<String> hostRoles,
        Map<String, Room> rooms) {

    /** Discord's own REST interface, in the version that is spoken here. */
    public static final URI API = URI.create("https://discord.com/api/v10/");

    public DiscordSettings {
        hostUsers = Set.copyOf(hostUsers);
        hostRoles = Set.copyOf(hostRoles);
        rooms = Map.copyOf(new LinkedHashMap<>(rooms));
    }

    /**
     * The shards of one instance: those from the first to the last of all that there are.
     *
     * @param total how many the bot has over all instances
     * @param first the first of this instance, counted from 0
     * @param last the last of this instance, itself included
     */
    public record Shards(int total, int first, int last) {

        /** One connection for everything. */
        public static final Shards ONE = new Shards(1, 0, 0);

        public Shards {
            if (first < 0 || last < first || total <= last) {
                throw new IllegalArgumentException("There are no shards " + first + " to " + last + " of " + total);
            }
        }
    }

    /**
     * How one channel is used.
     *
     * @param threads whether questions get a thread of their own
     */
    public record Room(boolean threads) {}

    /** Everything but the token. */
    @Override
    public String toString() {
        return "DiscordSettings[api=" + api + ", gateway=" + gateway + ", shards=" + shards + ", rooms=" + rooms + "]";
    }
}
