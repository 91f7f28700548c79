package dev.parley.platform.discord.talk;

import dev.parley.conversation.RoomId;
import dev.parley.platform.Card;
import dev.parley.platform.discord.wire.Bodies;
import dev.parley.platform.talk.Panel;
import dev.parley.platform.talk.PanelMessages;
import dev.parley.platform.talk.Saying;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;

/** Where the hosts' panel stands: in their private channel or, where they have none, in the direct messages of each host. */
final class HostsPanel {
    private static final int LATEST = 50;

    private final HostsChannel channel;
    private final Means means;
    private final PanelMessages<String> messages;
    private final Panel panel;

    /**
     * Nothing is shown yet.
     *
     * @param view what a panel shows of a card
     * @param keeping keeps these places up to date
     */
    HostsPanel(Means means, Function<Card, Saying> view, Function<Collection<Consumer<Card>>, Panel> keeping) {
        this.channel = new HostsChannel(means.hosts().panel(), means.places()::isRoom, means.rights());
        this.means = means;
        this.messages = new PanelMessages<>(new InChannels(), view);
        this.panel = keeping.apply(places());
    }

    private List<Consumer<Card>> places() {
        return means.hosts()
                .panel()
                .map(one -> List.<Consumer<Card>>of(
                        card -> messages.keepUnless(channel::trouble, means.voice(), one, card)))
                .orElseGet(() -> means.hosts().users().stream()
                        .<Consumer<Card>>map(
                                host -> card -> messages.keep(means.whispers().channel(host), card))
                        .toList());
    }

    /** Shows the hosts how a chat stands. Returns at once. */
    void show(Card card) {
        panel.show(card);
    }

    /** Why the panel cannot be shown, in whole sentences. */
    List<String> troubles() {
        return panel.troubles(channel::trouble, means.voice());
    }

    /** Messages in channels by their ids. */
    private final class InChannels implements PanelMessages.Messages<String> {

        /** Known again by the marks on its buttons. */
        @Override
        public Optional<String> standing(String place, RoomId room) {
            String mark = Panel.mark(room);
            return means
                    .requests()
                    .list(Route.Messages.GET_MESSAGE_HISTORY
                            .compile(place)
                            .withQueryParams("limit", Integer.toString(LATEST)))
                    .stream()
                    .filter(message -> message.getObject("author")
                            .getString("id")
                            .equals(means.self().get()))
                    .filter(message -> Bodies.marks(message).anyMatch(one -> one.startsWith(mark)))
                    .map(message -> message.getString("id"))
                    .findFirst();
        }

        @Override
        public boolean change(String place, String message, Saying now) {
            return means.requests()
                    .send(Route.Messages.EDIT_MESSAGE.compile(place, message), body(now), ErrorResponse.UNKNOWN_MESSAGE)
                    .isPresent();
        }

        @Override
        public String post(String place, RoomId room, Saying saying) {
            return means.requests()
                    .send(Route.Messages.SEND_MESSAGE.compile(place), body(saying), List.of())
                    .getString("id");
        }

        private static DataObject body(Saying saying) {
            return Rendering.bodies(saying).getFirst();
        }
    }
}
