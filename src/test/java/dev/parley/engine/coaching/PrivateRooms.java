package dev.parley.engine.coaching;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Card;
import dev.parley.platform.Choice;
import dev.parley.platform.Facilitator;
import dev.parley.platform.Incoming;
import dev.parley.platform.Mark;
import dev.parley.platform.Occasion;
import dev.parley.platform.Outgoing;
import dev.parley.platform.Platform;
import dev.parley.platform.Presence;
import dev.parley.platform.PrivateGap;
import dev.parley.platform.Refused;
import dev.parley.platform.Traits;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A platform in memory with a private room for everybody who wants one. */
class PrivateRooms implements Platform {

    static final String NAME = "fake";

    private final Map<MessageId, Outgoing> standing = new LinkedHashMap<>();
    private final Map<RoomId, Account> owners = new LinkedHashMap<>();
    /** Who takes no private messages. */
    final Set<String> closed = new TreeSet<>();

    private final Map<MessageId, Instant> times = new LinkedHashMap<>();
    /** What time it is for whoever posts. */
    InstantSource clock = InstantSource.system();

    private int number;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Traits traits() {
        return new Traits(4_000, true, true, true, false, true);
    }

    @Override
    public void start(Facilitator facilitator) {}

    @Override
    public synchronized RoomId privately(Account to) {
        if (closed.contains(to.id())) {
            throw new Refused("No private messages to this one");
        }
        RoomId room = room(to);
        owners.put(room, to);
        return room;
    }

    /** Where somebody and Parley write to each other. As on real platforms its name is not the name of the account. */
    static RoomId room(Account with) {
        return new RoomId(NAME, "private " + Integer.toHexString(with.hashCode()));
    }

    @Override
    public synchronized MessageId post(Outgoing post) {
        MessageId message = new MessageId(post.room(), "letter " + ++number);
        standing.put(message, post);
        times.put(message, clock.instant());
        return message;
    }

    @Override
    public synchronized void remove(MessageId message) {
        standing.remove(message);
    }

    @Override
    public synchronized void edit(MessageId message, Outgoing now) {
        standing.computeIfPresent(message, (_, _) -> now);
    }

    @Override
    public synchronized Optional<MessageId> find(Outgoing post) {
        return standing.entrySet().stream()
                .filter(one -> one.getValue().key().equals(post.key()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** A letter, with when it was posted. */
    record Letter(Instant at, String text, List<Choice> choices) {}

    /** What stands in a person's private room, in order. */
    synchronized List<Outgoing> letters(Account to) {
        return standing.values().stream()
                .filter(one -> to.equals(owners.get(one.room())))
                .toList();
    }

    /** The same, as its reader sees them. */
    synchronized List<Letter> seen(Account to) {
        return standing.entrySet().stream()
                .filter(one -> to.equals(owners.get(one.getValue().room())))
                .map(one -> new Letter(
                        times.get(one.getKey()),
                        one.getValue().text(),
                        one.getValue().choices()))
                .toList();
    }

    /** What stands in no one's private room. */
    synchronized List<Outgoing> inPublic() {
        return standing.values().stream()
                .filter(one -> !owners.containsKey(one.room()))
                .toList();
    }

    @Override
    public void receipt(MessageId message, Mark mark) {}

    @Override
    public void whisper(Account to, Outgoing words) {
        throw new Refused("Nothing is whispered here");
    }

    @Override
    public void keepInSight(Card card) {}

    @Override
    public Optional<MessageId> occasion(Occasion occasion, Optional<MessageId> known) {
        return Optional.empty();
    }

    @Override
    public List<Incoming> since(RoomId room, Instant from, Set<MessageId> known) {
        return List.of();
    }

    @Override
    public void catchUp(PrivateGap gap) {}

    @Override
    public Optional<URI> link(MessageId message) {
        return Optional.empty();
    }

    @Override
    public List<String> check(RoomId room) {
        return List.of();
    }

    @Override
    public void forget(Account account) {}

    @Override
    public Presence presence(RoomId room) {
        return new Presence(2, false);
    }

    @Override
    public void close() {}
}
