package dev.parley.command;

import dev.parley.platform.slack.SlackSettings;
import dev.parley.platform.slack.install.Registration;
import dev.parley.setup.Configuration;
import dev.parley.setup.Configuration.Room;
import dev.parley.setup.SlackBot;
import dev.parley.setup.SlackBot.Delivery;
import dev.parley.setup.SlackBot.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The Slack that the settings mean.
 *
 * @param settings what the adapter needs
 * @param registration as what workspaces install the app themselves; empty where there is one workspace, by its token
 */
record Slacks(SlackSettings settings, Optional<Registration> registration) {

    private static final String CLIENT_ID_REMEDY = "Put it into the environment variable " + SlackBot.CLIENT_ID_VARIABLE
            + ", or into slack.client-id of the settings.";

    /** The rooms that are channels of Slack. */
    static List<Room> rooms(Configuration configuration) {
        return configuration.rooms().stream()
                .filter(room -> room.slack().isPresent())
                .toList();
    }

    /** Whether workspaces install the app themselves: then rooms name theirs. */
    static boolean several(Configuration configuration) {
        return !workspaces(rooms(configuration)).isEmpty();
    }

    /** The workspaces that rooms name. */
    private static Set<String> workspaces(List<Room> rooms) {
        return rooms.stream()
                .flatMap(room -> room.slack().stream())
                .filter(channel -> channel.contains("/"))
                .map(channel -> channel.substring(0, channel.indexOf('/')))
                .collect(Collectors.toSet());
    }

    /** The workspaces that the settings name, by their ids. */
    static Set<String> workspaces(Configuration configuration) {
        return workspaces(rooms(configuration));
    }

    /**
     * What is not here of what the settings ask for, each as one or two sentences.
     *
     * @param environment the variables of the process
     */
    static List<String> missing(Configuration configuration, SlackBot app, Map<String, String> environment) {
        List<String> missing = new ArrayList<>();
        for (Secret secret : wanted(configuration, app)) {
            if (app.secret(secret, environment).isEmpty()) {
                missing.add("The " + secret.words() + " on Slack is not here. " + secret.remedy());
            }
        }
        if (several(configuration) && app.clientId(environment).isEmpty()) {
            missing.add("The client id of the app on Slack is not here. " + CLIENT_ID_REMEDY);
        }
        return missing;
    }

    private static List<Secret> wanted(Configuration configuration, SlackBot app) {
        return List.of(
                several(configuration) ? Secret.CLIENT_SECRET : Secret.BOT_TOKEN,
                app.delivery() == Delivery.HTTP ? Secret.SIGNING_SECRET : Secret.APP_TOKEN);
    }

    /**
     * The Slack that is meant; empty where the settings name no app, or where something of {@link #missing} is missing. Throws
     * {@link CannotStart} where a secret cannot be what it is given as.
     *
     * @param environment the variables of the process
     */
    static Optional<Slacks> find(Configuration configuration, Map<String, String> environment) {
        return configuration
                .slack()
                .filter(app -> missing(configuration, app, environment).isEmpty())
                .map(app -> of(configuration, app, environment));
    }

    /**
     * The Slack that is meant; empty where no room is there. Throws {@link CannotStart} where one is and a secret is not here.
     *
     * @param environment the variables of the process
     */
    static Optional<Slacks> require(Configuration configuration, Map<String, String> environment) {
        if (rooms(configuration).isEmpty()) {
            return Optional.empty();
        }
        SlackBot app = configuration.slack().orElseThrow();
        List<String> missing = missing(configuration, app, environment);
        if (!missing.isEmpty()) {
            throw new CannotStart(named(rooms(configuration)) + " on Slack. " + String.join(" ", missing));
        }
        return Optional.of(of(configuration, app, environment));
    }

    private static String named(List<Room> rooms) {
        String names = rooms.stream().map(room -> "\"" + room.id() + "\"").collect(Collectors.joining(", "));
        return rooms.size() == 1 ? "The room " + names + " is" : "The rooms " + names + " are";
    }

    private static Slacks of(Configuration configuration, SlackBot app, Map<String, String> environment) {
        boolean several = several(configuration);
        URI api = app.api().orElse(SlackSettings.API);
        SlackSettings settings = new SlackSettings(
                api,
                app.delivery() == Delivery.HTTP ? SlackSettings.Mode.HTTP : SlackSettings.Mode.SOCKET,
                several ? Optional.empty() : secret(app, Secret.BOT_TOKEN, environment),
                secret(app, Secret.APP_TOKEN, environment),
                secret(app, Secret.SIGNING_SECRET, environment),
                app.connections(),
                app.panel(),
                app.hostUsers(),
                app.hostGroups(),
                channels(configuration));
        Optional<Registration> registration = several
                ? Optional.of(new Registration(
                        api,
                        app.clientId(environment).orElseThrow(),
                        secret(app, Secret.CLIENT_SECRET, environment).orElseThrow()))
                : Optional.empty();
        return new Slacks(settings, registration);
    }

    /** In the order of the settings. */
    private static Map<String, SlackSettings.Room> channels(Configuration configuration) {
        Map<String, SlackSettings.Room> channels = new LinkedHashMap<>();
        rooms(configuration)
                .forEach(room -> channels.put(
                        room.slack().orElseThrow(), new SlackSettings.Room(room.title(), configuration.threads(room))));
        return channels;
    }

    private static Optional<String> secret(SlackBot app, Secret secret, Map<String, String> environment) {
        Optional<String> found = app.secret(secret, environment);
        found.ifPresent(text -> check(secret, text));
        return found;
    }

    private static void check(Secret secret, String text) {
        if (!text.chars().allMatch(character -> character > ' ' && character < 127)) {
            throw new CannotStart(
                    "What is given as the " + secret.words() + " on Slack cannot be one: it has a space in it, or "
                            + "something that is no letter, digit or mark. Copy it anew from api.slack.com/apps.");
        }
        if (secret == Secret.BOT_TOKEN && text.startsWith("xapp-")) {
            throw new CannotStart(
                    "What is given as the token of the bot on Slack is the token of the app. The bot's begins with "
                            + "xoxb, and is under Install App on api.slack.com/apps. " + secret.remedy());
        }
        if (secret == Secret.APP_TOKEN && text.startsWith("xox")) {
            throw new CannotStart(
                    "What is given as the token of the app on Slack is the token of a bot or a person. The app's "
                            + "begins with xapp, and is under Basic Information, App-Level Tokens on api.slack.com/apps. "
                            + secret.remedy());
        }
    }
}
