package dev.parley.platform.slack;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Card;
import dev.parley.platform.FakeFacilitator;
import dev.parley.platform.Samples;
import dev.parley.platform.SlowFacilitator;
import dev.parley.platform.slack.local.Channel;
import dev.parley.platform.slack.local.LocalSlack;
import dev.parley.platform.slack.local.Message;
import dev.parley.platform.slack.local.Person;
import dev.parley.platform.slack.local.View;
import dev.parley.platform.slack.local.Workspace;
import dev.parley.platform.slack.wire.Tokens;
import dev.parley.platform.talk.Patience;
import dev.parley.voice.Prompts;
import dev.parley.web.ServerSettings;
import dev.parley.web.WebServer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** An evening on a local Slack: a room, a private channel of the hosts, people, and a database that can be made to hang. */
final class TalkEvening implements AutoCloseable {
    static final Duration UNDO = Duration.ofSeconds(2);

    final LocalSlack slack = LocalSlack.start();
    final Workspace workspace = slack.workspace("Teachers");
    final Person ana = workspace.person("Ana");
    final Person bo = workspace.person("Bo");
    final Person hanna = workspace.person("Hanna");
    final Person ines = workspace.person("Ines");
    final Channel channel = workspace.channel("tuesday-talk");
    final Channel other = workspace.channel("thursday-talk");
    final Channel staff = workspace.privateChannel("staff-talk", bo);
    final Channel hosts = workspace.privateChannel("hosts", hanna, ines, ana);
    final String hosting = workspace.group(hanna);
    final RoomId room = room(channel);
    final FakeFacilitator facilitator = new FakeFacilitator();
    private final List<SlackPlatform> platforms = new ArrayList<>();
    private final SlowFacilitator slow = new SlowFacilitator(facilitator);
    private Optional<String> panel = Optional.of(hosts.id());
    private List<Channel> rooms = List.of(channel);
    private Duration keeping = Duration.ofSeconds(20);
    private Optional<WebServer> server = Optional.empty();

    static RoomId room(Channel channel) {
        return new RoomId("slack", channel.id());
    }

    TalkEvening withoutHostsChannel() {
        panel = Optional.empty();
        return this;
    }

    TalkEvening panelIn(Channel where) {
        panel = Optional.of(where.id());
        return this;
    }

    /** Its rooms, in the order of the settings. */
    TalkEvening in(Channel... channels) {
        rooms = List.of(channels);
        return this;
    }

    /** Slack brings everything by signed requests. */
    TalkEvening byHttp() {
        server = Optional.of(new WebServer(ServerSettings.loopback(new byte[32]), InstantSource.system()));
        return this;
    }

    TalkEvening keepingFor(Duration atMost) {
        keeping = atMost;
        return this;
    }

    SlackSettings settings() {
        return new SlackSettings(
                slack.api(),
                server.isPresent() ? SlackSettings.Mode.HTTP : SlackSettings.Mode.SOCKET,
                Optional.of(workspace.botToken()),
                Optional.of(slack.appToken()),
                Optional.of(slack.signingSecret()),
                1,
                panel,
                Set.of(ines.id()),
                Set.of(hosting),
                chosen());
    }

    private Map<String, SlackSettings.Room> chosen() {
        Map<String, SlackSettings.Room> chosen = new LinkedHashMap<>();
        rooms.forEach(one -> chosen.put(one.id(), new SlackSettings.Room(one.name(), true)));
        return chosen;
    }

    /** Starts the platform, or one more. */
    SlackPlatform starts() {
        SlackPlatform platform = new SlackPlatform(
                settings(),
                Tokens.single(workspace.botToken()),
                Prompts.of("slack", "commands"),
                InstantSource.system(),
                Duration.ofMillis(2_500),
                new Patience(Duration.ofSeconds(30), keeping, UNDO, Duration.ofMillis(500)));
        platforms.add(platform);
        server.ifPresent(one -> {
            platform.receiveAt(one);
            one.start();
            slack.deliversTo(one.address().resolve(SlackPlatform.ADDRESS));
        });
        platform.start(slow.facilitator());
        Awaitility.await().until(() -> server.isPresent() || slack.sockets() == 1);
        return platform;
    }

    void stops(SlackPlatform platform) {
        platform.close();
        platforms.remove(platform);
        Awaitility.await().until(() -> slack.sockets() == 0);
    }

    /** Whatever is asked of the facilitator takes until the database moves again. */
    void databaseHangs() {
        slow.databaseHangs();
    }

    void databaseMoves() {
        slow.databaseMoves();
    }

    Account account(Person person) {
        return new Account("slack", workspace.id() + "/" + person.id());
    }

    MessageId id(Message message) {
        return new MessageId(room, message.ts());
    }

    /** The third of three questions is open; the platform posted it. */
    Message thirdQuestion(SlackPlatform platform) {
        MessageId post = platform.post(Samples.question(room, "talk/Q3", "**Q3** What next?"));
        facilitator.cards.put(room, Samples.third(post));
        return Objects.requireNonNull(slack.message(channel, post.id()));
    }

    /** The same in another room, where it was not posted. */
    void thirdQuestionIn(Channel where) {
        RoomId there = room(where);
        facilitator.cards.put(
                there, FakeFacilitator.thirdQuestion(there, Instant.now().plus(Duration.ofMinutes(6))));
    }

    Card card() {
        return Objects.requireNonNull(facilitator.cards.get(room));
    }

    /** The same card at another stage, with nothing open. */
    Card at(Card.Stage stage) {
        Card card = card();
        return new Card(
                card.room(),
                card.title(),
                stage,
                Optional.empty(),
                card.until(),
                card.asked(),
                card.text(),
                card.agenda(),
                card.verbs(),
                card.troubles());
    }

    /** What only this person was shown, once there are so many. */
    static List<String> asides(Person person, int count) {
        Awaitility.await().until(() -> person.seesEphemerals().size() >= count);
        return person.seesEphemerals().stream().map(Message::shown).toList();
    }

    /** A view once it shows this. */
    static View showing(View view, String words) {
        Awaitility.await().until(() -> view.shown().contains(words));
        return view;
    }

    /** A message once it shows this. */
    static Message showing(Message message, Predicate<Message> wanted) {
        Awaitility.await().until(() -> wanted.test(message));
        return message;
    }

    static Map<String, String> text(String words) {
        return Map.of("text", words);
    }

    @Override
    public void close() {
        databaseMoves();
        platforms.forEach(SlackPlatform::close);
        server.ifPresent(WebServer::close);
        slack.close();
    }
}
