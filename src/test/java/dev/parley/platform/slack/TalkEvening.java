package dev.parley.platform.slack;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Card;
import dev.parley.platform.Facilitator;
import dev.parley.platform.FakeFacilitator;
import dev.parley.platform.Outgoing;
import dev.parley.platform.slack.local.Channel;
import dev.parley.platform.slack.local.LocalSlack;
import dev.parley.platform.slack.local.Message;
import dev.parley.platform.slack.local.Person;
import dev.parley.platform.slack.local.View;
import dev.parley.platform.slack.local.Workspace;
import dev.parley.platform.slack.wire.Tokens;
import dev.parley.platform.talk.Patience;
import dev.parley.voice.Prompts;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private Optional<String> panel = Optional.of(hosts.id());
    private Set<Channel> rooms = Set.of(channel);
    private Duration keeping = Duration.ofSeconds(20);

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

    TalkEvening in(Channel... channels) {
        rooms = Set.of(channels);
        return this;
    }

    TalkEvening keepingFor(Duration atMost) {
        keeping = atMost;
        return this;
    }

    private SlackSettings settings() {
        return new SlackSettings(
                slack.api(),
                SlackSettings.Mode.SOCKET,
                Optional.of(workspace.botToken()),
                Optional.of(slack.appToken()),
                Optional.of(slack.signingSecret()),
                1,
                panel,
                Set.of(ines.id()),
                Set.of(hosting),
                rooms.stream().collect(Collectors.toMap(Channel::id, one -> new SlackSettings.Room(one.name(), true))));
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
        platform.start(slowly());
        Awaitility.await().until(() -> slack.sockets() == 1);
        return platform;
    }

    void stops(SlackPlatform platform) {
        platform.close();
        platforms.remove(platform);
        Awaitility.await().until(() -> slack.sockets() == 0);
    }

    /** Whatever is asked of the facilitator takes until the database moves again. */
    void databaseHangs() {
        gate = new CountDownLatch(1);
    }

    void databaseMoves() {
        gate.countDown();
    }

    private Facilitator slowly() {
        return (Facilitator) Proxy.newProxyInstance(
                Facilitator.class.getClassLoader(), new Class<?>[] {Facilitator.class}, (_, method, arguments) -> {
                    if (!Set.of("returned", "mended").contains(method.getName())) {
                        gate.await();
                    }
                    try {
                        return method.invoke(facilitator, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    Account account(Person person) {
        return new Account("slack", workspace.id() + "/" + person.id());
    }

    MessageId id(Message message) {
        return new MessageId(room, message.ts());
    }

    /** The third of three questions is open; the platform posted it. */
    Message thirdQuestion(SlackPlatform platform) {
        MessageId post = platform.post(new Outgoing(
                "talk/Q3", room, "**Q3** What next?", Optional.empty(), Outgoing.Tone.QUESTION, true, List.of()));
        Card card = FakeFacilitator.thirdQuestion(room, Instant.now().plus(Duration.ofMinutes(6)));
        List<Card.Asked> asked = card.asked().stream()
                .map(one -> one.number() == 3 ? new Card.Asked(3, one.text(), Optional.of(post)) : one)
                .toList();
        List<Card.Asked> agenda = new ArrayList<>(asked);
        agenda.add(new Card.Asked(4, "What will you *try*?", Optional.empty()));
        facilitator.cards.put(
                room,
                new Card(
                        room,
                        card.title(),
                        card.stage(),
                        Optional.of(asked.get(2)),
                        card.until(),
                        asked,
                        "We are at **question 3**, which closes in 6 minutes.",
                        agenda,
                        List.of("pause", "hold", "next", "end", "add", "jump", "cohost"),
                        List.of()));
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
        slack.close();
    }
}
