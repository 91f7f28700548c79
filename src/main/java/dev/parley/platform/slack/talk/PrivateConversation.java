package dev.parley.platform.slack.talk;

import static java.util.Objects.requireNonNull;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.parley.conversation.MessageId;
import dev.parley.platform.slack.wire.Backlog;
import dev.parley.platform.slack.wire.Keyed;
import dev.parley.platform.slack.wire.Reader;
import dev.parley.platform.slack.wire.Rooms;
import dev.parley.platform.slack.wire.Rooms.Channel;
import dev.parley.platform.talk.PrivateHistory;
import dev.parley.platform.talk.PrivateWord;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A private conversation as Slack remembers it.
 *
 * @param reader what a person says in a message
 */
record PrivateConversation(
        Channel channel, Means means, Backlog backlog, Function<JsonObject, Optional<PrivateWord>> reader)
        implements PrivateHistory {

    @Override
    public Optional<MessageId> message(String id) {
        return PrivateMessages.ts(channel, id).map(ts -> new MessageId(Rooms.privately(channel), ts));
    }

    @Override
    public String id(MessageId message) {
        return PrivateMessages.id(message);
    }

    @Override
    public Past since(Instant from, Set<MessageId> known) {
        Map<String, JsonObject> standing = backlog.since(channel, from, known);
        List<PrivateWord> words = standing.values().stream()
                .flatMap(message -> reader.apply(message).stream())
                .filter(word -> !word.said().at().isBefore(from))
                .sorted(Comparator.comparing(word -> word.said().at()))
                .toList();
        Set<MessageId> said = words.stream().map(word -> word.said().message()).collect(Collectors.toSet());
        Map<MessageId, Instant> gone = new HashMap<>();
        known.stream()
                .filter(message -> Backlog.isSince(message, from) && !said.contains(message))
                .forEach(message -> gone.put(message, Reader.time(message.id())));
        Set<String> answered = standing.values().stream()
                .filter(message -> means.messages().isOurs(channel, message))
                .flatMap(message -> Keyed.of(message).stream())
                .map(Keyed::key)
                .collect(Collectors.toSet());
        List<Found> found = words.stream()
                .map(word -> new Found(
                        word,
                        answered.contains(PrivateMessages.answer(word))
                                || isReceived(requireNonNull(
                                        standing.get(word.said().message().id())))))
                .toList();
        return new Past(
                found, gone, standing.keySet().stream().map(Reader::time).min(Instant::compareTo));
    }

    private boolean isReceived(JsonObject message) {
        JsonPrimitive self = new JsonPrimitive(means.api().self(channel.team()).user());
        return Reader.array(message, "reactions").asList().stream()
                .map(reaction -> Reader.array(reaction.getAsJsonObject(), "users"))
                .anyMatch(users -> users.contains(self));
    }
}
