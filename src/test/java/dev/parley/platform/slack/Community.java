package dev.parley.platform.slack;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.FakeFacilitator;
import dev.parley.platform.Outgoing;
import dev.parley.platform.slack.local.Channel;
import dev.parley.platform.slack.local.LocalSlack;
import dev.parley.platform.slack.local.Message;
import dev.parley.platform.slack.local.Person;
import dev.parley.platform.slack.local.Workspace;
import dev.parley.platform.slack.wire.Tokens;
import dev.parley.voice.Prompts;
import dev.parley.web.ServerSettings;
import dev.parley.web.WebServer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A workspace with a channel and some people on a local Slack, and the platform that serves it. */
final class Community implements AutoCloseable {
    private static final byte[] SECRET = "a secret that is only good for tests".getBytes(StandardCharsets.UTF_8);

    final LocalSlack slack = LocalSlack.start();
    final Workspace workspace = slack.workspace("Teachers");
    final Person ana = workspace.person("Ana");
    final Person bo = workspace.person("Bo");
    final Channel channel = workspace.channel("tuesday-talk");
    final RoomId room = new RoomId("slack", channel.id());
    final FakeFacilitator facilitator;
    final SlackSettings.Mode mode;
    final SlackPlatform platform;
    private @Nullable WebServer server;

    Community() {
        this(new FakeFacilitator(), SlackSettings.Mode.SOCKET);
    }

    Community(FakeFacilitator facilitator, SlackSettings.Mode mode) {
        this.facilitator = facilitator;
        this.mode = mode;
        this.platform = restarted(InstantSource.system());
        if (mode == SlackSettings.Mode.HTTP) {
            WebServer listening = new WebServer(ServerSettings.loopback(SECRET), InstantSource.system());
            platform.receiveAt(listening);
            listening.start();
            slack.deliversTo(listening.address().resolve(SlackPlatform.ADDRESS));
            server = listening;
        }
    }

    /** The same platform in another process, which has not started. */
    SlackPlatform restarted(InstantSource clock) {
        return new SlackPlatform(settings(), Tokens.single(workspace.botToken()), Prompts.of("slack"), clock);
    }

    SlackPlatform restarted() {
        return restarted(InstantSource.system());
    }

    SlackSettings settings() {
        return new SlackSettings(
                slack.api(),
                mode,
                Optional.of(workspace.botToken()),
                Optional.of(slack.appToken()),
                Optional.of(slack.signingSecret()),
                1,
                Optional.empty(),
                Set.of(),
                Set.of(),
                Map.of(room.id(), new SlackSettings.Room("Tuesday talk", true)));
    }

    /** Starts, and waits until it hears. */
    Community start() {
        platform.start(facilitator);
        return connected();
    }

    Community connected() {
        Awaitility.await().until(() -> !facilitator.returned.isEmpty());
        return this;
    }

    Account account(Person person) {
        return new Account("slack", workspace.id() + "/" + person.id());
    }

    MessageId id(Message message) {
        return new MessageId(room, message.ts());
    }

    Message message(MessageId id) {
        return Objects.requireNonNull(slack.message(channel, id.id()), "no message " + id);
    }

    Outgoing saying(String key, String text) {
        return new Outgoing(key, room, text, Optional.empty(), Outgoing.Tone.PLAIN);
    }

    Outgoing question(String key, String text) {
        return new Outgoing(key, room, text, Optional.empty(), Outgoing.Tone.QUESTION, true, List.of());
    }

    /** What everybody sees in the channel, in order. */
    List<String> seen() {
        return channel.history().stream()
                .filter(message -> !message.isSystem())
                .map(Message::shown)
                .toList();
    }

    @Override
    public void close() {
        platform.close();
        if (server != null) {
            server.close();
        }
        slack.close();
    }
}
