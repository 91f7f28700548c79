package dev.parley.platform.slack.talk;

import dev.parley.conversation.RoomId;
import dev.parley.platform.Card;
import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import dev.parley.platform.slack.wire.Keyed;
import dev.parley.platform.slack.wire.Marks;
import dev.parley.platform.slack.wire.Reader;
import dev.parley.platform.slack.wire.Rooms;
import dev.parley.platform.slack.wire.Rooms.Channel;
import dev.parley.platform.slack.wire.Rooms.Person;
import dev.parley.platform.talk.Panel;
import dev.parley.platform.talk.Saying;
import dev.parley.platform.talk.TalkPhrase;
import dev.parley.voice.Phrase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the hosts' panel stands: one message for each room in the hosts' private channel or, where they have none, in the direct messages
 * of each host, edited in place. It is known again by the key that it carries; one whose chat is over has no buttons, and the next chat
 * gets a new one.
 */
final class HostsPanel {
    private static final Logger LOG = LoggerFactory.getLogger(HostsPanel.class);

    /** How long ago a panel was posted that is still used. */
    private static final Duration REACH = Duration.ofDays(30);

    private final HostsChannel channel;
    private final Means means;
    private final Groups groups;
    private final Function<Card, Saying> view;
    private final Panel panel;
    private final Map<Spot, String> shown = new ConcurrentHashMap<>();

    /** Where the panel of a room stands. */
    private record Spot(RoomId room, Channel channel) {}

    /**
     * Nothing is shown yet.
     *
     * @param view what a panel shows of a card
     * @param elsewhere what else shows cards
     * @param keeping keeps all these places up to date
     */
    HostsPanel(
            Means means,
            Groups groups,
            Function<Card, Saying> view,
            Consumer<Card> elsewhere,
            Function<Collection<Consumer<Card>>, Panel> keeping) {
        this.channel = new HostsChannel(means.hosts().panel(), means.rooms(), means.api());
        this.means = means;
        this.groups = groups;
        this.view = view;
        List<Consumer<Card>> places = new ArrayList<>(places());
        places.add(elsewhere);
        this.panel = keeping.apply(places);
    }

    private List<Consumer<Card>> places() {
        Optional<Channel> hosts = channel.channel();
        if (hosts.isPresent()) {
            return List.of(card -> keepUnlessPublic(card, hosts.get()));
        }
        List<Consumer<Card>> places = new ArrayList<>();
        means.hosts().users().forEach(host -> places.add(card -> keepWith(card, host)));
        if (!means.hosts().groups().isEmpty()) {
            places.add(this::keepWithMembers);
        }
        return places;
    }

    /** Shows the hosts how a chat stands. Returns at once. */
    void show(Card card) {
        panel.show(card);
    }

    /** Why the panel cannot be shown, in whole sentences. */
    List<String> troubles() {
        Optional<Phrase> unfit = unfit();
        return unfit.isPresent()
                ? List.of(means.voice().say(unfit.get()))
                : panel.troubles().stream()
                        .map(why -> means.voice().say(TalkPhrase.PANEL_REFUSED, Map.of("why", why)))
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

    private void keepUnlessPublic(Card card, Channel hosts) {
        Optional<Phrase> unfit = channel.trouble();
        if (unfit.isEmpty()) {
            keep(card, hosts);
        } else {
            // At every refresh anew: a check says it aloud.
            LOG.debug("{}", means.voice().say(unfit.get()));
        }
    }

    private void keepWith(Card card, String host) {
        String team = Rooms.channel(card.room()).team();
        keep(card, means.whispers().channel(new Person(Hosts.team(host, team), Hosts.bare(host))));
    }

    /** One of them whom Slack does not let us write to is no reason to leave out the others. */
    private void keepWithMembers(Card card) {
        String team = Rooms.channel(card.room()).team();
        RuntimeException trouble = null;
        for (String host : groups.members(team)) {
            try {
                keepWith(card, host);
            } catch (Refused | Unreachable one) {
                trouble = one;
            }
        }
        if (trouble != null) {
            throw trouble;
        }
    }

    private void keep(Card card, Channel where) {
        Spot spot = new Spot(card.room(), where);
        boolean over = card.stage() == Card.Stage.OVER;
        Optional<String> before = Optional.ofNullable(shown.get(spot)).or(() -> standing(spot));
        Rendering.Shown now = Rendering.messages(view.apply(card)).getFirst();
        boolean changed = before.filter(ts -> means.messages().change(where, ts, now.words(), now.below()))
                .isPresent();
        if (over) {
            shown.remove(spot);
        } else if (changed) {
            shown.put(spot, before.get());
        } else {
            Keyed keyed = new Keyed(key(card.room()), 0);
            shown.put(
                    spot,
                    means.messages()
                            .say(where, null, keyed, now.words(), now.below())
                            .ts());
        }
    }

    private static String key(RoomId room) {
        return "panel@" + room.platform() + ":" + room.id();
    }

    /** The panel that an earlier process left. */
    private Optional<String> standing(Spot spot) {
        AtomicReference<Optional<String>> found = new AtomicReference<>(Optional.empty());
        means.messages().back(spot.channel(), means.clock().instant().minus(REACH), 1, page -> {
            found.set(page.stream()
                    .filter(message -> Keyed.of(message)
                            .filter(keyed -> keyed.key().equals(key(spot.room())))
                            .isPresent())
                    .filter(message -> Marks.blocks(message).toString().contains(Panel.mark(spot.room())))
                    .filter(message -> means.messages().isOurs(spot.channel(), message))
                    .map(message -> Reader.text(message, "ts"))
                    .findFirst());
            return true;
        });
        return found.get();
    }
}
