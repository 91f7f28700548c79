package dev.parley.evening;

import static org.awaitility.Awaitility.await;

import dev.parley.Phrases;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Effect;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Plan;
import dev.parley.conversation.RoomId;
import dev.parley.engine.Engine;
import dev.parley.engine.OneChat;
import dev.parley.engine.ScheduledChat;
import dev.parley.platform.Account;
import dev.parley.platform.Allowance;
import dev.parley.platform.Card;
import dev.parley.platform.SlidingBudget;
import dev.parley.platform.discord.DiscordPlatform;
import dev.parley.platform.discord.DiscordSettings;
import dev.parley.platform.discord.local.Channel;
import dev.parley.platform.discord.local.Guild;
import dev.parley.platform.discord.local.LocalDiscord;
import dev.parley.platform.discord.local.MessageRecord;
import dev.parley.platform.discord.local.Permission;
import dev.parley.platform.discord.local.Role;
import dev.parley.platform.discord.local.User;
import dev.parley.recap.Recap;
import dev.parley.setup.Prompts;
import dev.parley.setup.Reading;
import dev.parley.store.Row;
import dev.parley.store.Settings;
import dev.parley.store.Store;
import dev.parley.store.Stores;
import dev.parley.voice.Voice;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/** A channel of a server on a local Discord, five people in it, and a whole Parley that hosts one chat there. */
final class Lounge implements AutoCloseable {
    static final ConversationId CHAT = new ConversationId("here", "talk/tonight");
    static final Duration PATIENCE = Duration.ofSeconds(100);
    private static final Duration BEFORE_TRYING_AGAIN = Duration.ofSeconds(3);
    private static final int TRIES = 20;

    final LocalDiscord discord = LocalDiscord.start();
    final Guild guild = discord.guild("Teachers");
    final Channel channel = guild.channel("tuesday-talk");
    final Channel hosts = guild.channel("hosts")
            .denies(guild.everyone(), Permission.VIEW_CHANNEL)
            .allows(guild.botRole(), Permission.VIEW_CHANNEL);
    final Role hosting = guild.role("Hosting");
    final User hanna = guild.member("Hanna");
    final User ines = guild.member("Ines").has(hosting);
    final User ana = guild.member("Ana");
    final User bo = guild.member("Bo");
    final User cem = guild.member("Cem");
    final RoomId room = new RoomId(DiscordPlatform.NAME, Long.toString(channel.id()));
    private final Store store;
    private Engine engine;

    Lounge(Path folder) {
        store = Stores.open(Settings.inFolder(folder));
        hosts.allows(hosting, Permission.VIEW_CHANNEL).allows(hanna, Permission.VIEW_CHANNEL);
    }

    /** Begins to serve a chat, and waits until it hears and knows its commands. */
    Lounge serve(Plan plan) {
        Voice voice = voice();
        DiscordSettings settings = new DiscordSettings(
                discord.token(),
                discord.api(),
                Optional.of(discord.gateway()),
                DiscordSettings.Shards.ONE,
                true,
                Optional.of(Long.toString(hosts.id())),
                Set.of(Long.toString(hanna.id())),
                Set.of(Long.toString(hosting.id())),
                Map.of(room.id(), new DiscordSettings.Room(true)));
        Allowance allowance = new Allowance(50, Duration.ofSeconds(1), Duration.ofSeconds(1));
        DiscordPlatform platform = new DiscordPlatform(
                settings, voice, SlidingBudget.alone(allowance, System::nanoTime), InstantSource.system());
        engine = new Engine(
                new dev.parley.engine.Settings(
                        CHAT.community(),
                        ZoneId.of("Europe/Lisbon"),
                        Locale.UK,
                        Optional.empty(),
                        Optional.empty(),
                        _ -> "",
                        Duration.ofSeconds(10),
                        100,
                        "evening"),
                store,
                List.of(platform),
                new OneChat(new ScheduledChat(CHAT.name(), plan)),
                voice,
                InstantSource.system());
        engine.start(true);
        await().atMost(PATIENCE).until(() -> discord.listeners() == 1 && hasCommands());
        return this;
    }

    private static Voice voice() {
        if (Prompts.voice(Path.of("prompts"), Phrases.all()) instanceof Reading.Good<Voice>(Voice voice)) {
            return voice;
        }
        throw new AssertionError("the shipped prompts cannot be read");
    }

    private boolean hasCommands() {
        return discord.requests().all().stream()
                .anyMatch(request -> request.method().equals("PUT")
                        && request.path().endsWith("/commands")
                        && request.status() == 200);
    }

    /** Waits for a post in the channel that has these words in it. */
    MessageRecord posted(String words) {
        await("\"" + words + "\"")
                .atMost(PATIENCE)
                .until(() -> channel.saidByBot().stream().anyMatch(message -> isPost(message, words)));
        return channel.saidByBot().stream()
                .filter(message -> isPost(message, words))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isPost(MessageRecord message, String words) {
        return !isCard(message) && message.content().contains(words);
    }

    /** The card that is kept in sight has one button, which says where the chat stands. */
    static boolean isCard(MessageRecord message) {
        return message.buttons().equals(List.of("Where are we?"));
    }

    /** Waits until a question stands with a thread to answer in. */
    MessageRecord question(String words) {
        MessageRecord post = posted(words);
        await("thread of " + words).atMost(PATIENCE).until(() -> post.thread() != null);
        return post;
    }

    /** The number of the question that is open. */
    OptionalInt open() {
        return card().flatMap(Card::question).stream()
                .mapToInt(Card.Asked::number)
                .findFirst();
    }

    Optional<Card> card() {
        return engine.facilitator().where(room);
    }

    /** The hosts' panel. */
    MessageRecord panel() {
        await("the hosts' panel")
                .atMost(PATIENCE)
                .until(() -> !hosts.saidByBot().isEmpty());
        return hosts.saidByBot().getLast();
    }

    /** Does something with the bot until it has worked, as people do where Discord says that the application did not respond. */
    static void insist(String what, Runnable doing, BooleanSupplier done) {
        for (int tries = 1; ; tries++) {
            try {
                doing.run();
            } catch (AssertionError unheard) {
                if (tries == TRIES) {
                    throw unheard;
                }
            }
            try {
                await(what).atMost(BEFORE_TRYING_AGAIN).until(done::getAsBoolean);
                return;
            } catch (ConditionTimeoutException notYet) {
                if (tries == TRIES) {
                    throw notYet;
                }
            }
        }
    }

    boolean keeps(User person, String words) {
        return engine.facilitator().mine(account(person), room).stream()
                .anyMatch(mine -> mine.text().contains(words));
    }

    static Account account(User person) {
        return new Account(DiscordPlatform.NAME, Long.toString(person.id()));
    }

    /** A message as Parley names it. */
    MessageId id(MessageRecord message) {
        String own = Long.toString(message.id());
        return message.channel() == channel
                ? new MessageId(room, own)
                : new MessageId(room, message.channel().id() + "." + own);
    }

    Engine engine() {
        return engine;
    }

    Recap recap() {
        return engine.recap(CHAT).orElseThrow();
    }

    /** The posts that the outbox says are done, by the messages that came of them, in order. */
    List<MessageId> done() {
        return posts().filter(row -> row.state() == Row.State.DONE)
                .flatMap(row -> row.ref().stream())
                .toList();
    }

    /** Posts that the outbox has not finished, or that were refused. */
    List<String> undone() {
        return posts().filter(row -> row.state() != Row.State.DONE && row.state() != Row.State.LAPSED)
                .map(row -> row.effect().key() + " " + row.state())
                .toList();
    }

    private Stream<Row> posts() {
        return store.<List<Row>>read(reading -> reading.rows(CHAT)).stream()
                .filter(row -> row.effect() instanceof Effect.Post)
                .sorted(java.util.Comparator.comparingLong(Row::place));
    }

    /** What stands in the channel and its threads in the bot's name, without what is only kept in sight, in order. */
    List<MessageRecord> standing() {
        return Stream.concat(Stream.of(channel), channel.threads().stream())
                .flatMap(place -> place.saidByBot().stream())
                .filter(message -> !message.isSystem() && !isCard(message))
                .sorted(java.util.Comparator.comparingLong(MessageRecord::id))
                .toList();
    }

    @Override
    public void close() {
        if (engine != null) {
            engine.close();
        }
        store.close();
        discord.close();
    }
}
