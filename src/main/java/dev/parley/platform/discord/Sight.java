package dev.parley.platform.discord;

import dev.parley.conversation.RoomId;
import dev.parley.platform.Card;
import dev.parley.platform.Letters;
import dev.parley.platform.Refused;
import dev.parley.platform.discord.wire.Bodies;
import dev.parley.platform.discord.wire.DiscordText;
import dev.parley.platform.discord.wire.Nonce;
import dev.parley.platform.discord.wire.Places.Target;
import dev.parley.platform.discord.wire.Requests;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the chat of a room stands, in one message that is pinned and edited in place; taken down when the chat is over. Where the bot
 * may not pin, it is posted anew below each question instead.
 */
final class Sight {
    private static final Logger LOG = LoggerFactory.getLogger(Sight.class);

    /** "Somebody pinned a message", which says nothing here. */
    private static final int PINNED = 6;

    private static final int LATEST = 50;

    private final Requests requests;
    private final Bodies bodies;
    private final Supplier<String> self;
    private final Map<RoomId, Shown> shown = new ConcurrentHashMap<>();

    /** The nonces of cards of which we do not know whether they were posted. */
    private final Map<RoomId, String> nonces = new ConcurrentHashMap<>();

    /**
     * A card that stands.
     *
     * @param question the question that it was last posted for; 0 for none
     */
    private record Shown(String message, boolean pinned, int question) {}

    Sight(Requests requests, Bodies bodies, Supplier<String> self) {
        this.requests = requests;
        this.bodies = bodies;
        this.self = self;
    }

    void keep(Card card) {
        RoomId room = card.room();
        Optional<Shown> before = Optional.ofNullable(shown.get(room)).or(() -> standing(room));
        if (card.stage() == Card.Stage.OVER) {
            before.ifPresent(one -> takeDown(room, one));
            return;
        }
        int question = card.question().map(Card.Asked::number).orElse(0);
        boolean below =
                before.filter(one -> !one.pinned() && question > one.question()).isPresent();
        if (before.isPresent() && !below && changed(room, before.get(), card)) {
            shown.put(room, before.get());
            return;
        }
        before.filter(_ -> below).ifPresent(one -> takeDown(room, one));
        shown.put(room, posted(room, card, question));
    }

    private Shown posted(RoomId room, Card card, int question) {
        DataObject body = Bodies.saying(text(card)).put("components", bodies.where(mark(room)));
        String nonce = nonces.computeIfAbsent(room, _ -> Nonce.of("in sight/" + room + "/" + UUID.randomUUID()));
        String message = requests.send(
                        Route.Messages.SEND_MESSAGE.compile(room.id()), Bodies.once(body, nonce), List.of())
                .getString("id");
        nonces.remove(room);
        return new Shown(message, pin(room, message), question);
    }

    private boolean pin(RoomId room, String message) {
        try {
            requests.order(Route.Messages.PIN_MESSAGE.compile(room.id(), message));
            return true;
        } catch (Refused refused) {
            LOG.info("Nothing is pinned in {}: {}", room, refused.why());
            return false;
        }
    }

    private boolean changed(RoomId room, Shown before, Card card) {
        return requests.send(
                        Route.Messages.EDIT_MESSAGE.compile(room.id(), before.message()),
                        Bodies.saying(text(card)),
                        ErrorResponse.UNKNOWN_MESSAGE)
                .isPresent();
    }

    private void takeDown(RoomId room, Shown before) {
        requests.order(
                Route.Messages.DELETE_MESSAGE.compile(room.id(), before.message()), ErrorResponse.UNKNOWN_MESSAGE);
        shown.remove(room);
    }

    private static String text(Card card) {
        return Letters.shortened(DiscordText.parts(card.text(), Bodies.LONGEST).getFirst(), Bodies.LONGEST);
    }

    private static String mark(RoomId room) {
        return Nonce.of("in sight/" + room);
    }

    /** The card that an earlier process left: pinned, or among the latest messages. */
    private Optional<Shown> standing(RoomId room) {
        DataArray pins =
                requests.get(Route.Messages.GET_MESSAGE_PINS.compile(room.id())).getArray("items");
        Optional<Shown> pinned = pins.stream(DataArray::getObject)
                .map(pin -> pin.getObject("message"))
                .filter(message -> isCard(room, message))
                .findFirst()
                .map(message -> new Shown(message.getString("id"), true, 0));
        return pinned.or(() -> requests
                .list(Route.Messages.GET_MESSAGE_HISTORY
                        .compile(room.id())
                        .withQueryParams("limit", Integer.toString(LATEST)))
                .stream()
                .filter(message -> isCard(room, message))
                .findFirst()
                .map(message -> message.getString("id"))
                .map(message -> new Shown(message, pin(room, message), 0)));
    }

    private boolean isCard(RoomId room, DataObject message) {
        return message.getObject("author").getString("id").equals(self.get())
                && Bodies.mark(message).filter(mark(room)::equals).isPresent();
    }

    /** Discord says that something was pinned, in the bot's name: that line is taken away again. */
    Optional<Target> noise(DataObject message) {
        boolean ours = message.getInt("type", 0) == PINNED
                && message.getObject("author").getString("id").equals(self.get());
        return ours
                ? Optional.of(new Target(message.getString("channel_id"), message.getString("id")))
                : Optional.empty();
    }
}
