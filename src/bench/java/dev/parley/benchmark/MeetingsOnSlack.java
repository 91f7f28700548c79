package dev.parley.benchmark;

import dev.parley.platform.slack.SlackPlatform;
import dev.parley.platform.slack.SlackSettings;
import dev.parley.platform.slack.wire.Tokens;
import dev.parley.store.Settings;
import dev.parley.store.Store;
import dev.parley.store.Stores;
import dev.parley.voice.Prompts;
import dev.parley.web.ServerSettings;
import dev.parley.web.WebServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The same as {@link MeetingsParley} on Slack. Arguments: address of the Web API, token of the bot, signing secret; file of people, folder,
 * when the first is to be asked, how many seconds later the last.
 */
public final class MeetingsOnSlack {
    private MeetingsOnSlack() {}

    /** Runs until its standard input ends. */
    public static void main(String[] arguments) throws Exception {
        Store store = Stores.open(Settings.inFolder(Path.of(arguments[4])));
        Partnerships partnerships = new Partnerships(Parleys.COMMUNITY);
        MeetingsParley.keep(partnerships, SlackPlatform.NAME, store, arguments);
        InstantSource clock = InstantSource.system();
        SlackPlatform slack = slack(arguments, Map.of(), clock);
        WebServer server = new WebServer(ServerSettings.loopback(new byte[32]), clock);
        slack.receiveAt(server);
        server.start();
        MeetingsParley.run(store, slack, partnerships, "alone", true);
    }

    /** @param arguments address of the Web API, token of the bot, signing secret */
    static SlackPlatform slack(String[] arguments, Map<String, SlackSettings.Room> rooms, InstantSource clock) {
        SlackSettings settings = new SlackSettings(
                URI.create(arguments[0]),
                SlackSettings.Mode.HTTP,
                Optional.of(arguments[1]),
                Optional.empty(),
                Optional.of(arguments[2]),
                1,
                Optional.empty(),
                Set.of(),
                Set.of(),
                rooms);
        return new SlackPlatform(settings, Tokens.single(arguments[1]), Prompts.of("slack", "commands"), clock);
    }
}
