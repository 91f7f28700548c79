package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Effect;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.discord.local.Channel;
import dev.parley.platform.discord.local.Guild;
import dev.parley.platform.discord.local.LocalDiscord;
import dev.parley.platform.discord.local.MessageRecord;
import dev.parley.platform.discord.local.User;
import dev.parley.store.Kept;
import dev.parley.store.Row;
import dev.parley.store.Settings;
import dev.parley.store.Store;
import dev.parley.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real process is killed again and again in the course of one chat on Discord, while people talk, edit and delete. */
class KilledOnDiscordTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int MOST_KILLS = 30;
    private static final Pattern THOUGHT = Pattern.compile("thought \\d+ of \\w+");

    /** Somebody in the channel and in the threads of its questions. */
    private record Talker(User person, Channel channel) implements Chatter.Talker<MessageRecord> {
        @Override
        public MessageRecord says(String text, Random random) {
            List<Channel> threads = channel.threads().stream()
                    .filter(thread -> thread.name().startsWith("Q"))
                    .toList();
            boolean below = !threads.isEmpty() && random.nextBoolean();
            return person.says(below ? threads.get(random.nextInt(threads.size())) : channel, text);
        }

        @Override
        public void edits(MessageRecord message, String text) {
            person.edits(message, text);
        }

        @Override
        public void deletes(MessageRecord message) {
            person.deletes(message);
        }
    }

    @TempDir
    Path folder;

    private final LocalDiscord discord = LocalDiscord.start();
    private final Guild guild = discord.guild("Teachers");
    private final Channel channel = guild.channel("lounge");
    private final User hanna = guild.member("Hanna");

    @AfterEach
    void leave() {
        discord.close();
    }

    @Test
    void everyPostStandsOnceAndWhatIsKeptIsWhatStands() throws Exception {
        long seed = System.nanoTime();
        System.out.println("Kills from seed " + seed);
        ParleyProcess parley = new ParleyProcess(folder, "1m").onDiscord(discord, channel, hanna, "1m");
        parley.start();
        await().atMost(PATIENCE).until(() -> discord.listeners() == 1);
        hanna.runs(channel, "/chat start").reply();
        await().atMost(PATIENCE).until(() -> stands("Welcome to the quick chat."));

        AtomicInteger number = new AtomicInteger();
        List<Chatter<MessageRecord>> people = Stream.of("Ana", "Bo", "Cem", "Dara")
                .map(name -> new Chatter<>(name, new Talker(guild.member(name), channel), number, seed))
                .toList();
        List<Thread> talk =
                people.stream().map(person -> Thread.ofVirtual().start(person)).toList();
        killed(parley, new Random(seed));
        people.forEach(Chatter::stops);
        for (Thread one : talk) {
            one.join();
        }

        ConversationId chat = keepsWhatStands(parley, "seed " + seed);
        assertThat(parley.stop()).isIn(0, 143);
        try (Store store = Stores.open(Settings.inFolder(parley.data()))) {
            check(store, chat, "seed " + seed);
        }
        assertThat(discord.violations()).isEmpty();
    }

    /** Kills it at any moment, until the recap stands. */
    private void killed(ParleyProcess parley, Random random) throws IOException, InterruptedException {
        for (int kill = 0; kill < MOST_KILLS && !stands("**A quick chat** ·"); kill++) {
            Thread.sleep(random.nextInt(4_000));
            parley.kill();
            parley.start();
            for (String matter : List.of("first", "second", "third", "fourth", "fifth")) {
                assertThat(channel.saidByBot())
                        .as("after kill " + kill)
                        .filteredOn(message -> message.buttons().contains("Answer")
                                && message.content().contains("What is the " + matter + " matter?"))
                        .hasSizeLessThanOrEqualTo(1);
            }
        }
        await().atMost(PATIENCE).until(() -> stands("**A quick chat** ·"));
        await().atMost(PATIENCE)
                .until(() -> channel.threads().getLast().saidByBot().size() >= 5);
    }

    private boolean stands(String words) {
        return channel.saidByBot().stream()
                .anyMatch(message -> !isCard(message) && message.content().contains(words));
    }

    private static boolean isCard(MessageRecord message) {
        return message.buttons().equals(List.of("Where are we?"));
    }

    /** Waits until the recap's page holds every thought that stands, as it stands now, and no other. */
    private ConversationId keepsWhatStands(ParleyProcess parley, String when) throws Exception {
        Guest reader = new Guest(parley.site());
        String day = Files.readString(parley.settings()).replaceAll("(?s).*from: ([-\\d]+)}.*", "$1");
        String page = "/recap/quick/" + day + ".json";
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(thoughts(reader.get(page).body()))
                        .as(when)
                        .containsExactlyInAnyOrderElementsOf(standing().values().stream()
                                .flatMap(text -> thoughts(text).stream())
                                .toList()));
        return new ConversationId("Tests", "quick/" + day);
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
        return places().flatMap(place -> place.history().stream())
                .filter(message -> THOUGHT.matcher(message.content()).find() && message.author() != discord.bot())
                .collect(Collectors.toMap(this::id, MessageRecord::content));
    }

    private Stream<Channel> places() {
        return Stream.concat(Stream.of(channel), channel.threads().stream());
    }

    private MessageId id(MessageRecord message) {
        RoomId room = new RoomId("discord", Long.toString(channel.id()));
        String own = Long.toString(message.id());
        return new MessageId(
                room, message.channel() == channel ? own : message.channel().id() + "." + own);
    }

    /** What the database holds is what stands on Discord: people's words, and posts once each and in order. */
    private void check(Store store, ConversationId chat, String when) {
        Map<MessageId, String> kept =
                store.<Map<MessageId, Kept>>read(reading -> reading.words(chat)).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, word -> word.getValue().words()));
        assertThat(kept).as(when).containsExactlyInAnyOrderEntriesOf(standing());
        List<Row> posts = store.<List<Row>>read(reading -> reading.rows(chat)).stream()
                .filter(row -> row.effect() instanceof Effect.Post)
                .sorted(Comparator.comparingLong(Row::place))
                .toList();
        assertThat(posts).as(when).extracting(Row::state).isSubsetOf(Row.State.DONE, Row.State.LAPSED);
        assertThat(posts())
                .as(when)
                .containsExactlyElementsOf(
                        posts.stream().flatMap(row -> row.ref().stream()).toList());
        assertThat(channel.history())
                .as(when)
                .filteredOn(KilledOnDiscordTest::isCard)
                .hasSize(1);
    }

    private List<MessageId> posts() {
        return places().flatMap(place -> place.saidByBot().stream())
                .filter(message -> !message.isSystem() && !isCard(message))
                .sorted(Comparator.comparingLong(MessageRecord::id))
                .map(this::id)
                .toList();
    }
}
