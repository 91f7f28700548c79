package dev.parley.platform.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.conversation.MessageId;
import dev.parley.platform.Mark;
import dev.parley.platform.slack.wire.Reader;
import dev.parley.platform.slack.wire.Rooms;
import dev.parley.platform.slack.wire.Rooms.Channel;
import dev.parley.platform.slack.wire.SlackPhrase;
import dev.parley.platform.slack.wire.WebApi;
import dev.parley.voice.Voice;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Receipts are reactions. Slack allows few of them to be taken away, so one that was never shown is not: what this process has shown it
 * knows, and a message that is younger than this process carries nothing else.
 */
final class Receipts {
    private static final String[] NOTHING_TO_MARK = {
        "already_reacted", "message_not_found", "thread_locked", "too_many_emoji", "too_many_reactions"
    };

    private static final String[] NOTHING_TO_TAKE = {"no_reaction", "message_not_found", "thread_locked"};

    private final WebApi api;
    private final Voice voice;
    private final Instant since;
    private final Cache<MessageId, Mark> shown = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofDays(2))
            .build();

    Receipts(WebApi api, Voice voice, InstantSource clock) {
        this.api = api;
        this.voice = voice;
        this.since = clock.instant();
    }

    void show(MessageId message, Mark mark) {
        if (!Rooms.isOnSlack(message)) {
            return;
        }
        Mark before = shown.getIfPresent(message);
        boolean known = before != null || Reader.time(message.id()).isAfter(since);
        for (Mark other : Mark.values()) {
            if (other != Mark.NONE && other != mark && (before == other || !known)) {
                take(message, other);
            }
        }
        if (mark != Mark.NONE && mark != before) {
            give(message, mark);
        }
        shown.put(message, mark);
    }

    private void give(MessageId message, Mark mark) {
        Channel channel = Rooms.channel(message.room());
        api.ask(
                channel.team(),
                methods -> methods.reactionsAdd(request ->
                        request.channel(channel.id()).timestamp(message.id()).name(name(mark))),
                NOTHING_TO_MARK);
    }

    private void take(MessageId message, Mark mark) {
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
