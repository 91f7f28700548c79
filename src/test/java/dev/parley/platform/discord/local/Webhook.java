package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;

/** A programme that speaks in a channel under a name of its own. */
public final class Webhook {
    final Channel channel;
    final long id;
    final String name;
    private final User face;

    Webhook(Channel channel, long id, String name) {
        this.channel = channel;
        this.id = id;
        this.name = name;
        face = new User(channel.world, id, name, true);
    }

    /** Says something in its channel. */
    public MessageRecord says(String text) {
        return channel.world.conversation.post(
                channel, new MessageRecord(channel, channel.world.ids.next(), face, this, text));
    }

    ObjectNode json() {
        return Json.object()
                .put("id", Long.toString(id))
                .put("username", name)
                .put("discriminator", "0000")
                .putNull("global_name")
                .putNull("avatar")
                .put("bot", true);
    }
}
