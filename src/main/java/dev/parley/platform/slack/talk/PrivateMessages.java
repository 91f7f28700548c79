package dev.parley.platform.slack.talk;

import com.google.gson.JsonObject;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Place;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Incoming;
import dev.parley.platform.Unhurried;
import dev.parley.platform.slack.wire.Backlog;
import dev.parley.platform.slack.wire.Reader;
import dev.parley.platform.slack.wire.Rooms;
import dev.parley.platform.slack.wire.Rooms.Channel;
import dev.parley.platform.slack.wire.SlackPhrase;
import dev.parley.platform.slack.wire.Whispers;
import dev.parley.platform.talk.PrivateHistory;
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

    /** So many requests a minute read what stands in private conversations: Slack allows fifty, and channels are read back as well. */
    private static final int READINGS = 25;

    private static final CompletionStage<Void> NOTHING = CompletableFuture.completedFuture(null);

    private final Means means;

    private final Backlog backlog;

    PrivateMessages(Means means) {
        this.means = means;
        this.backlog = new Backlog(
                means.messages(),
                means.threads(),
                new Unhurried(READINGS, Duration.ofMinutes(1), System::nanoTime)::await);
    }

    /**
     * Hands on what happened in a private conversation.
     *
     * @return complete when it is dealt with; fails where it is not, and may come again
     */
    CompletionStage<Void> happened(String team, JsonObject event, Talk talk) {
        Channel channel = new Channel(team, Reader.text(event, "channel"));
        return switch (Reader.text(event, "subtype")) {
            case "message_changed" ->
                Reader.object(event, "message")
                        .map(message -> changed(channel, message, talk))
                        .orElse(NOTHING);
            case "message_deleted" -> deleted(channel, Reader.text(event, "deleted_ts"), talk);
            default -> read(channel, event).map(talk::saidInPrivate).orElse(NOTHING);
        };
    }

    /** Where something stands under a message, that one is a tombstone once it is gone. */
    private CompletionStage<Void> changed(Channel channel, JsonObject message, Talk talk) {
        if (Reader.text(message, "subtype").equals("tombstone")) {
            return deleted(channel, Reader.text(message, "ts"), talk);
        }
        return Optional.of(message)
                .filter(one -> one.has("edited"))
                .flatMap(one -> read(channel, one))
                .map(talk::editedInPrivate)
                .orElse(NOTHING);
    }

    private static CompletionStage<Void> deleted(Channel channel, String ts, Talk talk) {
        MessageId gone = new MessageId(Rooms.privately(channel), ts);
        return talk.deletedInPrivate(gone, id(gone));
    }

    /** What somebody said in a private conversation, as it stands there now; empty where it is gone. */
    Optional<PrivateWord> find(Channel channel, String id) {
        return ts(channel, id)
                .flatMap(ts -> means.messages().thread(channel, ts).stream()
                        .filter(message -> Reader.text(message, "ts").equals(ts))
                        .findFirst())
                .flatMap(message -> read(channel, message));
    }

    /** What Slack remembers of a private conversation; it is read without any hurry. */
    PrivateHistory history(RoomId room) {
        Channel channel = Rooms.channel(room);
        return new PrivateConversation(channel, means, backlog, message -> read(channel, message));
    }

    /** The time by which a channel knows what is named so; empty where that stands in another. */
    static Optional<String> ts(Channel channel, String id) {
        String prefix = channel.id() + AT;
        return id.startsWith(prefix) ? Optional.of(id.substring(prefix.length())) : Optional.empty();
    }

    private Optional<PrivateWord> read(Channel channel, JsonObject message) {
        return means.reader()
                .said(message, Rooms.privately(channel), channel.team())
                .map(said -> new Word(channel, said));
    }

    /** An id that no message of another conversation has. */
    static String id(MessageId message) {
        return Rooms.channel(message.room()).id() + AT + message.id();
    }

    /** The key of the answer to something. */
    static String answer(PrivateWord word) {
        return "answer/" + word.id();
    }

    private final class Word implements PrivateWord {
        private final Channel channel;
        private final Incoming.Said said;

        Word(Channel channel, Incoming.Said said) {
            this.channel = channel;
            this.said = said;
        }

        @Override
        public String id() {
            return PrivateMessages.id(said.message());
        }

        @Override
        public Optional<String> repliesTo() {
            return said.place() instanceof Place.Under(MessageId message)
                    ? Optional.of(PrivateMessages.id(message))
                    : Optional.empty();
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
            String thread = said.place() instanceof Place.Under(MessageId message) ? message.id() : null;
            means.whispers().say(channel, thread, PrivateMessages.answer(this), pieces);
        }

        @Override
        public void receipt() {
            means.api()
                    .ask(
                            channel.team(),
                            methods -> methods.reactionsAdd(request -> request.channel(channel.id())
                                    .timestamp(said.message().id())
                                    .name(means.voice().say(SlackPhrase.RECEIPT_FILED))),
                            "already_reacted",
                            "message_not_found");
        }
    }
}
