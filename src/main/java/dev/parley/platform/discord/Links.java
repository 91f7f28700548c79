package dev.parley.platform.discord;

import dev.parley.conversation.MessageId;
import java.net.URI;

/** Addresses at which people open a message in their Discord. */
final class Links {
    private static final String PEOPLES_DISCORD = "https://discord.com/channels/";

    private Links() {}

    static URI to(String guild, MessageId message) {
        Places.Target target = Places.target(message);
        return URI.create(PEOPLES_DISCORD + guild + "/" + target.channel() + "/" + target.message());
    }

    static URI toChannel(String guild, String channel) {
        return URI.create(PEOPLES_DISCORD + guild + "/" + channel);
    }
}
