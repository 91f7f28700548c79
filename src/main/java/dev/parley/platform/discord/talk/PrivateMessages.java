package dev.parley.platform.discord.talk;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.Place;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Incoming;
import dev.parley.platform.discord.wire.DiscordPhrase;
import dev.parley.platform.discord.wire.Places;
import dev.parley.platform.discord.wire.Places.Spot;
import dev.parley.platform.discord.wire.Reader;
import dev.parley.platform.discord.wire.Requests;
import dev.parley.platform.discord.wire.Snowflake;
import dev.parley.platform.talk.PrivateWord;
import dev.parley.platform.talk.Saying;
import dev.parley.platform.talk.Talk;
import dev.parley.voice.Voice;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;

/** What stands in the bot's direct messages. Words there always come along, also where the bot may not read messages in channels. */
final class PrivateMessages {
    private final Requests requests;
    private final Voice voice;
    private final Supplier<String> self;

    PrivateMessages(Requests requests, Voice voice, Supplier<String> self) {
        this.requests = requests;
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

        @Override
        public void answer(Saying saying) {
            Rendering.bodies(saying)
                    .forEach(body -> requests.send(Route.Messages.SEND_MESSAGE.compile(channel), body, List.of()));
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
