package dev.parley.engine;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Card;
import dev.parley.platform.Facilitator;
import dev.parley.platform.Mark;
import dev.parley.platform.Outgoing;
import dev.parley.platform.Platform;
import dev.parley.platform.Presence;
import dev.parley.platform.Refused;
import dev.parley.platform.Traits;
import dev.parley.platform.Unreachable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A platform in memory that outlives the engine, as a real one does, and that can be out of order. */
final class FakePlatform implements Platform {

    static final String NAME = "fake";

    final Map<MessageId, Outgoing> standing = new LinkedHashMap<>();
    final List<Outgoing> posted = new ArrayList<>();
    final Map<MessageId, Mark> marks = new HashMap<>();
    final List<String> whispers = new ArrayList<>();
    final Map<RoomId, Card> cards = new HashMap<>();
    Presence presence = new Presence(2, false);
    int unreachable;
    boolean forbidden;
    boolean diesAfterPosting;
    private int number;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Traits traits() {
        return new Traits(2_000, true, true, true);
    }

    @Override
    public void start(Facilitator facilitator) {}

    @Override
    public synchronized MessageId post(Outgoing post) {
        trouble();
        MessageId message = new MessageId(post.room(), "post " + ++number);
        standing.put(message, post);
        posted.add(post);
        if (diesAfterPosting) {
            diesAfterPosting = false;
            throw new Unreachable("The answer was lost", Duration.ofMillis(1));
        }
        return message;
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
        standing.computeIfPresent(message, (_, _) -> now);
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
        whispers.add(to.id() + ": " + words.text());
    }

    @Override
    public synchronized void keepInSight(RoomId room, Card card) {
        cards.put(room, card);
    }

    @Override
    public synchronized Optional<MessageId> find(RoomId room, String key) {
        return standing.entrySet().stream()
                .filter(entry -> entry.getValue().key().equals(key))
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
