package dev.parley.platform.web;

import dev.parley.conversation.RoomId;
import dev.parley.platform.FakeFacilitator;
import dev.parley.voice.Prompts;
import dev.parley.web.OneTimeLinks;
import dev.parley.web.ServerSettings;
import dev.parley.web.WebServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;

/** The real server and room around a fake facilitator, on a free port of this machine. */
public final class RoomServer implements AutoCloseable {
    public static final RoomId ROOM = new RoomId("web", "talk");
    public static final byte[] SECRET = "a secret that is only good for tests".getBytes(StandardCharsets.UTF_8);

    public final FakeFacilitator facilitator = new FakeFacilitator();
    public final InstantSource clock = InstantSource.system();
    public final OneTimeLinks links = new OneTimeLinks(clock);
    public final WebPlatform platform;
    public final WebServer server;

    public RoomServer() {
        this(ServerSettings.loopback(SECRET));
    }

    public RoomServer(ServerSettings settings) {
        server = new WebServer(settings, clock);
        platform = new WebPlatform(List.of(new WebRoom("talk", "Tuesday talk"), new WebRoom("lab", "Lab")), clock);
        new RoomPages(server, platform, Prompts.of("room"), links, ZoneOffset.UTC, clock);
    }

    /** Begins to listen, with the third question open. */
    public RoomServer start() {
        facilitator.cards.put(
                ROOM, FakeFacilitator.thirdQuestion(ROOM, Instant.now().plusSeconds(425)));
        platform.start(facilitator);
        server.start();
        return this;
    }

    public URI address() {
        return server.address();
    }

    @Override
    public void close() {
        platform.close();
        server.close();
    }
}
