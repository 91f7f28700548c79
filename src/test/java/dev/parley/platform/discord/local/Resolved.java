package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import java.util.List;

/** The users, roles, channels and files that options and menus name, as they come along with them. */
final class Resolved {
    private final World world;
    private final Channel channel;
    private final ObjectNode json = Json.object();

    Resolved(World world, Channel channel) {
        this.world = world;
        this.channel = channel;
    }

    ObjectNode ids(List<String> ids) {
        for (String text : ids) {
            long id = Long.parseUnsignedLong(text);
            User user = world.users.get(id);
            Channel named = world.channels.get(id);
            if (user != null) {
                add(user);
            } else if (named != null) {
                add(named);
            } else if (channel.guild != null && channel.guild.roleOf(id) instanceof Role role) {
                add(role);
            }
        }
        return json;
    }

    void add(User user) {
        json.withObject("/users").set(Long.toString(user.id), user.json());
        Membership member = channel.guild == null ? null : channel.guild.members.get(user.id);
        if (member != null) {
            ObjectNode named = member.partial().put("permissions", Long.toString(channel.permissions(user)));
            json.withObject("/members").set(Long.toString(user.id), named.without(List.of("deaf", "mute")));
        }
    }

    void add(Role role) {
        json.withObject("/roles").set(Long.toString(role.id), role.json());
    }

    void add(Channel named) {
        json.withObject("/channels")
                .set(
                        Long.toString(named.id),
                        named.json().put("permissions", Long.toString(named.permissions(world.bot))));
    }

    void add(Attachment attachment) {
        json.withObject("/attachments").set(Long.toString(attachment.id()), attachment.json(channel));
    }

    ObjectNode json() {
        return json;
    }
}
