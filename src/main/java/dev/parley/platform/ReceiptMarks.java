package dev.parley.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.conversation.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Receipts that are reactions. Platforms allow few of them, so one that was never shown is not taken away: what this process has shown
 * it knows, and a message that is younger than this process carries nothing else.
 */
public final class ReceiptMarks {
    private final Reactions reactions;
    private final Instant since;
    private final Cache<MessageId, Mark> shown = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofDays(2))
            .build();

    /** How a platform reacts. Neither is asked for {@link Mark#NONE}. */
    public interface Reactions {

        /** Reacts with a mark; that it is there already, or that the message is not, is no trouble. */
        void give(MessageId message, Mark mark);

        /** Takes the reaction away; that it is not there is no trouble. */
        void take(MessageId message, Mark mark);
    }

    /** Remembers from now on. */
    public ReceiptMarks(Reactions reactions, InstantSource clock) {
        this.reactions = reactions;
        this.since = clock.instant();
    }

    /**
     * Lets a message carry this mark and no other.
     *
     * @param said when the message was said
     */
    public void show(MessageId message, Instant said, Mark mark) {
        Mark before = shown.getIfPresent(message);
        boolean known = before != null || said.isAfter(since);
        for (Mark other : Mark.values()) {
            if (other != Mark.NONE && other != mark && (before == other || !known)) {
                reactions.take(message, other);
            }
        }
        if (mark != Mark.NONE && mark != before) {
            reactions.give(message, mark);
        }
        shown.put(message, mark);
    }
}
