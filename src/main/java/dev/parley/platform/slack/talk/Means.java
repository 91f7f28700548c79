package dev.parley.platform.slack.talk;

import dev.parley.conversation.MessageId;
import dev.parley.platform.slack.wire.Messages;
import dev.parley.platform.slack.wire.Names;
import dev.parley.platform.slack.wire.Reader;
import dev.parley.platform.slack.wire.Rooms;
import dev.parley.platform.slack.wire.Threads;
import dev.parley.platform.slack.wire.WebApi;
import dev.parley.platform.slack.wire.Whispers;
import dev.parley.voice.Voice;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * What answering people needs of the rest.
 *
 * @param links where people can open a message
 */
public record Means(
        Hosts hosts,
        Voice voice,
        WebApi api,
        Rooms rooms,
        Names names,
        Reader reader,
        Messages messages,
        Threads threads,
        Whispers whispers,
        Function<MessageId, Optional<URI>> links,
        InstantSource clock) {}
