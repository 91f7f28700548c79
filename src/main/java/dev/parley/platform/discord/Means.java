package dev.parley.platform.discord;

import dev.parley.conversation.MessageId;
import dev.parley.voice.Voice;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What answering people needs of the rest.
 *
 * @param self the bot's own id
 * @param links where people can open a message
 */
record Means(
        DiscordSettings settings,
        Voice voice,
        Requests requests,
        Places places,
        Guilds guilds,
        Rights rights,
        Members members,
        Whispers whispers,
        Posts posts,
        Supplier<String> self,
        Function<MessageId, Optional<URI>> links) {}
