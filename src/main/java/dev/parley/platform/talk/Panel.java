package dev.parley.platform.talk;

import dev.parley.conversation.RoomId;
import dev.parley.conversation.Verb;
import dev.parley.platform.Card;
import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import dev.parley.voice.Phrase;
import dev.parley.voice.Voice;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the hosts' panel up to date wherever it stands, in the background. What it shows is {@link Talk#panel}. */
public final class Panel {
    private static final Logger LOG = LoggerFactory.getLogger(Panel.class);

    /** What the mark of every button of a panel begins with. */
    static final String NAME = "panel";

    private final Executor threads;
    private final Stopping stopping;
    private final Duration undo;
    private final List<Upkeep> places;
    private final Map<RoomId, Card> latest = new HashMap<>();

    /**
     * Nothing is shown yet.
     *
     * @param places each shows a card in one place in place of the one before, and throws {@link Refused} or
     *     {@link Unreachable} where it cannot
     */
    public Panel(Collection<? extends Consumer<Card>> places, Executor threads, Stopping stopping, Patience patience) {
        this.threads = threads;
        this.stopping = stopping;
        this.undo = patience.undo();
        this.places = places.stream()
                .map(place -> new Upkeep(place::accept, threads, stopping))
                .toList();
    }

    /** What the marks on the buttons of a room's panel begin with when they are written, to know one again that stands. */
    public static String mark(RoomId room) {
        return new Wish(NAME, room.id(), "").toString();
    }

    /** Whether a button with this mark is one of a panel. */
    public static boolean isMark(Wish wish) {
        return wish.name().equals(NAME);
    }

    /**
     * Why it cannot be shown, in whole sentences.
     *
     * @param unfit why it may not be where the settings want it
     */
    public List<String> troubles(Supplier<Optional<Phrase>> unfit, Voice voice) {
        Optional<Phrase> why = known(unfit);
        return why.isPresent()
                ? List.of(voice.say(why.get()))
                : places.stream()
                        .flatMap(place -> place.trouble().stream())
                        .map(trouble -> voice.say(TalkPhrase.PANEL_REFUSED, Map.of("why", trouble)))
                        .distinct()
                        .toList();
    }

    private static Optional<Phrase> known(Supplier<Optional<Phrase>> unfit) {
        try {
            return unfit.get();
        } catch (Refused | Unreachable unknown) {
            LOG.debug("Who sees the panel is not known: {}", unknown.getMessage());
            return Optional.empty();
        }
    }

    /** Shows how a chat stands. Returns at once: whatever holds it up holds up nothing else. */
    public synchronized void show(Card card) {
        latest.put(card.room(), card);
        refresh(card);
        if (card.verbs().contains(Verb.Name.UNDO.word())) {
            inTheBackground(() -> fade(card));
        }
    }

    private void inTheBackground(Runnable work) {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException closed) {
            LOG.debug("Too late, Parley is stopping");
        }
    }

    /** What can be taken back can be for a short while only; nobody tells when that is over. */
    private void fade(Card card) {
        if (stopping.pause(undo)) {
            synchronized (this) {
                if (card == latest.get(card.room())) {
                    refresh(card.without(Verb.Name.UNDO.word()));
                }
            }
        }
    }

    private void refresh(Card card) {
        places.forEach(place -> place.show(card));
    }
}
