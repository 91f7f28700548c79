package dev.parley.platform.discord.talk;

import dev.parley.conversation.MessageId;
import dev.parley.platform.Refused;
import dev.parley.platform.discord.wire.Guilds;
import dev.parley.platform.discord.wire.Members;
import dev.parley.platform.discord.wire.Places;
import dev.parley.platform.discord.wire.Requests;
import dev.parley.platform.discord.wire.Rights;
import dev.parley.platform.discord.wire.Whispers;
import dev.parley.voice.Voice;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What answering people needs of the rest.
 *
 * @param remover deletes a message; throws {@link Refused} where the bot may not
 * @param self the bot's own id
 * @param links where people can open a message
 */
public record Means(
        Hosts hosts,
        Voice voice,
        Requests requests,
        Places places,
        Guilds guilds,
        Rights rights,
        Members members,
        Whispers whispers,
        Consumer<MessageId> remover,
        Supplier<String> self,
        Function<MessageId, Optional<URI>> links) {}
