package dev.parley.platform.discord.talk;

import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Caller;
import dev.parley.platform.discord.talk.Standings.Standing;
import dev.parley.platform.discord.wire.Places;
import dev.parley.platform.discord.wire.Places.Spot;
import dev.parley.platform.talk.Asker;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/** Who asks, about which room, and what the settings say that they may. Found out anew for everything that is asked. */
final class Askers {
    private final Hosts hosts;
    private final Places places;
    private final Standings standings;

    Askers(Hosts hosts, Places places, Standings standings) {
        this.hosts = hosts;
        this.places = places;
        this.standings = standings;
    }

    /** The place among our rooms in which something was done, if it was in one. */
    Optional<Spot> here(Interaction interaction) {
        interaction.parent().ifPresent(parent -> places.learn(interaction.channel(), parent));
        return Optional.ofNullable(places.spot(interaction.channel()));
    }

    /** Who asks about a room. Asks Discord where they are not in it just now. */
    Asker asker(Interaction interaction, RoomId room) {
        Account account = interaction.account();
        boolean inside = here(interaction).map(Spot::room).filter(room::equals).isPresent();
        boolean host = isHost(account, interaction.roles());
        if (inside || host) {
            return new Asker(new Caller(account, interaction.name(), host), room, true);
        }
        Standing standing = standings.of(account, room);
        boolean hostThere = isHost(account, standing.roles());
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
        return hosts.users().contains(account.id()) || !Collections.disjoint(hosts.roles(), roles);
    }

    void forget(Account account) {
        standings.forget(account);
    }
}
