package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * An event for those sessions that may know of it.
 *
 * @param guild the guild whose shard hears it; null for what goes to the first shard
 * @param channel what the bot must be able to see; null for none
 * @param intent one of which the session must have asked for; 0 for none
 * @param content whether people's words in it are only for those with the message-content intent
 * @param data with the words
 * @param serialised the event without its number, where it was made before
 */
record Dispatch(
        String type,
        @Nullable Guild guild,
        @Nullable Channel channel,
        int intent,
        boolean content,
        ObjectNode data,
        byte @Nullable [] serialised) {

    static Dispatch ofGuild(String type, Guild guild, int intent, ObjectNode data) {
        return new Dispatch(type, guild, null, intent, false, data, null);
    }

    static Dispatch ofChannel(String type, Channel channel, int guildIntent, int directIntent, ObjectNode data) {
        return new Dispatch(
                type, channel.guild, channel, channel.guild == null ? directIntent : guildIntent, false, data, null);
    }

    Dispatch withContent() {
        return new Dispatch(type, guild, channel, intent, true, data, serialised);
    }

    /** The same, serialised before. */
    Dispatch made(byte[] head) {
        return new Dispatch(type, guild, channel, intent, content, data, head);
    }

    /** The same without people's words: what a session without the message-content intent is told. */
    ObjectNode blank() {
        ObjectNode blank = data.deepCopy();
        blank.put("content", "");
        for (String part : new String[] {"embeds", "attachments", "components"}) {
            blank.putArray(part);
        }
        blank.remove("poll");
        if (blank.get("referenced_message") instanceof ObjectNode referenced
                && !referenced.path("own").asBoolean()) {
            blankReferenced(referenced);
        }
        return blank;
    }

    private static void blankReferenced(ObjectNode referenced) {
        referenced.put("content", "");
        for (String part : new String[] {"embeds", "attachments", "components"}) {
            referenced.putArray(part);
        }
    }
}
