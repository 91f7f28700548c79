package dev.parley.platform.slack.talk;

import com.google.gson.JsonObject;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Place;
import dev.parley.platform.Incoming;
import dev.parley.platform.slack.wire.Reader;
import dev.parley.platform.slack.wire.Rooms;
import dev.parley.platform.slack.wire.Rooms.Channel;
import dev.parley.platform.slack.wire.SlackPhrase;
import dev.parley.platform.slack.wire.Whispers;
import dev.parley.platform.talk.PrivateWord;
import dev.parley.platform.talk.Saying;
import dev.parley.platform.talk.Talk;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What people say to the bot in private. */
final class PrivateMessages {
    /** Between the channel and the time of a message, which together name it. */
    private static final char AT = '-';

    private static final CompletionStage<Void> NOTHING = CompletableFuture.completedFuture(null);

    private final Means means;

    PrivateMessages(Means means) {
        this.means = means;
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
        String prefix = channel.id() + AT;
        if (!id.startsWith(prefix)) {
            return Optional.empty();
        }
        String ts = id.substring(prefix.length());
        return means.messages().thread(channel, ts).stream()
                .filter(message -> Reader.text(message, "ts").equals(ts))
                .findFirst()
                .flatMap(message -> read(channel, message));
    }

    private Optional<PrivateWord> read(Channel channel, JsonObject message) {
        return means.reader()
                .said(message, Rooms.privately(channel), channel.team())
                .map(said -> new Word(channel, said));
    }

    /** An id that no message of another conversation has. */
    private static String id(MessageId message) {
        return Rooms.channel(message.room()).id() + AT + message.id();
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
            means.whispers().say(channel, thread, "answer/" + id(), pieces);
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
