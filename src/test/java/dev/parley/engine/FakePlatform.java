package dev.parley.engine;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.Place;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Card;
import dev.parley.platform.Facilitator;
import dev.parley.platform.Incoming;
import dev.parley.platform.Mark;
import dev.parley.platform.Moments;
import dev.parley.platform.Narrow;
import dev.parley.platform.NotYet;
import dev.parley.platform.Occasion;
import dev.parley.platform.Outgoing;
import dev.parley.platform.Platform;
import dev.parley.platform.Presence;
import dev.parley.platform.PrivateGap;
import dev.parley.platform.Refused;
import dev.parley.platform.Traits;
import dev.parley.platform.Unreachable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A platform in memory that outlives the engine, as a real one does, and that can be out of order. */
final class FakePlatform implements Platform {

    static final String NAME = "fake";

    /** How long it asks to wait where it lets nothing more through. */
    static final Duration A_WHILE = Duration.ofSeconds(2);

    private static final String PRIVATE = "with ";

    final Map<MessageId, Outgoing> standing = new LinkedHashMap<>();
    final List<Outgoing> posted = new ArrayList<>();
    final Map<MessageId, Mark> marks = new HashMap<>();
    final List<String> whispers = new ArrayList<>();
    final Map<RoomId, Card> cards = new HashMap<>();
    final Map<MessageId, Occasion> occasions = new LinkedHashMap<>();
    /** What stands in the rooms, heard or not. */
    final Map<MessageId, Incoming.Said> history = new LinkedHashMap<>();

    /** Happens while the history is on its way to whoever asked for it. */
    Runnable meanwhile = () -> {};

    Presence presence = new Presence(2, false);
    int unreachable;
    boolean forbidden;
    /** Who wants no private messages. */
    final Set<Account> closed = new HashSet<>();

    /** With whom a private room was opened. */
    final List<Account> opened = new ArrayList<>();

    /** How many more private rooms may be opened, and letters posted. */
    int openings = Integer.MAX_VALUE;

    int letters = Integer.MAX_VALUE;

    boolean diesAfterPosting;
    private final String name;
    /** How often it was asked whether something stands. */
    int sought;

    private int number;

    FakePlatform() {
        this(NAME);
    }

    FakePlatform(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Traits traits() {
        return new Traits(2_000, true, true, true, true, true);
    }

    @Override
    public void start(Facilitator facilitator) {}

    @Override
    public synchronized MessageId post(Outgoing post) {
        trouble();
        if (post.room().id().startsWith(PRIVATE)) {
            if (letters == 0) {
                throw new NotYet(Narrow.LETTERS, "Too many were posted", A_WHILE);
            }
            letters--;
        }
        MessageId message = new MessageId(post.room(), "post " + ++number);
        Outgoing shown = inWords(post);
        standing.put(message, shown);
        posted.add(shown);
        if (diesAfterPosting) {
            diesAfterPosting = false;
            throw new Unreachable("The answer was lost", Duration.ofMillis(1));
        }
        return message;
    }

    private static Outgoing inWords(Outgoing post) {
        return new Outgoing(
                post.key(),
                post.room(),
                Moments.inWords(post.text()),
                post.under(),
                post.tone(),
                post.thread(),
                post.attachments(),
                post.choices());
    }

    @Override
    public synchronized RoomId privately(Account to) {
        if (closed.contains(to)) {
            throw new Refused("No private messages to this one");
        }
        openOneMore();
        opened.add(to);
        return new RoomId(name, PRIVATE + to.id());
    }

    private void openOneMore() {
        if (openings == 0) {
            throw new NotYet(Narrow.OPENINGS, "Too many were opened", A_WHILE);
        }
        openings--;
    }

    private void trouble() {
        if (forbidden) {
            throw new Refused("Parley may not post here");
        }
        if (unreachable > 0) {
            unreachable--;
            throw new Unreachable("No answer", Duration.ofMillis(1));
        }
    }

    @Override
    public synchronized void edit(MessageId message, Outgoing now) {
        trouble();
        standing.computeIfPresent(message, (_, _) -> inWords(now));
    }

    @Override
    public synchronized void remove(MessageId message) {
        standing.remove(message);
    }

    @Override
    public synchronized void receipt(MessageId message, Mark mark) {
        marks.put(message, mark);
    }

    @Override
    public synchronized void whisper(Account to, Outgoing words) {
        openOneMore();
        whispers.add(to.id() + ": " + words.text());
    }

    @Override
    public synchronized void keepInSight(Card card) {
        cards.put(card.room(), card);
    }

    @Override
    public synchronized Optional<MessageId> occasion(Occasion occasion, Optional<MessageId> known) {
        MessageId message = known.orElseGet(() -> new MessageId(occasion.room(), "event " + ++number));
        occasions.put(message, occasion);
        return Optional.of(message);
    }

    @Override
    public synchronized List<Incoming> since(RoomId room, Instant from, Set<MessageId> known) {
        if (unreachable > 0) {
            unreachable--;
            throw new Unreachable("No answer", Duration.ofMillis(1));
        }
        List<Incoming> told = new ArrayList<>();
        history.values().stream()
                .filter(said -> said.message().room().equals(room) && !said.at().isBefore(from))
                .forEach(told::add);
        known.stream()
                .filter(message -> !history.containsKey(message))
                .map(Incoming.Unsaid::new)
                .forEach(told::add);
        meanwhile.run();
        return told;
    }

    /** Which private rooms were read back, in this order. */
    final List<PrivateGap> caughtUp = new CopyOnWriteArrayList<>();

    @Override
    public synchronized void catchUp(PrivateGap gap) {
        trouble();
        caughtUp.add(gap);
    }

    /** Somebody says or edits something, whether anybody listens or not. */
    synchronized Incoming.Said said(
            MessageId message, Account author, String name, String text, Place place, Instant now) {
        Incoming.Said before = history.get(message);
        Instant at = before == null ? now : before.at();
        boolean edited = before != null && !before.text().equals(text);
        Instant revised = before == null ? now : edited ? before.revised().plusMillis(1) : before.revised();
        Incoming.Said said = new Incoming.Said(message, author, name, text, place, at, revised);
        history.put(message, said);
        return said;
    }

    /** Somebody deletes something, whether anybody listens or not. */
    synchronized Incoming.Unsaid unsaid(MessageId message) {
        history.remove(message);
        return new Incoming.Unsaid(message);
    }

    @Override
    public Optional<URI> link(MessageId message) {
        return Optional.of(URI.create("https://fake.example/" + message.id().replace(' ', '-')));
    }

    @Override
    public List<String> check(RoomId room) {
        return forbidden ? List.of("Parley may not post here; let it.") : List.of();
    }

    @Override
    public synchronized Optional<MessageId> find(Outgoing post) {
        sought++;
        return standing.entrySet().stream()
                .filter(entry -> entry.getValue().key().equals(post.key())
                        && entry.getKey().room().equals(post.room()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public void forget(Account account) {}

    @Override
    public Presence presence(RoomId room) {
        return presence;
    }

    @Override
    public void close() {}
}
