package dev.parley.platform.discord.talk;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.Place;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Incoming;
import dev.parley.platform.Unhurried;
import dev.parley.platform.discord.wire.Backlog;
import dev.parley.platform.discord.wire.Bodies;
import dev.parley.platform.discord.wire.DiscordPhrase;
import dev.parley.platform.discord.wire.Places;
import dev.parley.platform.discord.wire.Places.Spot;
import dev.parley.platform.discord.wire.Reader;
import dev.parley.platform.discord.wire.Requests;
import dev.parley.platform.discord.wire.Snowflake;
import dev.parley.platform.talk.PrivateHistory;
import dev.parley.platform.talk.PrivateWord;
import dev.parley.platform.talk.Saying;
import dev.parley.platform.talk.Talk;
import dev.parley.voice.Voice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;

/** What stands in the bot's direct messages. Words there always come along, also where the bot may not read messages in channels. */
final class PrivateMessages {
    /** So many requests a second read what stands in private channels: a tenth of what Discord allows for everything. */
    private static final int READINGS = 5;

    private final Requests requests;
    private final Voice voice;
    private final Supplier<String> self;
    private final Backlog backlog;

    PrivateMessages(Requests requests, Voice voice, Supplier<String> self) {
        this.requests = requests;
        this.backlog = new Backlog(requests, new Unhurried(READINGS, Duration.ofSeconds(1), System::nanoTime)::await);
        this.voice = voice;
        this.self = self;
    }

    /** Hands on what happened in a private channel. Returns at once. */
    void dispatch(String type, DataObject message, Talk talk) {
        switch (type) {
            case "MESSAGE_CREATE" -> read(message).ifPresent(talk::saidInPrivate);
            case "MESSAGE_UPDATE" -> {
                if (Reader.isEdited(message)) {
                    read(message).ifPresent(talk::editedInPrivate);
                }
            }
            case "MESSAGE_DELETE" -> {
                MessageId gone = place(message).message(message.getString("id"));
                talk.deletedInPrivate(gone, gone.id());
            }
            default -> {}
        }
    }

    /** What somebody said in a channel; empty where it is gone. */
    Optional<PrivateWord> find(String channel, String id) {
        return Snowflake.isOne(id)
                ? requests.find(Route.Messages.GET_MESSAGE.compile(channel, id), ErrorResponse.UNKNOWN_MESSAGE)
                        .flatMap(this::read)
                : Optional.empty();
    }

    /** What Discord remembers of a private channel; it is read without any hurry. */
    PrivateHistory history(RoomId room) {
        return new PrivateChannel(room, backlog, this::read);
    }

    private Optional<PrivateWord> read(DataObject message) {
        return Reader.said(message, place(message), self.get(), "@me").map(Word::new);
    }

    private static Spot place(DataObject message) {
        return new Spot(new RoomId(Places.NAME, message.getString("channel_id")), null);
    }

    private final class Word implements PrivateWord {
        private final Incoming.Said said;
        private final String channel;

        Word(Incoming.Said said) {
            this.said = said;
            this.channel = said.message().room().id();
        }

        @Override
        public String id() {
            return said.message().id();
        }

        @Override
        public Optional<String> repliesTo() {
            return said.place() instanceof Place.Under(MessageId message)
                    ? Optional.of(message.id())
                    : Optional.empty();
        }

        @Override
        public Incoming.Said said() {
            return said;
        }

        /** A reply, so that it is seen in the channel what was answered. */
        @Override
        public void answer(Saying saying) {
            Rendering.bodies(saying)
                    .forEach(body -> requests.send(
                            Route.Messages.SEND_MESSAGE.compile(channel), Bodies.replying(body, id()), List.of()));
        }

        @Override
        public void receipt() {
            requests.order(
                    Route.Messages.ADD_REACTION.compile(
                            channel, said.message().id(), voice.say(DiscordPhrase.RECEIPT_PRIVATE), "@me"),
                    ErrorResponse.UNKNOWN_MESSAGE,
                    ErrorResponse.REACTION_BLOCKED);
        }
    }
}
