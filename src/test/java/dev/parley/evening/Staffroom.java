package dev.parley.evening;

import static org.awaitility.Awaitility.await;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.Plan;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.slack.SlackPlatform;
import dev.parley.platform.slack.SlackSettings;
import dev.parley.platform.slack.SlackSettings.Mode;
import dev.parley.platform.slack.local.Channel;
import dev.parley.platform.slack.local.LocalSlack;
import dev.parley.platform.slack.local.Message;
import dev.parley.platform.slack.local.Person;
import dev.parley.platform.slack.local.Workspace;
import dev.parley.platform.slack.wire.Tokens;
import dev.parley.web.ServerSettings;
import dev.parley.web.WebServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A channel of a workspace on a local Slack, five people in it, and a whole Parley that hosts one chat there. */
final class Staffroom implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(100);
    private static final int SOCKETS = 2;

    final LocalSlack slack = LocalSlack.start();
    final Workspace workspace = slack.workspace("Teachers");
    final Person hanna = workspace.person("Hanna");
    final Person ines = workspace.person("Ines");
    final Person ana = workspace.person("Ana");
    final Person bo = workspace.person("Bo");
    final Person cem = workspace.person("Cem");
    final Channel channel = workspace.channel("tuesday-talk");
    final Channel hosts = workspace.privateChannel("hosts", hanna, ines);
    final String hosting = workspace.group(ines);
    final RoomId room = new RoomId(SlackPlatform.NAME, channel.id());
    final Hosted hosted;
    private final Mode mode;
    private final InstantSource clock;
    private final WebServer server = new WebServer(ServerSettings.loopback(new byte[32]), InstantSource.system());

    Staffroom(Path folder, Mode mode) {
        this(folder, mode, InstantSource.system());
    }

    /** @param clock by which Slack and Parley go; for requests that Slack signs it must be the system's */
    Staffroom(Path folder, Mode mode, InstantSource clock) {
        this.clock = clock;
        slack.clock(clock);
        this.mode = mode;
        hosted = new Hosted(folder, room);
    }

    /** Begins to serve a chat, and waits until it hears. */
    Staffroom serve(Plan plan) {
        hosted.serve(plan, platform());
        return hears();
    }

    Staffroom hears() {
        await().atMost(PATIENCE).until(() -> mode == Mode.HTTP || slack.sockets() == SOCKETS);
        return this;
    }

    /** The platform, which has not started. */
    SlackPlatform platform() {
        SlackSettings settings = new SlackSettings(
                slack.api(),
                mode,
                Optional.of(workspace.botToken()),
                Optional.of(slack.appToken()),
                Optional.of(slack.signingSecret()),
                SOCKETS,
                Optional.of(hosts.id()),
                Set.of(hanna.id()),
                Set.of(hosting),
                Map.of(channel.id(), new SlackSettings.Room("Tuesday talk", true)));
        SlackPlatform platform =
                new SlackPlatform(settings, Tokens.single(workspace.botToken()), Hosted.voice(), clock);
        if (mode == Mode.HTTP) {
            platform.receiveAt(server);
            server.start();
            slack.deliversTo(server.address().resolve(SlackPlatform.ADDRESS));
        }
        return platform;
    }

    /** Waits for a post in the channel that has these words in it. */
    Message posted(String words) {
        await("\"" + words + "\"")
                .atMost(PATIENCE)
                .until(() -> posts().stream().anyMatch(message -> isInRoom(message, words)));
        return posts().stream()
                .filter(message -> isInRoom(message, words))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isInRoom(Message message, String words) {
        return !message.isReply() && message.shown().contains(words);
    }

    /** The hosts' panel. */
    Message panel() {
        await("the hosts' panel").atMost(PATIENCE).until(() -> !hosts.fromBot().isEmpty());
        return hosts.fromBot().getLast();
    }

    Account account(Person person) {
        return new Account(SlackPlatform.NAME, workspace.id() + "/" + person.id());
    }

    /** A message as Parley names it. */
    MessageId id(Message message) {
        return new MessageId(room, message.ts());
    }

    /** The first messages of posts that stand in the channel and its threads, without the card, in order. */
    List<Message> posts() {
        return said().stream()
                .filter(message -> !isCard(message) && !isFile(message) && part(message) == 0)
                .toList();
    }

    /** Everything that stands there in the bot's name. */
    List<Message> said() {
        return channel.fromBot().stream().filter(message -> !message.isSystem()).toList();
    }

    /** The card that is kept in sight has one button, which says where the chat stands. */
    static boolean isCard(Message message) {
        return message.buttons().equals(List.of("Where are we?"));
    }

    /** A file of a post has a message of its own in the thread. */
    static boolean isFile(Message message) {
        return message.metadata() == null && !message.files().isEmpty();
    }

    private static int part(Message message) {
        return message.metadata() == null
                ? 0
                : message.metadata().at("/event_payload/part").asInt();
    }

    @Override
    public void close() {
        hosted.close();
        server.close();
        slack.close();
    }
}
