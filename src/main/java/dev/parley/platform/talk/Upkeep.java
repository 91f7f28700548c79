package dev.parley.platform.talk;

import dev.parley.conversation.RoomId;
import dev.parley.platform.Card;
import dev.parley.platform.Pauses;
import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one place up to date in the background, one card after another: of each room the latest counts, and is tried again until it
 * stands there or is refused.
 */
final class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Consumer<Card> keeping;
    private final Executor threads;
    private final Stopping stopping;
    private final Map<RoomId, Card> waiting = new LinkedHashMap<>();
    private boolean working;
    private volatile Optional<String> trouble = Optional.empty();

    /**
     * Nothing is shown yet.
     *
     * @param keeping shows a card there; throws {@link Refused} or {@link Unreachable}
     */
    Upkeep(Consumer<Card> keeping, Executor threads, Stopping stopping) {
        this.keeping = keeping;
        this.threads = threads;
        this.stopping = stopping;
    }

    /** Why the last card does not stand there, if it does not. */
    Optional<String> trouble() {
        return trouble;
    }

    /** Shows a card in place of the one before. Returns at once. */
    synchronized void show(Card card) {
        waiting.put(card.room(), card);
        if (!working) {
            working = true;
            start();
        }
    }

    private void start() {
        try {
            threads.execute(this::work);
        } catch (RejectedExecutionException closed) {
            LOG.debug("Too late, Parley is stopping");
        }
    }

    private void work() {
        Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
        for (Optional<Card> card = next(); card.isPresent(); card = next()) {
            Optional<Duration> patience = tried(card.get());
            if (patience.isEmpty()) {
                pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
            } else if (stopping.pause(longer(pauses.next(), patience.get()))) {
                again(card.get());
            }
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private synchronized Optional<Card> next() {
        Iterator<Card> cards = waiting.values().iterator();
        if (!cards.hasNext()) {
            working = false;
            return Optional.empty();
        }
        Card card = cards.next();
        cards.remove();
        return Optional.of(card);
    }

    /** Unless there is a later one of the same room by now. */
    private synchronized void again(Card card) {
        waiting.putIfAbsent(card.room(), card);
    }

    /** Empty when there is nothing more to be done; otherwise how long the platform wants us to wait. */
    private Optional<Duration> tried(Card card) {
        try {
            keeping.accept(card);
            trouble = Optional.empty();
            return Optional.empty();
        } catch (Refused refused) {
            troubled(refused.why());
            return Optional.empty();
        } catch (Unreachable unreachable) {
            troubled(unreachable.why());
            return Optional.of(unreachable.patience());
        } catch (RuntimeException unforeseen) {
            LOG.error("The hosts' panel cannot be shown", unforeseen);
            return Optional.empty();
        }
    }

    private void troubled(String why) {
        if (trouble.isEmpty()) {
            LOG.warn("The hosts' panel cannot be shown: {}", why);
        }
        trouble = Optional.of(why);
    }
}
