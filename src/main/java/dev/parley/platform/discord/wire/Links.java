package dev.parley.platform.discord.wire;

import dev.parley.conversation.MessageId;
import java.net.URI;

/** Addresses at which people open a message in their Discord. */
public final class Links {
    private static final String PEOPLES_DISCORD = "https://discord.com/channels/";

    private Links() {}

    /** Where a message of a server is opened. */
    public static URI to(String guild, MessageId message) {
        Places.Target target = Places.target(message);
        return URI.create(PEOPLES_DISCORD + guild + "/" + target.channel() + "/" + target.message());
    }

    /** Where a channel of a server is opened. */
    public static URI toChannel(String guild, String channel) {
        return URI.create(PEOPLES_DISCORD + guild + "/" + channel);
    }
}
