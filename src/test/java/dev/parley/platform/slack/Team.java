package dev.parley.platform.slack;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.FakeFacilitator;
import dev.parley.platform.Incoming;
import dev.parley.platform.Outgoing;
import dev.parley.platform.Samples;
import dev.parley.platform.slack.SlackSettings.Mode;
import dev.parley.platform.slack.local.Channel;
import dev.parley.platform.slack.local.LocalSlack;
import dev.parley.platform.slack.local.Message;
import dev.parley.platform.slack.local.Person;
import dev.parley.platform.slack.local.Workspace;
import dev.parley.platform.slack.wire.Tokens;
import dev.parley.voice.Prompts;
import dev.parley.web.ServerSettings;
import dev.parley.web.WebServer;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;

/** A workspace with a channel and some people on a local Slack, and the platform that serves it, by sockets or by HTTP. */
final class Team implements AutoCloseable {
    /** Tests do not wait for as long as Slack does. */
    static final Duration TO_ACKNOWLEDGE = Duration.ofMillis(400);

    final LocalSlack slack = LocalSlack.start()
            .patience(Duration.ofMillis(800))
            .retriesAfter(Duration.ZERO, Duration.ofMillis(200), Duration.ofMillis(500));
    final Workspace workspace = slack.workspace("Teachers");
    final Channel channel = workspace.channel("tuesday-talk");
    final Person ana = workspace.person("Ana");
    final Person bo = workspace.person("Bo");
    final RoomId room = new RoomId("slack", channel.id());
    final FakeFacilitator facilitator;
    final WebServer server = new WebServer(ServerSettings.loopback(new byte[32]), InstantSource.system());
    final Mode mode;
    final SlackPlatform platform;

    Team(Mode mode) {
        this(mode, 2);
    }

    Team(Mode mode, int connections) {
        this(mode, connections, new FakeFacilitator());
    }

    Team(Mode mode, int connections, FakeFacilitator facilitator) {
        this.mode = mode;
        this.facilitator = facilitator;
        this.platform = platform(connections);
        if (mode == Mode.HTTP) {
            platform.receiveAt(server);
            server.start();
            slack.deliversTo(address());
        }
    }

    private SlackPlatform platform(int connections) {
        return new SlackPlatform(
                settings(connections),
                Tokens.single(workspace.botToken()),
                Prompts.of("slack", "commands"),
                InstantSource.system(),
                TO_ACKNOWLEDGE);
    }

    /** The same platform in another process, which has not started. */
    SlackPlatform restarted() {
        return platform(1);
    }

    SlackSettings settings(int connections) {
        return new SlackSettings(
                slack.api(),
                mode,
                Optional.of(workspace.botToken()),
                Optional.of(slack.appToken()),
                Optional.of(slack.signingSecret()),
                connections,
                Optional.empty(),
                Set.of(),
                Set.of(),
                Map.of(channel.id(), new SlackSettings.Room("Tuesday talk", true)));
    }

    /** Where requests come to. */
    URI address() {
        return server.address().resolve(SlackPlatform.ADDRESS);
    }

    /** Starts, and waits until it hears. */
    Team start() {
        platform.start(facilitator);
        return connected();
    }

    Team connected() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !facilitator.returned.isEmpty() && (mode == Mode.HTTP || slack.sockets() >= 1));
        return this;
    }

    Message message(MessageId id) {
        return Objects.requireNonNull(slack.message(channel, id.id()), () -> "no message " + id);
    }

    Outgoing saying(String key, String text) {
        return Samples.saying(room, key, text);
    }

    Outgoing question(String key, String text) {
        return Samples.question(room, key, text);
    }

    /** What everybody sees in the channel, in order. */
    List<String> seen() {
        return channel.history().stream()
                .filter(message -> !message.isSystem())
                .map(Message::shown)
                .toList();
    }

    MessageId id(Message message) {
        return new MessageId(room, message.ts());
    }

    Account account(Person person) {
        return new Account("slack", workspace.id() + "/" + person.id());
    }

    /** Waits until nothing is under way, and tells what was heard. */
    List<Incoming> heardUntilNow() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> slack.deliveries().underWay() == 0);
        return facilitator.heard;
    }

    /** What was said, in the order in which it was heard. */
    List<String> wordsUntilNow() {
        return heardUntilNow().stream()
                .filter(Incoming.Said.class::isInstance)
                .map(one -> ((Incoming.Said) one).text())
                .toList();
    }

    @Override
    public void close() {
        platform.close();
        server.close();
        slack.close();
    }
}
