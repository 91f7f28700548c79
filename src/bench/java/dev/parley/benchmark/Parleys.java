package dev.parley.benchmark;

import dev.parley.conversation.RoomId;
import dev.parley.engine.Engine;
import dev.parley.engine.Extension;
import dev.parley.engine.Programme;
import dev.parley.engine.Settings;
import dev.parley.engine.SharedBudget;
import dev.parley.platform.Allowance;
import dev.parley.platform.Budget;
import dev.parley.platform.Platform;
import dev.parley.platform.SlidingBudget;
import dev.parley.platform.discord.DiscordLimits;
import dev.parley.platform.discord.DiscordPlatform;
import dev.parley.platform.discord.DiscordSettings;
import dev.parley.store.Store;
import dev.parley.voice.Prompts;
import dev.parley.voice.Voice;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How Parley is put together here: as it is when it runs, but without pages. */
final class Parleys {
    static final String COMMUNITY = "here";

    /** How long a claimed effect may take before somebody else may try. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private Parleys() {}

    /** @param arguments address of the API, of the gateway, token */
    static DiscordPlatform discord(String[] arguments, Collection<RoomId> rooms, InstantSource clock) {
        return discord(
                arguments,
                DiscordSettings.Shards.ONE,
                rooms,
                SlidingBudget.alone(DiscordLimits.REQUESTS, System::nanoTime),
                SlidingBudget.alone(DiscordLimits.OPENINGS, System::nanoTime),
                clock);
    }

    /** The same for one of those that share a database. */
    static DiscordPlatform discord(
            String[] arguments,
            DiscordSettings.Shards shards,
            Collection<RoomId> rooms,
            Store store,
            String instance,
            InstantSource clock) {
        return discord(
                arguments,
                shards,
                rooms,
                shared(store, "discord", instance, DiscordLimits.REQUESTS),
                shared(store, "discord openings", instance, DiscordLimits.OPENINGS),
                clock);
    }

    private static Budget shared(Store store, String name, String instance, Allowance allowance) {
        SharedBudget shared = new SharedBudget(store, name, instance, allowance, LEASE, System::nanoTime);
        shared.start();
        return shared;
    }

    private static DiscordPlatform discord(
            String[] arguments,
            DiscordSettings.Shards shards,
            Collection<RoomId> rooms,
            Budget budget,
            Budget openings,
            InstantSource clock) {
        DiscordSettings settings = new DiscordSettings(
                arguments[2],
                URI.create(arguments[0]),
                Optional.of(URI.create(arguments[1])),
                shards,
                true,
                Optional.empty(),
                Set.of(),
                Set.of(),
                rooms.stream().collect(Collectors.toMap(RoomId::id, _ -> new DiscordSettings.Room(false))));
        return new DiscordPlatform(settings, voice(), budget, openings, clock);
    }

    static Engine engine(Store store, Platform platform, Programme programme, String instance, InstantSource clock) {
        return engine(store, platform, programme, voice(), instance, clock, Optional.empty());
    }

    static Engine engine(
            Store store,
            Platform platform,
            Programme programme,
            Voice voice,
            String instance,
            InstantSource clock,
            Optional<Extension> extension) {
        Settings settings = new Settings(
                COMMUNITY,
                ZoneId.of("Europe/Berlin"),
                Locale.UK,
                Optional.empty(),
                Optional.empty(),
                _ -> "",
                LEASE,
                5_000,
                instance);
        return new Engine(settings, store, List.of(platform), programme, voice, clock, extension);
    }

    private static Voice voice() {
        return Prompts.of("voice", "recap", "discord", "commands");
    }
}
