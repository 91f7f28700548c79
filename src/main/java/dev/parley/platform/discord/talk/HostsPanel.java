package dev.parley.platform.discord.talk;

import dev.parley.conversation.RoomId;
import dev.parley.platform.Card;
import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import dev.parley.platform.discord.wire.Bodies;
import dev.parley.platform.talk.Panel;
import dev.parley.platform.talk.Saying;
import dev.parley.platform.talk.TalkPhrase;
import dev.parley.voice.Phrase;
import dev.parley.voice.Voice;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the hosts' panel stands: one message for each room in the hosts' private channel or, where they have none, in the direct messages
 * of each host, edited in place. It is known again by the marks on its buttons; one whose chat is over has none, and the next chat gets a
 * new one.
 */
final class HostsPanel {
    private static final Logger LOG = LoggerFactory.getLogger(HostsPanel.class);
    private static final int LATEST = 50;

    private final HostsChannel channel;
    private final Means means;
    private final Voice voice;
    private final Function<Card, Saying> view;
    private final Panel panel;
    private final Map<Spot, String> shown = new ConcurrentHashMap<>();

    /** Where the panel of a room stands. */
    private record Spot(RoomId room, String channel) {}

    /**
     * Nothing is shown yet.
     *
     * @param view what a panel shows of a card
     * @param keeping keeps these places up to date
     */
    HostsPanel(Means means, Function<Card, Saying> view, Function<Collection<Consumer<Card>>, Panel> keeping) {
        this.channel = new HostsChannel(means.hosts().panel(), means.places()::isRoom, means.rights());
        this.means = means;
        this.voice = means.voice();
        this.view = view;
        this.panel = keeping.apply(places());
    }

    private List<Consumer<Card>> places() {
        return means.hosts()
                .panel()
                .map(one -> List.<Consumer<Card>>of(card -> keepUnlessPublic(card, one)))
                .orElseGet(() -> means.hosts().users().stream()
                        .<Consumer<Card>>map(
                                host -> card -> keep(card, means.whispers().channel(host)))
                        .toList());
    }

    /** Shows the hosts how a chat stands. Returns at once. */
    void show(Card card) {
        panel.show(card);
    }

    /** Why the panel cannot be shown, in whole sentences. */
    List<String> troubles() {
        Optional<Phrase> unfit = unfit();
        return unfit.isPresent()
                ? List.of(voice.say(unfit.get()))
                : panel.troubles().stream()
                        .map(why -> voice.say(TalkPhrase.PANEL_REFUSED, Map.of("why", why)))
                        .toList();
    }

    private Optional<Phrase> unfit() {
        try {
            return channel.trouble();
        } catch (Refused | Unreachable unknown) {
            LOG.debug("Who sees the panel's channel is not known: {}", unknown.getMessage());
            return Optional.empty();
        }
    }

    private void keepUnlessPublic(Card card, String hosts) {
        Optional<Phrase> unfit = channel.trouble();
        if (unfit.isEmpty()) {
            keep(card, hosts);
        } else {
            // At every refresh anew: a check says it aloud.
            LOG.debug("{}", voice.say(unfit.get()));
        }
    }

    private void keep(Card card, String where) {
        Spot spot = new Spot(card.room(), where);
        boolean over = card.stage() == Card.Stage.OVER;
        Optional<String> before = Optional.ofNullable(shown.get(spot)).or(() -> standing(spot));
        boolean changed =
                before.filter(message -> changed(where, message, card)).isPresent();
        if (changed && !over) {
            shown.put(spot, before.get());
        } else if (over) {
            shown.remove(spot);
        } else {
            shown.put(spot, posted(where, card));
        }
    }

    private boolean changed(String where, String message, Card card) {
        return means.requests()
                .send(Route.Messages.EDIT_MESSAGE.compile(where, message), body(card), ErrorResponse.UNKNOWN_MESSAGE)
                .isPresent();
    }

    private String posted(String where, Card card) {
        return means.requests()
                .send(Route.Messages.SEND_MESSAGE.compile(where), body(card), List.of())
                .getString("id");
    }

    private DataObject body(Card card) {
        return Rendering.bodies(view.apply(card)).getFirst();
    }

    /** The panel that an earlier process left. */
    private Optional<String> standing(Spot spot) {
        String mark = Panel.mark(spot.room());
        return means
                .requests()
                .list(Route.Messages.GET_MESSAGE_HISTORY
                        .compile(spot.channel())
                        .withQueryParams("limit", Integer.toString(LATEST)))
                .stream()
                .filter(message -> message.getObject("author")
                        .getString("id")
                        .equals(means.self().get()))
                .filter(message -> Bodies.marks(message).anyMatch(one -> one.startsWith(mark)))
                .map(message -> message.getString("id"))
                .findFirst();
    }
}
