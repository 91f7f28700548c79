package dev.parley.platform.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Caller;
import dev.parley.platform.discord.Places.Spot;
import dev.parley.platform.discord.Rights.Standing;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Who asks, about which room, and what the settings say that they may. Found out anew for everything that is asked. */
final class Askers {
    private final DiscordSettings settings;
    private final Places places;
    private final BiFunction<RoomId, String, Standing> standings;

    /** Asking Discord takes three requests; one who presses several buttons is asked about once. */
    private final Cache<Key, Standing> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    private record Key(RoomId room, String person) {}

    Askers(DiscordSettings settings, Places places, BiFunction<RoomId, String, Standing> standings) {
        this.settings = settings;
        this.places = places;
        this.standings = standings;
    }

    /**
     * The room that is meant: the one that is named, else the one it is asked in, else the only one.
     *
     * @param named the id of a channel; empty where none is named
     */
    Optional<RoomId> room(Interaction interaction, String named) {
        if (!named.isEmpty()) {
            return places.rooms().stream()
                    .filter(room -> room.id().equals(named))
                    .findFirst();
        }
        Optional<RoomId> here = here(interaction);
        return here.isPresent() || places.rooms().size() > 1
                ? here
                : places.rooms().stream().findFirst();
    }

    private Optional<RoomId> here(Interaction interaction) {
        interaction.parent().ifPresent(parent -> places.learn(interaction.channel(), parent));
        return Optional.ofNullable(places.spot(interaction.channel())).map(Spot::room);
    }

    /** Who asks about a room. Asks Discord where they are not in it just now. */
    Asker asker(Interaction interaction, RoomId room) {
        Account account = interaction.account();
        boolean inside = here(interaction).filter(room::equals).isPresent();
        boolean host = isHost(account, interaction.roles());
        if (inside || host) {
            return new Asker(new Caller(account, interaction.name(), host), room, true);
        }
        Standing standing = standing(account, room);
        boolean hostThere = host || isHost(account, standing.roles());
        return new Asker(new Caller(account, interaction.name(), hostThere), room, standing.sees() || hostThere);
    }

    /** Whether somebody can see a room. */
    boolean sees(Account account, RoomId room) {
        return standing(account, room).sees();
    }

    private Standing standing(Account account, RoomId room) {
        return known.get(new Key(room, account.id()), key -> standings.apply(key.room(), key.person()));
    }

    private boolean isHost(Account account, Set<String> roles) {
        return settings.hostUsers().contains(account.id()) || !Collections.disjoint(settings.hostRoles(), roles);
    }

    void forget(Account account) {
        known.asMap().keySet().removeIf(key -> key.person().equals(account.id()));
    }
}
