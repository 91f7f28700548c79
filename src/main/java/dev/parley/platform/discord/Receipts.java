package dev.parley.platform.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.conversation.MessageId;
import dev.parley.platform.Mark;
import dev.parley.platform.discord.wire.DiscordPhrase;
import dev.parley.platform.discord.wire.Places;
import dev.parley.platform.discord.wire.Places.Target;
import dev.parley.platform.discord.wire.Requests;
import dev.parley.platform.discord.wire.Snowflake;
import dev.parley.voice.Voice;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Route;

/**
 * Receipts are reactions. Discord allows few of them, so one that was never shown is not taken away: what this process has shown it
 * knows, and a message that is younger than this process carries nothing else.
 */
final class Receipts {
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
    private final Instant since;
    private final Cache<MessageId, Mark> shown = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofDays(2))
            .build();

    Receipts(Requests requests, Voice voice, InstantSource clock) {
        this.requests = requests;
        this.voice = voice;
        this.since = clock.instant();
    }

    void show(MessageId message, Mark mark) {
        Target target = Places.target(message);
        if (!Snowflake.isOne(target.message())) {
            return;
        }
        Mark before = shown.getIfPresent(message);
        boolean known = before != null || Snowflake.time(target.message()).isAfter(since);
        for (Mark other : Mark.values()) {
            if (other != Mark.NONE && other != mark && (before == other || !known)) {
                requests.order(reaction(Route.Messages.REMOVE_REACTION, target, other), NOTHING_TO_TAKE);
            }
        }
        if (mark != Mark.NONE && mark != before) {
            requests.order(reaction(Route.Messages.ADD_REACTION, target, mark), NOTHING_TO_MARK);
        }
        shown.put(message, mark);
    }

    private Route.CompiledRoute reaction(Route route, Target target, Mark mark) {
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
