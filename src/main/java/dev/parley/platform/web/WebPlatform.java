package dev.parley.platform.web;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.Place;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Card;
import dev.parley.platform.Facilitator;
import dev.parley.platform.Incoming;
import dev.parley.platform.Mark;
import dev.parley.platform.Mine;
import dev.parley.platform.Note;
import dev.parley.platform.Occasion;
import dev.parley.platform.Outgoing;
import dev.parley.platform.Platform;
import dev.parley.platform.Presence;
import dev.parley.platform.PrivateGap;
import dev.parley.platform.Refused;
import dev.parley.platform.Shown;
import dev.parley.platform.Traits;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The web room as a platform. Besides the port it offers what a person can do there; a browser's request takes the same way as
 * anybody else who calls these methods. They complete with {@link NotSaid} where the room itself says no, and with what the
 * facilitator failed with otherwise; in both cases nothing is shown to anybody.
 */
public final class WebPlatform implements Platform {
    /** The platform's short name. */
    public static final String NAME = "web";

    private static final int LONGEST_POST = 20_000;

    private final InstantSource clock;
    private final Map<String, Served> rooms = new LinkedHashMap<>();
    private volatile @Nullable Facilitator facilitator;

    /** Serves these rooms, the first of them as the one people come to without naming any; with none there are only the other pages. */
    public WebPlatform(Collection<WebRoom> rooms, InstantSource clock) {
        this.clock = clock;
        rooms.forEach(room ->
                this.rooms.put(room.id(), new Served(room.title(), new Room(new RoomId(NAME, room.id())))));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Traits traits() {
        return new Traits(LONGEST_POST, false, true, false, true, false);
    }

    @Override
    public void start(Facilitator whom) {
        facilitator = whom;
        rooms.values().forEach(served -> refresh(served.room().id()));
    }

    /** Shows what the facilitator knows of a room, in place of what it shows. */
    public void refresh(RoomId room) {
        room(room).replace(facilitator().shown(room), facilitator().where(room));
    }

    @Override
    public MessageId post(Outgoing post) {
        Room room = room(post.room());
        MessageId message = new MessageId(post.room(), Ids.of(post.key()));
        if (room.find(message.id()).isEmpty()) {
            room.show(shown(message, post, clock.instant()));
        }
        return message;
    }

    private static Shown shown(MessageId message, Outgoing post, Instant at) {
        return new Shown(
                message,
                Optional.empty(),
                "",
                false,
                post.text(),
                post.under(),
                at,
                false,
                Mark.NONE,
                post.tone(),
                Map.of(),
                post.choices());
    }

    @Override
    public void edit(MessageId message, Outgoing now) {
        room(message.room()).change(message.id(), shown -> Changed.saying(shown, now.text(), false));
    }

    @Override
    public void remove(MessageId message) {
        room(message.room()).remove(message.id());
    }

    @Override
    public void receipt(MessageId message, Mark mark) {
        room(message.room()).change(message.id(), shown -> Changed.marked(shown, mark));
    }

    @Override
    public void whisper(Account to, Outgoing words) {
        if (!to.platform().equals(NAME)) {
            throw new Refused("The web room cannot speak to " + to.platform() + " in private");
        }
        room(words.room()).whisper(to, new Room.Note(Ids.of(words.key()), words.text(), clock.instant(), 0));
    }

    /** Tells somebody in a room alone what came of something they did. */
    void tell(Account to, RoomId room, Note note) {
        Instant now = clock.instant();
        room(room).whisper(to, new Room.Note(Ids.fresh(now), note.text(), now, 0));
    }

    /** A page is all that a browser has. */
    @Override
    public RoomId privately(Account to) {
        throw new Refused("The web has no private rooms");
    }

    @Override
    public void keepInSight(Card card) {
        room(card.room()).keepInSight(card);
    }

    /** The room has no list of events; the card says when the next chat begins. */
    @Override
    public Optional<MessageId> occasion(Occasion occasion, Optional<MessageId> standing) {
        return Optional.empty();
    }

    @Override
    public Optional<MessageId> find(Outgoing post) {
        return room(post.room()).find(Ids.of(post.key())).map(Shown::message);
    }

    /** Nothing can be said here that the facilitator does not hear, so nothing is ever read back. */
    @Override
    public List<Incoming> since(RoomId room, Instant from, Set<MessageId> known) {
        return List.of();
    }

    /** Nobody writes here in private. */
    @Override
    public void catchUp(PrivateGap gap) {}

    /** The room shows its latest chat alone, so that an address of a message would not last. */
    @Override
    public Optional<URI> link(MessageId message) {
        return Optional.empty();
    }

    /** The room is this very process. */
    @Override
    public List<String> check(RoomId room) {
        return List.of();
    }

    @Override
    public Presence presence(RoomId room) {
        return room(room).presence(clock.instant());
    }

    @Override
    public void close() {
        facilitator = null;
    }

    /** Makes an account known under a name; empty when it is done. */
    public Optional<Facilitator.NameTrouble> join(Account account, String name) {
        return facilitator().join(account, name.strip());
    }

    /** Who an account is; empty for somebody who has not joined. */
    public Optional<Facilitator.Member> member(Account account) {
        return facilitator().member(account);
    }

    /** Counts an account as present until the returned thing is closed. */
    public Presenting enter(Account account, RoomId room) {
        Room entered = room(room);
        entered.enter(account);
        return () -> entered.leave(account);
    }

    /** Somebody who has joined looks into a room; a chat may be waiting for them. */
    public void arrive(RoomId room) {
        facilitator().arrived(room);
    }

    /** Somebody is typing. */
    public void typing(Account by, RoomId room) {
        member(by).ifPresent(member -> room(room).typing(by, member.name(), clock.instant()));
    }

    /** Says something in a room. Completes when it is kept, and is then shown to everybody. */
    public CompletionStage<MessageId> say(Account by, RoomId room, String text) {
        return say(by, room, text, Optional.empty());
    }

    /** Replies to a message. Completes like {@link #say(Account, RoomId, String)}. */
    public CompletionStage<MessageId> reply(Account by, MessageId to, String text) {
        if (room(to.room()).find(to.id()).isEmpty()) {
            return CompletableFuture.failedFuture(new NotSaid(RoomPhrase.MESSAGE_GONE));
        }
        return say(by, to.room(), text, Optional.of(to));
    }

    private CompletionStage<MessageId> say(Account by, RoomId where, String typed, Optional<MessageId> under) {
        Facilitator.Member member;
        String text;
        try {
            member = member(by).orElseThrow(() -> new NotSaid(RoomPhrase.JOIN_FIRST));
            text = Words.checked(typed);
        } catch (NotSaid why) {
            return CompletableFuture.failedFuture(why);
        }
        Room room = room(where);
        Instant now = clock.instant();
        MessageId message = new MessageId(where, Ids.fresh(now));
        room.expect(new Shown(
                message,
                Optional.of(by),
                member.name(),
                member.host(),
                text,
                under,
                now,
                false,
                Mark.NONE,
                Outgoing.Tone.PLAIN,
                Map.of(),
                List.of()));
        Place place = under.<Place>map(Place.Under::new).orElse(Place.ROOM);
        return hear(new Incoming.Said(message, by, member.name(), text, place, now))
                .whenComplete((done, trouble) -> {
                    if (trouble == null) {
                        room.reveal(message.id());
                    } else {
                        room.remove(message.id());
                    }
                })
                .thenApply(done -> message);
    }

    /** Says a message of one's own anew. Completes when that is kept. */
    public CompletionStage<Void> change(Account by, MessageId message, String typed) {
        Room room = room(message.room());
        Shown now;
        String text;
        try {
            text = Words.checked(typed);
            now = room.find(message.id())
                    .filter(shown -> isBy(shown, by))
                    .orElseThrow(() -> new NotSaid(RoomPhrase.MESSAGE_GONE));
        } catch (NotSaid why) {
            return CompletableFuture.failedFuture(why);
        }
        Place place = now.under().<Place>map(Place.Under::new).orElse(Place.ROOM);
        return hear(new Incoming.Said(message, by, now.name(), text, place, now.at(), after(now)))
                .thenRun(() -> room.change(message.id(), shown -> Changed.saying(shown, text, true)));
    }

    /** Now, by a clock that may have been set back. */
    private Instant after(Shown before) {
        Instant now = clock.instant();
        return now.isAfter(before.at()) ? now : before.at().plusMillis(1);
    }

    private static boolean isBy(Shown shown, Account by) {
        return shown.author().filter(by::equals).isPresent();
    }

    /** Deletes a message of one's own, also one that the room no longer shows. Completes when that is kept. */
    public CompletionStage<Void> delete(Account by, MessageId message) {
        Room room = room(message.room());
        boolean own = room.find(message.id()).filter(shown -> isBy(shown, by)).isPresent()
                || facilitator().mine(by, message.room()).stream()
                        .map(Mine::message)
                        .anyMatch(message::equals);
        if (!own) {
            return CompletableFuture.failedFuture(new NotSaid(RoomPhrase.MESSAGE_GONE));
        }
        return hear(new Incoming.Unsaid(message)).thenRun(() -> room.remove(message.id()));
    }

    /** Reacts to a message, or takes that back. Completes when that is kept. */
    public CompletionStage<Void> react(Account by, MessageId message, String symbol, boolean given) {
        Room room = room(message.room());
        boolean known = Reactions.ALL.stream().anyMatch(emoji -> emoji.symbol().equals(symbol));
        if (!known || member(by).isEmpty() || room.find(message.id()).isEmpty()) {
            return CompletableFuture.failedFuture(new NotSaid(RoomPhrase.MESSAGE_GONE));
        }
        return hear(new Incoming.Reacted(message, by, symbol, given))
                .thenRun(() -> room.change(message.id(), shown -> Changed.with(shown, by, symbol, given)));
    }

    /** Forgets a person: everywhere, and for ever. Completes when that is done. */
    public CompletionStage<Void> erase(Account account) {
        return facilitator().erase(account).thenRun(() -> forget(account));
    }

    @Override
    public void forget(Account account) {
        rooms.values().forEach(served -> served.room().forget(account));
    }

    private CompletionStage<Void> hear(Incoming incoming) {
        try {
            return facilitator().hear(incoming);
        } catch (RuntimeException trouble) {
            return CompletableFuture.failedFuture(trouble);
        }
    }

    Facilitator facilitator() {
        Facilitator now = facilitator;
        if (now == null) {
            throw new IllegalStateException("The web room has not been started");
        }
        return now;
    }

    boolean started() {
        return facilitator != null;
    }

    /** The room that people come to without naming any; empty where the web has none. */
    Optional<RoomId> firstRoom() {
        return rooms.values().stream().map(served -> served.room().id()).findFirst();
    }

    /** All rooms with their titles, in order. */
    Map<RoomId, String> titles() {
        Map<RoomId, String> titles = new LinkedHashMap<>();
        rooms.values().forEach(served -> titles.put(served.room().id(), served.title()));
        return titles;
    }

    Room room(RoomId id) {
        Served served = id.platform().equals(NAME) ? rooms.get(id.id()) : null;
        if (served == null) {
            throw new Refused("There is no web room " + id);
        }
        return served.room();
    }

    private record Served(String title, Room room) {}

    /** Somebody's being in a room. */
    public interface Presenting extends AutoCloseable {
        /** They leave. */
        @Override
        void close();
    }
}
