package dev.parley.platform.discord;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Card;
import dev.parley.platform.FakeFacilitator;
import dev.parley.platform.Samples;
import dev.parley.platform.SlowFacilitator;
import dev.parley.platform.Unlimited;
import dev.parley.platform.discord.local.Channel;
import dev.parley.platform.discord.local.Guild;
import dev.parley.platform.discord.local.Interaction;
import dev.parley.platform.discord.local.LocalDiscord;
import dev.parley.platform.discord.local.MessageRecord;
import dev.parley.platform.discord.local.Permission;
import dev.parley.platform.discord.local.Role;
import dev.parley.platform.discord.local.User;
import dev.parley.platform.talk.Patience;
import dev.parley.voice.Prompts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** An evening on a local Discord: a room, a private channel of the hosts, people, and a database that can be made to hang. */
final class Evening implements AutoCloseable {
    static final Duration UNDO = Duration.ofSeconds(2);

    final LocalDiscord discord = LocalDiscord.start();
    final Guild guild = discord.guild("Teachers");
    final Channel channel = guild.channel("tuesday-talk");
    final Channel other = guild.channel("thursday-talk");
    final Channel hosts = guild.channel("hosts")
            .denies(guild.everyone(), Permission.VIEW_CHANNEL)
            .allows(guild.botRole(), Permission.VIEW_CHANNEL);
    final Role hosting = guild.role("Hosting");
    final User ana = guild.member("Ana");
    final User bo = guild.member("Bo");
    final User hanna = guild.member("Hanna").has(hosting);
    final User ines = guild.member("Ines");
    final RoomId room = room(channel);

    {
        hosts.allows(hosting, Permission.VIEW_CHANNEL)
                .allows(ines, Permission.VIEW_CHANNEL)
                .allows(ana, Permission.VIEW_CHANNEL);
    }

    final FakeFacilitator facilitator = new FakeFacilitator();
    private final List<DiscordPlatform> platforms = new ArrayList<>();
    private final SlowFacilitator slow = new SlowFacilitator(facilitator);
    private Optional<String> panel = Optional.of(Long.toString(hosts.id()));
    private Set<String> rooms = Set.of(room.id());
    private Duration keeping = Duration.ofSeconds(20);

    static RoomId room(Channel channel) {
        return new RoomId("discord", Long.toString(channel.id()));
    }

    Evening withoutHostsChannel() {
        panel = Optional.empty();
        return this;
    }

    Evening panelIn(Channel where) {
        panel = Optional.of(Long.toString(where.id()));
        return this;
    }

    Evening withTwoRooms() {
        rooms = Set.of(room.id(), room(other).id());
        return this;
    }

    Evening keepingFor(Duration atMost) {
        keeping = atMost;
        return this;
    }

    DiscordSettings settings() {
        return new DiscordSettings(
                discord.token(),
                discord.api(),
                Optional.of(discord.gateway()),
                DiscordSettings.Shards.ONE,
                true,
                panel,
                Set.of(Long.toString(ines.id())),
                Set.of(Long.toString(hosting.id())),
                rooms.stream().collect(Collectors.toMap(id -> id, _ -> new DiscordSettings.Room(true))));
    }

    /** Starts the platform, or one more. */
    DiscordPlatform starts() {
        DiscordSettings settings = settings();
        Patience patience = new Patience(Duration.ofSeconds(30), keeping, UNDO, Duration.ofMillis(500));
        DiscordPlatform platform = new DiscordPlatform(
                settings,
                Prompts.of("discord", "commands"),
                Unlimited.LEAVE,
                Unlimited.LEAVE,
                InstantSource.system(),
                patience);
        int registered = registrations();
        platforms.add(platform);
        platform.start(slow.facilitator());
        Awaitility.await().until(() -> discord.listeners() == 1 && registrations() > registered);
        return platform;
    }

    void stops(DiscordPlatform platform) {
        platform.close();
        platforms.remove(platform);
        Awaitility.await().until(() -> discord.listeners() == 0);
    }

    private int registrations() {
        return (int) discord.requests().all().stream()
                .filter(request ->
                        request.method().equals("PUT") && request.path().endsWith("/commands"))
                .count();
    }

    /** Whatever is asked of the facilitator takes until the database moves again. */
    void databaseHangs() {
        slow.databaseHangs();
    }

    void databaseMoves() {
        slow.databaseMoves();
    }

    /** How often the facilitator has answered when this was asked of it. */
    int answered(String method) {
        return slow.answered(method);
    }

    static Account account(User user) {
        return new Account("discord", Long.toString(user.id()));
    }

    MessageId id(MessageRecord message) {
        return new MessageId(room, Long.toString(message.id()));
    }

    /** The third of three questions is open; the platform posted it. */
    MessageRecord thirdQuestion(DiscordPlatform platform) {
        MessageId post = platform.post(Samples.question(room, "talk/Q3", "**Q3** What next?"));
        facilitator.cards.put(room, Samples.third(post));
        return discord.message(Long.parseLong(post.id()));
    }

    Card card() {
        return facilitator.cards.get(room);
    }

    /** What stands there after something in it was pressed. */
    static MessageRecord after(MessageRecord shown, Supplier<Interaction> press) {
        int before = shown.versions().size();
        press.get().acknowledged();
        Awaitility.await().until(() -> shown.versions().size() > before);
        return shown;
    }

    static MessageRecord afterPressing(User user, MessageRecord shown, String label) {
        return after(shown, () -> user.pressesLabel(shown, label));
    }

    static Map<String, String> text(String words) {
        return Map.of("text", words);
    }

    @Override
    public void close() {
        databaseMoves();
        platforms.forEach(DiscordPlatform::close);
        discord.close();
    }
}
