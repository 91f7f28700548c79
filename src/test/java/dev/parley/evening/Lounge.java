package dev.parley.evening;

import static org.awaitility.Awaitility.await;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.Plan;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Allowance;
import dev.parley.platform.SlidingBudget;
import dev.parley.platform.Unlimited;
import dev.parley.platform.discord.DiscordPlatform;
import dev.parley.platform.discord.DiscordSettings;
import dev.parley.platform.discord.local.Channel;
import dev.parley.platform.discord.local.Guild;
import dev.parley.platform.discord.local.LocalDiscord;
import dev.parley.platform.discord.local.MessageRecord;
import dev.parley.platform.discord.local.Permission;
import dev.parley.platform.discord.local.Role;
import dev.parley.platform.discord.local.User;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A channel of a server on a local Discord, five people in it, and a whole Parley that hosts one chat there. */
final class Lounge implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(100);
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
    final Hosted hosted;
    private final InstantSource clock;

    Lounge(Path folder) {
        this(folder, InstantSource.system());
    }

    /** @param clock by which Discord and Parley go */
    Lounge(Path folder, InstantSource clock) {
        this.clock = clock;
        discord.clock(clock);
        hosted = new Hosted(folder, room);
        hosts.allows(hosting, Permission.VIEW_CHANNEL).allows(hanna, Permission.VIEW_CHANNEL);
    }

    /** Begins to serve a chat, and waits until it hears and knows its commands. */
    Lounge serve(Plan plan) {
        hosted.serve(plan, platform());
        return hears();
    }

    /** Waits until it is heard and its commands are known. */
    Lounge hears() {
        await().atMost(PATIENCE).until(() -> discord.listeners() == 1 && hasCommands());
        return this;
    }

    /** The platform, which has not started. */
    DiscordPlatform platform() {
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
        return new DiscordPlatform(
                settings, Hosted.voice(), SlidingBudget.alone(allowance, System::nanoTime), Unlimited.LEAVE, clock);
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

    /** The hosts' panel. */
    MessageRecord panel() {
        await("the hosts' panel")
                .atMost(PATIENCE)
                .until(() -> !hosts.saidByBot().isEmpty());
        return hosts.saidByBot().getLast();
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

    /** What stands in the channel and its threads in the bot's name, without what is only kept in sight, in order. */
    List<MessageRecord> standing() {
        return Stream.concat(Stream.of(channel), channel.threads().stream())
                .flatMap(place -> place.saidByBot().stream())
                .filter(message -> !message.isSystem() && !isCard(message))
                .sorted(Comparator.comparingLong(MessageRecord::id))
                .toList();
    }

    @Override
    public void close() {
        hosted.close();
        discord.close();
    }
}
