package dev.parley.benchmark;

import dev.parley.conversation.RoomId;
import dev.parley.engine.Engine;
import dev.parley.platform.slack.SlackPlatform;
import dev.parley.platform.slack.SlackSettings;
import dev.parley.store.Store;
import dev.parley.store.Stores;
import dev.parley.web.ServerSettings;
import dev.parley.web.WebServer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/**
 * Parley in a running chat, whole: its server, its adapter, its engine, its store. Arguments: address of the Web API, token of the bot,
 * signing secret, team, channel, folder.
 */
public final class SlackReceivingParley {
    private SlackReceivingParley() {}

    /** Runs until its standard input ends. */
    public static void main(String[] arguments) throws Exception {
        RoomId room = new RoomId(SlackPlatform.NAME, arguments[4]);
        InstantSource clock = InstantSource.system();
        Store store = Stores.open(dev.parley.store.Settings.inFolder(Path.of(arguments[5])));
        SlackPlatform slack = MeetingsOnSlack.slack(
                arguments, Map.of(room.id(), new SlackSettings.Room("Tuesday talk", true)), clock);
        WebServer server = new WebServer(ServerSettings.loopback(new byte[32]), clock);
        slack.receiveAt(server);
        int port = server.start();
        try (Engine engine =
                Parleys.engine(store, slack, ReceivingParley.programme(room, clock.instant()), "alone", clock)) {
            engine.start(true);
            ReceivingParley.awaitQuestion(engine, room);
            System.out.println("ready " + port);
            while (System.in.read() >= 0) {
                // nothing is said that way
            }
        }
        System.exit(0);
    }
}
