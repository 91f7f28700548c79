package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A role of a guild; the one with the guild's id is everyone's. */
public final class Role {
    final Guild guild;
    final long id;
    final String name;
    final int position;
    final @Nullable User bot;
    long permissions;

    Role(Guild guild, long id, String name, int position, long permissions, @Nullable User bot) {
        this.guild = guild;
        this.id = id;
        this.name = name;
        this.position = position;
        this.permissions = permissions;
        this.bot = bot;
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** Grants it more, everywhere in its guild. */
    public Role may(Permission... granted) {
        return change(permissions | Permission.of(java.util.List.of(granted)));
    }

    /** Takes permissions from it, everywhere in its guild. */
    public Role mayNot(Permission... taken) {
        return change(permissions & ~Permission.of(java.util.List.of(taken)));
    }

    /** How people mention it. */
    public String mention() {
        return "<@&" + id + ">";
    }

    private Role change(long now) {
        synchronized (guild.world) {
            Collection<Channel> hidden = guild.hiddenFromBot();
            permissions = now;
            ObjectNode data = Json.object().put("guild_id", Long.toString(guild.id));
            data.set("role", json());
            guild.world.gateway.tell(Dispatch.ofGuild("GUILD_ROLE_UPDATE", guild, Intent.GUILDS, data));
            guild.showAgain(hidden);
        }
        return this;
    }

    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("id", Long.toString(id))
                .put("name", name)
                .put("color", 0)
                .put("hoist", false)
                .putNull("icon")
                .putNull("unicode_emoji")
                .put("position", position)
                .put("permissions", Long.toString(permissions))
                .put("managed", bot != null)
                .put("mentionable", false)
                .put("flags", 0);
        json.putObject("colors")
                .put("primary_color", 0)
                .putNull("secondary_color")
                .putNull("tertiary_color");
        if (bot != null) {
            json.putObject("tags").put("bot_id", Long.toString(bot.id));
        }
        return json;
    }
}
