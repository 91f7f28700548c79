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
import dev.parley.platform.talk.PanelMessages;
import dev.parley.platform.talk.Saying;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/** Where the hosts' panel stands: in their private channel or, where they have none, in the direct messages of each host. */
final class HostsPanel {
    /** How long ago a panel was posted that is still used. */
    private static final Duration REACH = Duration.ofDays(30);

    private final HostsChannel channel;
    private final Means means;
    private final Groups groups;
    private final PanelMessages<Channel> messages;
    private final Panel panel;

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
        this.messages = new PanelMessages<>(new InChannels(), view);
        List<Consumer<Card>> places = new ArrayList<>(places());
        places.add(elsewhere);
        this.panel = keeping.apply(places);
    }

    private List<Consumer<Card>> places() {
        Optional<Channel> hosts = channel.channel();
        if (hosts.isPresent()) {
            return List.of(card -> messages.keepUnless(channel::trouble, means.voice(), hosts.get(), card));
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
        return panel.troubles(channel::trouble, means.voice());
    }

    private void keepWith(Card card, String host) {
        String team = Rooms.channel(card.room()).team();
        messages.keep(means.whispers().channel(new Person(Hosts.team(host, team), Hosts.bare(host))), card);
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

    private static String key(RoomId room) {
        return "panel@" + room.platform() + ":" + room.id();
    }

    /** Messages in channels by their times. */
    private final class InChannels implements PanelMessages.Messages<Channel> {

        /** Known again by the key that it carries. */
        @Override
        public Optional<String> standing(Channel place, RoomId room) {
            AtomicReference<Optional<String>> found = new AtomicReference<>(Optional.empty());
            means.messages().back(place, means.clock().instant().minus(REACH), 1, page -> {
                found.set(page.stream()
                        .filter(message -> Keyed.of(message)
                                .filter(keyed -> keyed.key().equals(key(room)))
                                .isPresent())
                        .filter(message -> Marks.blocks(message).toString().contains(Panel.mark(room)))
                        .filter(message -> means.messages().isOurs(place, message))
                        .map(message -> Reader.text(message, "ts"))
                        .findFirst());
                return true;
            });
            return found.get();
        }

        @Override
        public boolean change(Channel place, String message, Saying now) {
            Rendering.Shown shown = Rendering.messages(now).getFirst();
            return means.messages().change(place, message, shown.words(), shown.below());
        }

        @Override
        public String post(Channel place, RoomId room, Saying saying) {
            Rendering.Shown shown = Rendering.messages(saying).getFirst();
            Keyed keyed = new Keyed(key(room), 0);
            return means.messages()
                    .say(place, null, keyed, shown.words(), shown.below())
                    .ts();
        }
    }
}
