package dev.parley.platform.slack;

import dev.parley.conversation.MessageId;
import dev.parley.platform.Mark;
import dev.parley.platform.ReceiptMarks;
import dev.parley.platform.slack.wire.Reader;
import dev.parley.platform.slack.wire.Rooms;
import dev.parley.platform.slack.wire.Rooms.Channel;
import dev.parley.platform.slack.wire.SlackPhrase;
import dev.parley.platform.slack.wire.WebApi;
import dev.parley.voice.Voice;
import java.time.InstantSource;

/** Receipts are reactions, given one by one. */
final class Receipts implements ReceiptMarks.Reactions {
    private static final String[] NOTHING_TO_MARK = {
        "already_reacted", "message_not_found", "thread_locked", "too_many_emoji", "too_many_reactions"
    };

    private static final String[] NOTHING_TO_TAKE = {"no_reaction", "message_not_found", "thread_locked"};

    private final WebApi api;
    private final Voice voice;
    private final ReceiptMarks marks;

    Receipts(WebApi api, Voice voice, InstantSource clock) {
        this.api = api;
        this.voice = voice;
        this.marks = new ReceiptMarks(this, clock);
    }

    void show(MessageId message, Mark mark) {
        if (Rooms.isOnSlack(message)) {
            marks.show(message, Reader.time(message.id()), mark);
        }
    }

    @Override
    public void give(MessageId message, Mark mark) {
        Channel channel = Rooms.channel(message.room());
        api.ask(
                channel.team(),
                methods -> methods.reactionsAdd(request ->
                        request.channel(channel.id()).timestamp(message.id()).name(name(mark))),
                NOTHING_TO_MARK);
    }

    @Override
    public void take(MessageId message, Mark mark) {
        Channel channel = Rooms.channel(message.room());
        api.ask(
                channel.team(),
                methods -> methods.reactionsRemove(request ->
                        request.channel(channel.id()).timestamp(message.id()).name(name(mark))),
                NOTHING_TO_TAKE);
    }

    private String name(Mark mark) {
        return switch (mark) {
            case FILED -> voice.say(SlackPhrase.RECEIPT_FILED);
            case GUESSED -> voice.say(SlackPhrase.RECEIPT_GUESSED);
            case NONE -> throw new IllegalArgumentException("No receipt has no emoji");
        };
    }
}
