package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A user in a guild, with a nickname and roles. */
final class Membership {
    final Guild guild;
    final User user;
    final Instant since;
    final Set<Role> roles = new LinkedHashSet<>();

    @Nullable
    String nickname;

    Membership(Guild guild, User user, Instant since) {
        this.guild = guild;
        this.user = user;
        this.since = since;
    }

    /** What this member may do in the guild as a whole. */
    long permissions() {
        if (guild.owner == user) {
            return Permission.EVERYTHING;
        }
        long permissions = guild.everyone.permissions;
        for (Role role : roles) {
            permissions |= role.permissions;
        }
        return Permission.ADMINISTRATOR.in(permissions) ? Permission.EVERYTHING : permissions;
    }

    /** As it stands in a message: without the user. */
    ObjectNode partial() {
        ObjectNode json = Json.object()
                .put("nick", nickname)
                .putNull("avatar")
                .putNull("banner")
                .put("joined_at", Times.text(since))
                .putNull("premium_since")
                .put("deaf", false)
                .put("mute", false)
                .put("flags", 0)
                .put("pending", false)
                .putNull("communication_disabled_until");
        json.set("roles", Snowflakes.json(roles.stream().map(role -> role.id).toList()));
        return json;
    }

    ObjectNode json() {
        ObjectNode json = partial();
        json.set("user", user.json());
        return json;
    }
}
