package dev.parley.platform.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.conversation.MessageId;
import dev.parley.platform.Account;
import dev.parley.platform.Incoming;
import dev.parley.platform.slack.wire.Reader;
import java.time.Duration;
import java.time.Instant;

/** In which order reactions were given and taken back: Slack tells of them in any order, and a reaction has no revision of its own. */
final class Reactions {
    /** Longer than Slack goes on bringing an event. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Cache<Reaction, Instant> latest =
            Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(KEPT).build();

    private record Reaction(MessageId message, Account by, String symbol) {}

    /**
     * Whether something newer was told already of this reaction. What is told again is not late.
     *
     * @param at when it happened, as Slack writes it; empty where it does not say so
     */
    boolean isLate(Incoming.Reacted reacted, String at) {
        if (at.isEmpty()) {
            return false;
        }
        Instant when = Reader.time(at);
        Reaction reaction = new Reaction(reacted.message(), reacted.by(), reacted.symbol());
        return latest.asMap()
                .merge(reaction, when, (one, other) -> one.isAfter(other) ? one : other)
                .isAfter(when);
    }
}
