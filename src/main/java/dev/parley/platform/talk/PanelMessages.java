package dev.parley.platform.talk;

import dev.parley.conversation.RoomId;
import dev.parley.platform.Card;
import dev.parley.voice.Phrase;
import dev.parley.voice.Voice;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The messages that are the hosts' panel: in each place one for each room, edited in place. One whose chat is over has no buttons, and the
 * next chat gets a new one.
 *
 * @param <P> how the platform names a place
 */
public final class PanelMessages<P> {
    private static final Logger LOG = LoggerFactory.getLogger(PanelMessages.class);

    private final Messages<P> messages;
    private final Function<Card, Saying> view;
    private final Map<Spot<P>, String> shown = new ConcurrentHashMap<>();

    /**
     * How the platform does it. All throw {@link dev.parley.platform.Refused} or {@link dev.parley.platform.Unreachable}.
     *
     * @param <P> how it names a place
     */
    public interface Messages<P> {

        /** The panel that an earlier process left there, with its buttons, if there is one. */
        Optional<String> standing(P place, RoomId room);

        /** Changes a message; false where it is gone. */
        boolean change(P place, String message, Saying now);

        /** Posts one; returns how the platform names it. */
        String post(P place, RoomId room, Saying saying);
    }

    private record Spot<P>(P place, RoomId room) {}

    /** Nothing is shown yet. */
    public PanelMessages(Messages<P> messages, Function<Card, Saying> view) {
        this.messages = messages;
        this.view = view;
    }

    /** Shows a card in one place, in place of the one before. */
    public void keep(P place, Card card) {
        Spot<P> spot = new Spot<>(place, card.room());
        boolean over = card.stage() == Card.Stage.OVER;
        Saying now = view.apply(card);
        Optional<String> standing = Optional.ofNullable(shown.get(spot))
                .or(() -> messages.standing(place, card.room()))
                .filter(message -> messages.change(place, message, now));
        if (over) {
            shown.remove(spot);
        } else {
            shown.put(spot, standing.orElseGet(() -> messages.post(place, card.room(), now)));
        }
    }

    /**
     * Shows a card in the place that the settings name, unless it may not be there.
     *
     * @param unfit why not; asked each time, since that can change
     */
    public void keepUnless(Supplier<Optional<Phrase>> unfit, Voice voice, P place, Card card) {
        Optional<Phrase> why = unfit.get();
        if (why.isEmpty()) {
            keep(place, card);
        } else {
            // At every refresh anew: a check says it aloud.
            LOG.debug("{}", voice.say(why.get()));
        }
    }
}
