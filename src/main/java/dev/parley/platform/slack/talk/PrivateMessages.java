package dev.parley.platform.slack.talk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.gson.JsonObject;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Incoming;
import dev.parley.platform.slack.wire.Reader;
import dev.parley.platform.slack.wire.Rooms;
import dev.parley.platform.slack.wire.Rooms.Channel;
import dev.parley.platform.slack.wire.SlackPhrase;
import dev.parley.platform.slack.wire.Whispers;
import dev.parley.platform.talk.PrivateWord;
import dev.parley.platform.talk.Saying;
import dev.parley.platform.talk.Talk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What people say to the bot in private. */
final class PrivateMessages {
    /** Between the channel and the time of a message, which together name it. */
    private static final char AT = '-';

    private final Means means;

    /** What came lately and did not fail, since anything can come again; that is dealt with once. */
    private final Cache<String, CompletionStage<Void>> came = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofMinutes(30))
            .build();

    PrivateMessages(Means means) {
        this.means = means;
    }

    /**
     * Hands on what happened in a private conversation.
     *
     * @return complete when it is dealt with; fails where it is not, and may come again
     */
    CompletionStage<Void> happened(String team, JsonObject event, Talk talk) {
        String channel = Reader.text(event, "channel");
        return switch (Reader.text(event, "subtype")) {
            case "message_changed" ->
                Reader.object(event, "message")
                        .filter(message -> message.has("edited"))
                        .flatMap(message -> read(team, channel, message))
                        .map(word -> talk.editedInPrivate(channel, word))
                        .orElse(CompletableFuture.completedFuture(null));
            case "message_deleted" -> talk.deletedInPrivate(channel, channel + AT + Reader.text(event, "deleted_ts"));
            default ->
                read(team, channel, event)
                        .map(word -> once(channel, word, talk))
                        .orElse(CompletableFuture.completedFuture(null));
        };
    }

    private CompletionStage<Void> once(String channel, PrivateWord word, Talk talk) {
        String id = word.said().message().id();
        CompletionStage<Void> dealtWith = came.get(id, _ -> talk.saidInPrivate(channel, word));
        return dealtWith.whenComplete((_, trouble) -> {
            if (trouble != null) {
                came.asMap().remove(id, dealtWith);
            }
        });
    }

    /** What somebody said in a private conversation, as it stands there now; empty where it is gone. */
    Optional<PrivateWord> find(String team, String channel, String id) {
        String prefix = channel + AT;
        if (!id.startsWith(prefix)) {
            return Optional.empty();
        }
        String ts = id.substring(prefix.length());
        return means.messages().thread(new Channel(team, channel), ts).stream()
                .filter(message -> Reader.text(message, "ts").equals(ts))
                .findFirst()
                .flatMap(message -> read(team, channel, message));
    }

    private Optional<PrivateWord> read(String team, String channel, JsonObject message) {
        return means.reader()
                .said(message, new RoomId(Rooms.NAME, channel), team)
                .map(said -> new Word(new Channel(team, channel), said.message().id(), named(said, channel)));
    }

    /** The same by an id that no message of another conversation has. */
    private static Incoming.Said named(Incoming.Said said, String channel) {
        MessageId id = new MessageId(
                said.message().room(), channel + AT + said.message().id());
        return new Incoming.Said(id, said.author(), said.name(), said.text(), said.place(), said.at(), said.revised());
    }

    private final class Word implements PrivateWord {
        private final Channel channel;
        private final String ts;
        private final Incoming.Said said;

        Word(Channel channel, String ts, Incoming.Said said) {
            this.channel = channel;
            this.ts = ts;
            this.said = said;
        }

        @Override
        public Incoming.Said said() {
            return said;
        }

        @Override
        public void answer(Saying saying) {
            List<Whispers.Piece> pieces = Rendering.messages(saying).stream()
                    .map(message -> new Whispers.Piece(message.words(), message.below()))
                    .toList();
            means.whispers().say(channel, "answer/" + said.message().id(), pieces);
        }

        @Override
        public void receipt() {
            means.api()
                    .ask(
                            channel.team(),
                            methods -> methods.reactionsAdd(request -> request.channel(channel.id())
                                    .timestamp(ts)
                                    .name(means.voice().say(SlackPhrase.RECEIPT_FILED))),
                            "already_reacted",
                            "message_not_found");
        }
    }
}
