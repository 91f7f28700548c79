package dev.parley.platform.discord;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.FakeFacilitator;
import dev.parley.platform.Outgoing;
import dev.parley.platform.Samples;
import dev.parley.platform.Unlimited;
import dev.parley.platform.discord.local.Channel;
import dev.parley.platform.discord.local.Guild;
import dev.parley.platform.discord.local.LocalDiscord;
import dev.parley.platform.discord.local.MessageRecord;
import dev.parley.platform.discord.local.User;
import dev.parley.platform.discord.wire.Places;
import dev.parley.voice.Prompts;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;

/** A server with a channel and some people on a local Discord, and the platform that serves it. */
final class Community implements AutoCloseable {
    final LocalDiscord discord = LocalDiscord.start();
    final Guild guild = discord.guild("Teachers");
    final Channel channel = guild.channel("tuesday-talk");
    final User ana = guild.member("Ana");
    final User bo = guild.member("Bo");
    final RoomId room = new RoomId("discord", Long.toString(channel.id()));
    final FakeFacilitator facilitator;
    final DiscordPlatform platform;

    Community() {
        this(new FakeFacilitator());
    }

    Community(FakeFacilitator facilitator) {
        this.facilitator = facilitator;
        this.platform = platform(settings(DiscordSettings.Shards.ONE));
    }

    DiscordSettings settings(DiscordSettings.Shards shards) {
        return new DiscordSettings(
                discord.token(),
                discord.api(),
                Optional.of(discord.gateway()),
                shards,
                true,
                Optional.empty(),
                Set.of(),
                Set.of(),
                Map.of(room.id(), new DiscordSettings.Room(true)));
    }

    static DiscordPlatform platform(DiscordSettings settings) {
        return new DiscordPlatform(
                settings, Prompts.of("discord", "commands"), Unlimited.LEAVE, Unlimited.LEAVE, InstantSource.system());
    }

    /** Starts, and waits until it hears. */
    Community start() {
        platform.start(facilitator);
        return connected();
    }

    Community connected() {
        Awaitility.await().until(() -> discord.listeners() == 1 && !facilitator.returned.isEmpty());
        return this;
    }

    MessageId id(MessageRecord message) {
        String own = Long.toString(message.id());
        String in = Long.toString(message.channel().id());
        return new MessageId(room, in.equals(room.id()) ? own : in + "." + own);
    }

    MessageRecord record(MessageId message) {
        return Optional.ofNullable(
                        discord.message(Long.parseLong(Places.target(message).message())))
                .orElseThrow();
    }

    static Account account(User user) {
        return new Account("discord", Long.toString(user.id()));
    }

    Outgoing saying(String key, String text) {
        return Samples.saying(room, key, text);
    }

    Outgoing question(String key, String text) {
        return Samples.question(room, key, text);
    }

    /** What everybody sees, in order. */
    List<String> seen() {
        return channel.history().stream()
                .filter(message -> !message.isSystem())
                .map(MessageRecord::content)
                .toList();
    }

    @Override
    public void close() {
        platform.close();
        discord.close();
    }
}
