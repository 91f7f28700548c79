package dev.parley.platform.discord.talk;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.discord.wire.Backlog;
import dev.parley.platform.discord.wire.Bodies;
import dev.parley.platform.discord.wire.Snowflake;
import dev.parley.platform.talk.PrivateHistory;
import dev.parley.platform.talk.PrivateWord;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * A private channel as Discord remembers it.
 *
 * @param reader what a person says in a message
 */
record PrivateChannel(RoomId room, Backlog backlog, Function<DataObject, Optional<PrivateWord>> reader)
        implements PrivateHistory {

    @Override
    public Optional<MessageId> message(String id) {
        return Snowflake.isOne(id) ? Optional.of(new MessageId(room, id)) : Optional.empty();
    }

    @Override
    public String id(MessageId message) {
        return message.id();
    }

    @Override
    public Past since(Instant from, Set<MessageId> known) {
        List<DataObject> all = backlog.since(room.id(), from);
        Set<String> standing =
                all.stream().map(message -> message.getString("id")).collect(Collectors.toSet());
        Set<String> answered = all.stream()
                .flatMap(message -> Bodies.repliesTo(message).stream())
                .collect(Collectors.toCollection(HashSet::new));
        Map<MessageId, Instant> gone = new HashMap<>();
        known.stream()
                .filter(message -> Snowflake.isOne(message.id()) && !standing.contains(message.id()))
                .filter(message -> !Snowflake.time(message.id()).isBefore(from))
                .forEach(message -> gone.put(message, Snowflake.time(message.id())));
        List<Found> words = all.stream()
                .flatMap(message -> reader
                        .apply(message)
                        .map(word -> new Found(word, isReceived(message) || answered.contains(word.id())))
                        .stream())
                .toList();
        return new Past(words, gone, standing.stream().map(Snowflake::time).min(Instant::compareTo));
    }

    private static boolean isReceived(DataObject message) {
        return message.optArray("reactions").stream()
                .flatMap(reactions -> reactions.stream(DataArray::getObject))
                .anyMatch(reaction -> reaction.getBoolean("me"));
    }
}
