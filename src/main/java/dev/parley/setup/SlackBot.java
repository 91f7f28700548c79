package dev.parley.setup;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The app by which Parley is on Slack.
 *
 * @param delivery how Slack brings what is said
 * @param files where its secrets are; those without a file are in the environment
 * @param clientId by which the app is known when workspaces install it themselves; without one it is the environment's
 *     PARLEY_SLACK_CLIENT_ID
 * @param hostUsers ids of people who host, as {@code U123} or {@code T123/U123}
 * @param hostGroups ids of user groups whose members host
 * @param panel the id of a private channel of the hosts, if they have one
 * @param connections the sockets of this process
 * @param api where Slack's Web API is; empty for its own address
 */
public record SlackBot(
        Delivery delivery,
        Map<Secret, Path> files,
        Optional<String> clientId,
        Set<String> hostUsers,
        Set<String> hostGroups,
        Optional<String> panel,
        int connections,
        Optional<URI> api) {

    /** The variable that holds the client id where the settings do not. */
    public static final String CLIENT_ID_VARIABLE = "PARLEY_SLACK_CLIENT_ID";

    public SlackBot {
        files = Map.copyOf(files);
        hostUsers = Set.copyOf(hostUsers);
        hostGroups = Set.copyOf(hostGroups);
    }

    /** How Slack brings what is said. */
    public enum Delivery {
        /** By sockets that Parley opens, for which nobody needs to reach it. */
        SOCKETS,
        /** By signed requests to Parley's own pages. */
        HTTP
    }

    /** What only Parley and Slack may know. */
    public enum Secret {
        /** Speaks as the bot in one workspace; begins with xoxb. */
        BOT_TOKEN("PARLEY_SLACK_BOT_TOKEN", "token-file", "token of the bot"),
        /** Opens sockets; begins with xapp. */
        APP_TOKEN("PARLEY_SLACK_APP_TOKEN", "app-token-file", "token of the app"),
        /** Proves that a request comes from Slack. */
        SIGNING_SECRET("PARLEY_SLACK_SIGNING_SECRET", "signing-secret-file", "signing secret"),
        /** Proves to Slack that an installation comes to us. */
        CLIENT_SECRET("PARLEY_SLACK_CLIENT_SECRET", "client-secret-file", "client secret");

        private final String variable;
        private final String key;
        private final String words;

        Secret(String variable, String key, String words) {
            this.variable = variable;
            this.key = key;
            this.words = words;
        }

        /** The variable of the environment that holds it where no file does. */
        public String variable() {
            return variable;
        }

        /** The setting below {@code slack} that names its file. */
        String key() {
            return key;
        }

        /** What it is called in a sentence. */
        public String words() {
            return words;
        }

        /** Where it belongs: a whole sentence. */
        public String remedy() {
            return "Put it into the environment variable " + variable + ", or into a file of its own that slack." + key
                    + " names.";
        }
    }

    /**
     * A secret; empty where there is none. Throws {@link UncheckedIOException} where its file cannot be read any more.
     *
     * @param environment the variables of the process
     */
    public Optional<String> secret(Secret secret, Map<String, String> environment) {
        return Secrets.find(Optional.ofNullable(files.get(secret)), secret.variable(), environment)
                .map(String::strip)
                .filter(found -> !found.isEmpty());
    }

    /**
     * The client id; empty where there is none.
     *
     * @param environment the variables of the process
     */
    public Optional<String> clientId(Map<String, String> environment) {
        return clientId.or(() -> Optional.ofNullable(environment.get(CLIENT_ID_VARIABLE)))
                .map(String::strip)
                .filter(found -> !found.isEmpty());
    }
}
