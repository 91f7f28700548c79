package dev.parley.engine;

import dev.parley.conversation.Ask;
import dev.parley.conversation.Effect;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Story;
import dev.parley.store.Row;
import dev.parley.store.Writing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What becomes of a row that was claimed, kept in one transaction with what its story is told of it: it is done, parked or lapsed, or
 * waits for another time. Every method returns once that is durable.
 */
record Endings(Scribe scribe, Settings settings, InstantSource clock) {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final int ENOUGH_ATTEMPTS = 30;

    /** Whether it is something that is said, of which its story is told what became of it, and which may stand although it is too late. */
    static boolean isSaid(Effect effect) {
        return effect instanceof Effect.Post || effect instanceof Effect.Letter;
    }

    boolean isTooLate(Row row) {
        return clock.instant().isAfter(row.until());
    }

    /** What was said stands as this message. */
    void stands(Row row, String key, MessageId message) {
        told(row, Row.State.DONE, Optional.of(message), story -> story.stands(key, message));
    }

    /** It is not done any more. */
    void lapse(Row row) {
        if (isSaid(row.effect())) {
            told(row, Row.State.LAPSED, Optional.empty(), story -> story.lapsed(key(row)));
        } else {
            finish(row, Row.State.LAPSED);
        }
    }

    void finish(Row row, Row.State state) {
        kept(finished(row, state, Optional.empty()));
    }

    private void told(Row row, Row.State state, Optional<MessageId> message, Function<Story, Ask> what) {
        scribe.decide(
                        sight -> Optional.of(new Step(row.stream(), what.apply(sight.story(row.stream())))),
                        finished(row, state, message))
                .join();
    }

    private Consumer<Writing> finished(Row row, Row.State state, Optional<MessageId> message) {
        return writing -> writing.finish(settings.community(), key(row), state, message, clock.instant());
    }

    /** Is tried again later: after as long as the platform asks, or after twice as long each time; not for ever. */
    void postpone(Row row, Duration patience) {
        if (row.attempts() >= ENOUGH_ATTEMPTS) {
            finish(row, Row.State.PARKED);
            return;
        }
        Duration doubled = Duration.ofMillis(500L << Math.min(row.attempts(), 10));
        Duration own = doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
        Instant notBefore = clock.instant().plus(patience.isZero() ? own : patience);
        kept(writing -> writing.postpone(settings.community(), key(row), notBefore));
    }

    /** Waits in a queue in the order of time, however long that takes. What was not sent was not attempted. */
    void standIn(Row row, String queue) {
        kept(writing -> writing.standIn(settings.community(), key(row), queue));
    }

    private void kept(Consumer<Writing> change) {
        scribe.decide(_ -> Optional.empty(), change).join();
    }

    private static String key(Row row) {
        return row.effect().key();
    }
}
