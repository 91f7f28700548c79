package dev.parley.platform.discord;

import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Caller;
import dev.parley.platform.discord.Places.Spot;
import dev.parley.platform.discord.Standings.Standing;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/** Who asks, about which room, and what the settings say that they may. Found out anew for everything that is asked. */
final class Askers {
    private final DiscordSettings settings;
    private final Places places;
    private final Standings standings;

    Askers(DiscordSettings settings, Places places, Standings standings) {
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
        Standing standing = standings.of(account, room);
        boolean hostThere = host || isHost(account, standing.roles());
        String name = interaction.name().isEmpty() ? standing.name() : interaction.name();
        return new Asker(new Caller(account, name, hostThere), room, standing.sees() || hostThere);
    }

    /** Whether somebody can see a room. */
    boolean sees(Account account, RoomId room) {
        return standings.of(account, room).sees();
    }

    /** What somebody is called where a room is; empty where that is not known. */
    String name(Account account, RoomId room) {
        return standings.of(account, room).name();
    }

    private boolean isHost(Account account, Set<String> roles) {
        return settings.hostUsers().contains(account.id()) || !Collections.disjoint(settings.hostRoles(), roles);
    }

    void forget(Account account) {
        standings.forget(account);
    }
}
