package dev.parley.platform.slack;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a community is met on Slack.
 *
 * @param api where the Web API is, with a slash at its end
 * @param mode how Slack brings what it tells
 * @param botToken the bot's secret for the one workspace; empty where workspaces install the app themselves
 * @param appToken the app's own secret, for Socket Mode
 * @param signingSecret what requests are signed with, for HTTP
 * @param connections how many sockets at once: while one is renewed the others hear
 * @param panel the private channel of the hosts, if they have one
 * @param hostUsers ids of people who host: {@code U123}, or {@code T123/U123} where there are several workspaces
 * @param hostGroups ids of user groups whose members host: {@code S123}
 * @param rooms the channels that are listened to and posted in, by their ids: {@code C123}, or {@code T123/C123} where there are
 *     several workspaces; they stay in this order
 */
public record SlackSettings(
        URI api,
        Mode mode,
        Optional<String> botToken,
        Optional<String> appToken,
        Optional<String> signingSecret,
        int connections,
        Optional<String> panel,
        Set<String> hostUsers,
        Set<String> hostGroups,
        Map<String, Room> rooms) {

    /** Slack's own Web API. */
    public static final URI API = URI.create("https://slack.com/api/");

    /** As many as Slack allows one app. */
    public static final int MOST_CONNECTIONS = 10;

    public SlackSettings {
        if (connections < 1 || connections > MOST_CONNECTIONS) {
            throw new IllegalArgumentException(
                    "Slack allows 1 to " + MOST_CONNECTIONS + " sockets, not " + connections);
        }
        hostUsers = Set.copyOf(hostUsers);
        hostGroups = Set.copyOf(hostGroups);
        rooms = Collections.unmodifiableMap(new LinkedHashMap<>(rooms));
    }

    /** How Slack brings what it tells. */
    public enum Mode {
        /** By sockets that we open: no public address is needed. */
        SOCKET,
        /** By signed requests to our own server. */
        HTTP
    }

    /**
     * How one channel is used.
     *
     * @param title what the community calls it
     * @param threads whether questions take answers in a thread of their own
     */
    public record Room(String title, boolean threads) {}

    /** Everything but the secrets. */
    @Override
    public String toString() {
        return "SlackSettings[api=" + api + ", mode=" + mode + ", connections=" + connections + ", rooms=" + rooms
                + "]";
    }
}
