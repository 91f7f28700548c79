package dev.parley.platform.slack;

import dev.parley.conversation.MessageId;
import dev.parley.platform.Mark;
import dev.parley.platform.slack.Rooms.Channel;
import dev.parley.platform.slack.wire.SlackPhrase;
import dev.parley.platform.slack.wire.WebApi;
import dev.parley.voice.Voice;

/** Receipts are reactions. */
final class Receipts {
    private final WebApi api;
    private final Voice voice;

    Receipts(WebApi api, Voice voice) {
        this.api = api;
        this.voice = voice;
    }

    void show(MessageId message, Mark mark) {
        if (!Rooms.isOnSlack(message)) {
            return;
        }
        Channel channel = Rooms.channel(message.room());
        for (Mark other : Mark.values()) {
            if (other != Mark.NONE && other != mark) {
                api.ask(
                        channel.team(),
                        methods -> methods.reactionsRemove(request -> request.channel(channel.id())
                                .timestamp(message.id())
                                .name(name(other))),
                        "no_reaction",
                        "message_not_found");
            }
        }
        if (mark != Mark.NONE) {
            api.ask(
                    channel.team(),
                    methods -> methods.reactionsAdd(request -> request.channel(channel.id())
                            .timestamp(message.id())
                            .name(name(mark))),
                    "already_reacted",
                    "message_not_found");
        }
    }

    private String name(Mark mark) {
        return switch (mark) {
            case FILED -> voice.say(SlackPhrase.RECEIPT_FILED);
            case GUESSED -> voice.say(SlackPhrase.RECEIPT_GUESSED);
            case NONE -> throw new IllegalArgumentException("No receipt has no emoji");
        };
    }
}
