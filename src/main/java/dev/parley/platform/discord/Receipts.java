package dev.parley.platform.discord;

import dev.parley.conversation.MessageId;
import dev.parley.platform.Mark;
import dev.parley.platform.ReceiptMarks;
import dev.parley.platform.discord.wire.DiscordPhrase;
import dev.parley.platform.discord.wire.Places;
import dev.parley.platform.discord.wire.Places.Target;
import dev.parley.platform.discord.wire.Requests;
import dev.parley.platform.discord.wire.Snowflake;
import dev.parley.voice.Voice;
import java.time.InstantSource;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Route;

/** Receipts are reactions, given one by one. */
final class Receipts implements ReceiptMarks.Reactions {
    private static final ErrorResponse[] NOTHING_TO_MARK = {
        ErrorResponse.UNKNOWN_MESSAGE,
        ErrorResponse.UNKNOWN_CHANNEL,
        ErrorResponse.REACTION_BLOCKED,
        ErrorResponse.ILLEGAL_OPERATION_ARCHIVED_THREAD
    };

    private static final ErrorResponse[] NOTHING_TO_TAKE = {
        ErrorResponse.UNKNOWN_MESSAGE,
        ErrorResponse.UNKNOWN_CHANNEL,
        ErrorResponse.UNKNOWN_EMOJI,
        ErrorResponse.ILLEGAL_OPERATION_ARCHIVED_THREAD
    };

    private final Requests requests;
    private final Voice voice;
    private final ReceiptMarks marks;

    Receipts(Requests requests, Voice voice, InstantSource clock) {
        this.requests = requests;
        this.voice = voice;
        this.marks = new ReceiptMarks(this, clock);
    }

    void show(MessageId message, Mark mark) {
        String id = Places.target(message).message();
        if (Snowflake.isOne(id)) {
            marks.show(message, Snowflake.time(id), mark);
        }
    }

    @Override
    public void give(MessageId message, Mark mark) {
        requests.order(reaction(Route.Messages.ADD_REACTION, message, mark), NOTHING_TO_MARK);
    }

    @Override
    public void take(MessageId message, Mark mark) {
        requests.order(reaction(Route.Messages.REMOVE_REACTION, message, mark), NOTHING_TO_TAKE);
    }

    private Route.CompiledRoute reaction(Route route, MessageId message, Mark mark) {
        Target target = Places.target(message);
        return route.compile(target.channel(), target.message(), voice.say(phrase(mark)), "@me");
    }

    private static DiscordPhrase phrase(Mark mark) {
        return switch (mark) {
            case FILED -> DiscordPhrase.RECEIPT_FILED;
            case GUESSED -> DiscordPhrase.RECEIPT_GUESSED;
            case NONE -> throw new IllegalArgumentException("No receipt has no emoji");
        };
    }
}
