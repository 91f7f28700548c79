package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Effect;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.slack.local.Message;
import dev.parley.platform.slack.local.Person;
import dev.parley.platform.slack.local.SlackFile;
import dev.parley.store.Kept;
import dev.parley.store.Row;
import dev.parley.store.Settings;
import dev.parley.store.Store;
import dev.parley.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real process is killed again and again in the course of one chat on Slack, while people talk. */
class KilledOnSlackTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int MOST_KILLS = 12;

    /** How often it is killed while events stream in: {@code -Dkills=50} takes its time. */
    private static final int KILLS_IN_THE_STREAM = Integer.getInteger("kills", 4);

    private static final Pattern PART_OF_RECAP = Pattern.compile("/recap/Q\\d[^/]*#0$");
    private static final Pattern THOUGHT = Pattern.compile("thought \\d+ of \\w+");

    @TempDir
    Path folder;

    private final long seed = System.nanoTime();
    private OnSlack there;
    private Person hanna;
    private ParleyProcess parley;

    /** Somebody in the channel and in the threads of its questions. */
    private record Talker(Person person, OnSlack there) implements Chatter.Talker<Message> {
        @Override
        public Message says(String text, Random random) {
            List<Message> questions = there.channel.fromBot().stream()
                    .filter(KilledOnSlackTest::isQuestion)
                    .toList();
            boolean below = !questions.isEmpty() && random.nextBoolean();
            return below
                    ? person.replies(questions.get(random.nextInt(questions.size())), text)
                    : person.says(there.channel, text);
        }

        @Override
        public void edits(Message message, String text) {
            person.edits(message, text);
        }

        @Override
        public void deletes(Message message) {
            person.deletes(message);
        }
    }

    @BeforeEach
    void come() throws IOException {
        System.out.println("Kills from seed " + seed);
        there = new OnSlack(folder);
        hanna = there.workspace.person("Hanna");
        parley = new ParleyProcess(folder, "1m");
    }

    @AfterEach
    void leave() throws InterruptedException {
        parley.kill();
        there.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sockets", "http"})
    void everyPostStandsOnceAndWhatIsKeptIsWhatStands(String delivery) throws Exception {
        parley.onSlack(there, delivery, hanna, "1m", Instant.now().plus(Duration.ofHours(1)));
        parley.start();
        await().atMost(PATIENCE).until(() -> hears(delivery));
        hanna.runs(there.channel, "/parley start").reply();
        await().atMost(PATIENCE).until(() -> stands("Welcome to the quick chat."));

        AtomicInteger number = new AtomicInteger();
        List<Chatter<Message>> people = Stream.of("Ana", "Bo", "Cem", "Dara")
                .map(name -> new Chatter<>(name, new Talker(there.workspace.person(name), there), number, seed))
                .toList();
        List<Thread> talk =
                people.stream().map(person -> Thread.ofVirtual().start(person)).toList();
        killed(new Random(seed));
        people.forEach(Chatter::stops);
        for (Thread one : talk) {
            one.join();
        }

        keepsWhatStands();
        assertThat(parley.stop()).isIn(0, 143);
        try (Store store = Stores.open(Settings.inFolder(parley.data()))) {
            check(store);
        }
        assertThat(there.slack.violations())
                .filteredOn(violation -> !violation.startsWith("not acknowledged in time"))
                .isEmpty();
    }

    private boolean hears(String delivery) {
        return delivery.equals("http") || there.slack.sockets() > 0;
    }

    /** Kills it at any moment, until the recap stands. */
    private void killed(Random random) throws IOException, InterruptedException {
        for (int kill = 0; kill < MOST_KILLS && !stands("A quick chat ·"); kill++) {
            Thread.sleep(random.nextInt(4_000));
            parley.kill();
            parley.start();
            assertThat(posts().stream().map(KilledOnSlackTest::named))
                    .as("after kill " + kill + ", seed " + seed)
                    .doesNotHaveDuplicates();
        }
        await().atMost(PATIENCE).until(() -> stands("A quick chat ·"));
        await().atMost(PATIENCE)
                .until(() -> posts().stream()
                                .map(KilledOnSlackTest::named)
                                .filter(name -> PART_OF_RECAP.matcher(name).find())
                                .count()
                        >= 5);
    }

    private boolean stands(String words) {
        return posts().stream().anyMatch(message -> message.shown().contains(words));
    }

    private static boolean isQuestion(Message message) {
        return message.shown().contains("matter?") && !message.isReply();
    }

    /** Waits until the recap's page holds every thought that stands, as it stands now, and no other. */
    private void keepsWhatStands() throws Exception {
        Guest reader = new Guest(parley.site());
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(thoughts(
                                reader.get("/recap/quick/" + day() + ".json").body()))
                        .as("seed " + seed)
                        .containsExactlyInAnyOrderElementsOf(standing().values().stream()
                                .flatMap(text -> thoughts(text).stream())
                                .toList()));
    }

    private String day() throws IOException {
        return Files.readString(parley.settings()).replaceAll("(?s).*from: ([-\\d]+)}.*", "$1");
    }

    private ConversationId chat() throws IOException {
        return new ConversationId("Tests", "quick/" + day());
    }

    private static List<String> thoughts(String text) {
        return THOUGHT.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    /** What people say there now, as Parley names it. */
    private Map<MessageId, String> standing() {
        return there.channel.all().stream()
                .filter(message -> THOUGHT.matcher(message.text()).find()
                        && !message.isDeleted()
                        && message.author() != there.workspace.bot())
                .collect(Collectors.toMap(this::id, Message::text));
    }

    private MessageId id(Message message) {
        return new MessageId(new RoomId("slack", there.channel.id()), message.ts());
    }

    private Map<MessageId, String> kept(Store store) throws IOException {
        ConversationId chat = chat();
        return store.<Map<MessageId, Kept>>read(reading -> reading.words(chat)).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, word -> word.getValue().words()));
    }

    /** What the database holds is what stands on Slack: people's words, and posts once each and in order. */
    private void check(Store store) throws IOException {
        String when = "seed " + seed;
        assertThat(kept(store)).as(when).containsExactlyInAnyOrderEntriesOf(standing());
        ConversationId chat = chat();
        List<Row> rows = store.<List<Row>>read(reading -> reading.rows(chat)).stream()
                .filter(row -> row.effect() instanceof Effect.Post)
                .sorted(Comparator.comparingLong(Row::place))
                .toList();
        assertThat(rows).as(when).extracting(Row::state).isSubsetOf(Row.State.DONE, Row.State.LAPSED);
        assertThat(posts().stream().map(KilledOnSlackTest::named)).as(when).doesNotHaveDuplicates();
        assertThat(posts().stream().filter(KilledOnSlackTest::isFirst).map(this::id))
                .as(when)
                .containsExactlyElementsOf(
                        rows.stream().flatMap(row -> row.ref().stream()).toList());
        assertThat(there.channel.fromBot())
                .as(when)
                .filteredOn(KilledOnSlackTest::isCard)
                .hasSize(1);
    }

    /** The messages of posts, and their files; not the card. */
    private List<Message> posts() {
        return there.channel.fromBot().stream()
                .filter(message -> !message.isSystem() && !isCard(message))
                .toList();
    }

    private static boolean isCard(Message message) {
        return named(message).startsWith("in sight#");
    }

    private static boolean isFirst(Message message) {
        return named(message).endsWith("#0");
    }

    /** The key of a post and which of its messages it is, or the name of its file. */
    private static String named(Message message) {
        return message.metadata() == null
                ? message.files().stream().map(SlackFile::name).toList().toString()
                : message.metadata().at("/event_payload/key").asText() + "#"
                        + message.metadata().at("/event_payload/part").asText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sockets", "http"})
    void whatIsAcknowledgedIsKept(String delivery) throws Exception {
        Random random = new Random(seed);
        parley.onSlack(there, delivery, hanna, "4h", Instant.now());
        parley.start();
        await().atMost(PATIENCE).until(() -> stands("Welcome to the quick chat."));

        Stream<String> names = Stream.of("Ana", "Bo", "Cem", "Dara");
        List<Thread> talk =
                names.map(name -> Thread.ofVirtual().start(streams(name))).toList();
        for (int kill = 1; kill <= KILLS_IN_THE_STREAM; kill++) {
            Thread.sleep(200 + random.nextInt(1_500));
            parley.kill();
            List<Message> acknowledged = acknowledged();
            try (Store store = Stores.open(Settings.inFolder(parley.data()))) {
                assertThat(kept(store))
                        .as("kill " + kill + ", seed " + seed)
                        .containsAllEntriesOf(acknowledged.stream().collect(Collectors.toMap(this::id, Message::text)));
            }
            parley.start();
            int before = acknowledged.size();
            await().atMost(PATIENCE).until(() -> acknowledged().size() > before);
        }
        talk.forEach(Thread::interrupt);
        for (Thread one : talk) {
            one.join();
        }
        assertThat(acknowledged()).hasSizeGreaterThan(10 * KILLS_IN_THE_STREAM);
        keepsWhatStands();
    }

    private List<Message> acknowledged() {
        return there.channel.all().stream()
                .filter(message -> THOUGHT.matcher(message.text()).find() && there.slack.isAcknowledged(message))
                .toList();
    }

    /** Somebody who says something ten times a second, whoever listens. */
    private Runnable streams(String name) {
        Person person = there.workspace.person(name);
        return () -> {
            try {
                for (int number = 1; true; number++) {
                    person.says(there.channel, "A1: thought %d of %s".formatted(number, name));
                    Thread.sleep(100);
                }
            } catch (InterruptedException enough) {
                Thread.currentThread().interrupt();
            }
        };
    }
}
