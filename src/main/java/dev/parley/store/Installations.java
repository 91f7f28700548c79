package dev.parley.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Where the bot was installed. A token lies sealed, bound to its workspace. */
final class Installations {
    private final Handle handle;
    private final MasterKey master;

    Installations(Handle handle, MasterKey master) {
        this.handle = handle;
        this.master = master;
    }

    private record Sealed(String team, Optional<String> enterprise, String bot, byte[] token) {}

    List<Installation> of(String community, String platform) {
        List<Sealed> found = handle.createQuery("""
                        select team, enterprise, bot, sealed from installation
                        where community = :community and platform = :platform order by team
                        """)
                .bind("community", community)
                .bind("platform", platform)
                .map((row, context) -> new Sealed(
                        row.getString("team"),
                        Optional.ofNullable(row.getString("enterprise")),
                        row.getString("bot"),
                        row.getBytes("sealed")))
                .list();
        return found.stream()
                .flatMap(one -> unsealed(community, platform, one).stream())
                .toList();
    }

    private Optional<Installation> unsealed(String community, String platform, Sealed one) {
        return master.unsealToken(community, platform, one.team(), one.token())
                .map(plain -> new Installation(one.team(), one.enterprise(), one.bot(), new String(plain, UTF_8)));
    }

    void install(String community, String platform, Installation installation) {
        String team = installation.team();
        uninstall(community, platform, team);
        handle.createUpdate("""
                        insert into installation (community, platform, team, enterprise, bot, sealed)
                        values (:community, :platform, :team, :enterprise, :bot, :sealed)
                        """)
                .bind("community", community)
                .bind("platform", platform)
                .bind("team", team)
                .bind("enterprise", installation.enterprise().orElse(null))
                .bind("bot", installation.bot())
                .bind(
                        "sealed",
                        master.sealToken(
                                community, platform, team, installation.token().getBytes(UTF_8)))
                .execute();
    }

    void uninstall(String community, String platform, String team) {
        handle.createUpdate(
                        "delete from installation where community = :community and platform = :platform and team = :team")
                .bind("community", community)
                .bind("platform", platform)
                .bind("team", team)
                .execute();
    }
}
