package dev.parley.platform.discord.talk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.discord.wire.Guilds;
import dev.parley.platform.discord.wire.Members;
import dev.parley.platform.discord.wire.Rights;
import java.time.Duration;
import java.util.Set;
import net.dv8tion.jda.api.utils.data.DataObject;

/** What people are where a room is, for those who ask about it from elsewhere. */
final class Standings {
    private final Members members;
    private final Guilds guilds;
    private final Rights rights;

    /** Asking Discord takes three requests; one who presses several buttons is asked about once. */
    private final Cache<Key, Standing> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    private record Key(RoomId room, String person) {}

    /**
     * Somebody, where a room is.
     *
     * @param name what they are called there; empty where that is not known
     * @param roles those that they have in its server
     * @param sees whether they can see it
     */
    record Standing(String name, Set<String> roles, boolean sees) {}

    Standings(Members members, Guilds guilds, Rights rights) {
        this.members = members;
        this.guilds = guilds;
        this.rights = rights;
    }

    /** Asks Discord, if nobody has within the last minute. */
    Standing of(Account account, RoomId room) {
        return known.get(new Key(room, account.id()), this::asked);
    }

    private Standing asked(Key key) {
        String guild = guilds.of(key.room().id());
        return members.now(guild, key.person())
                .map(member -> standing(key, guild, member))
                .orElse(new Standing("", Set.of(), false));
    }

    private Standing standing(Key key, String guild, DataObject member) {
        Set<String> roles = Rights.roles(member);
        return new Standing(
                Interaction.name(member, member.getObject("user")),
                roles,
                rights.sees(key.room().id(), guild, key.person(), roles));
    }

    void forget(Account account) {
        known.asMap().keySet().removeIf(key -> key.person().equals(account.id()));
    }
}
