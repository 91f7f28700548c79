package dev.parley.platform.web;

import static java.util.Objects.requireNonNull;

import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Card;
import dev.parley.platform.Presence;
import dev.parley.platform.Shown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a room shows just now. Each change raises the version, and everything carries the version of its last change: who has seen
 * version 7 needs all that is newer than 7, however long they were away. Nothing waits in a queue for anybody.
 */
final class Room {
    /** How many messages stay in memory. */
    static final int MOST = 500;

    private static final int MOST_GONE = 500;
    private static final int MOST_LISTENERS_OF_NOTES = 5000;
    private static final int MOST_NOTES = 20;
    private static final Duration TYPING = Duration.ofSeconds(6);

    private final RoomId id;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Map<String, Long> gone = new LinkedHashMap<>();
    private final Map<Account, Map<String, Note>> notes = new LinkedHashMap<>();
    private final Map<Account, Integer> present = new HashMap<>();
    private final Map<Account, Typist> typing = new LinkedHashMap<>();
    private long version = 1;
    private long oldestResume = 0;
    private long cardVersion = 1;
    private long peopleVersion = 1;
    private @Nullable Card card;

    Room(RoomId id) {
        this.id = id;
    }

    RoomId id() {
        return id;
    }

    /** Shows this and nothing else; whoever is there gets all of it anew. */
    void replace(List<Shown> shown, Optional<Card> now) {
        locked(() -> {
            lines.clear();
            gone.clear();
            version++;
            oldestResume = version;
            shown.forEach(one -> lines.put(one.message().id(), new Line(one, true, version)));
            card = now.orElse(null);
            cardVersion = version;
            trim();
        });
    }

    /** Takes a message in that nobody sees yet, so that a receipt that overtakes it finds it. */
    void expect(Shown message) {
        locked(() -> lines.put(message.message().id(), new Line(message, false, version)));
    }

    /** Shows an expected message, behind all others. */
    void reveal(String message) {
        locked(() -> {
            Line line = lines.remove(message);
            if (line != null) {
                lines.put(message, new Line(line.shown(), true, ++version));
                typing.keySet()
                        .removeIf(
                                who -> line.shown().author().filter(who::equals).isPresent());
                trim();
            }
        });
    }

    /** Shows a message, or shows it anew in its place. */
    void show(Shown message) {
        locked(() -> {
            lines.put(message.message().id(), new Line(message, true, ++version));
            trim();
        });
    }

    /** Changes a message, if it is there. */
    void change(String message, UnaryOperator<Shown> change) {
        locked(() -> lines.computeIfPresent(
                message, (key, line) -> new Line(change.apply(line.shown()), line.visible(), ++version)));
    }

    /** Takes a message away, if it is there. */
    void remove(String message) {
        locked(() -> {
            if (lines.remove(message) != null) {
                bury(message);
            }
        });
    }

    /** Takes away all that an account said and all that was said to it alone. */
    void forget(Account account) {
        locked(() -> {
            List<String> theirs = lines.values().stream()
                    .map(Line::shown)
                    .filter(shown -> shown.author().filter(account::equals).isPresent())
                    .map(shown -> shown.message().id())
                    .toList();
            theirs.forEach(message -> {
                lines.remove(message);
                bury(message);
            });
            lines.replaceAll((key, line) ->
                    line.shown().reactions().values().stream().anyMatch(accounts -> accounts.contains(account))
                            ? new Line(Changed.without(line.shown(), account), line.visible(), ++version)
                            : line);
            notes.remove(account);
            typing.remove(account);
        });
    }

    private void bury(String message) {
        gone.put(message, ++version);
        if (gone.size() > MOST_GONE) {
            String first = gone.keySet().iterator().next();
            oldestResume = Math.max(oldestResume, requireNonNull(gone.remove(first)));
        }
    }

    private void trim() {
        while (lines.size() > MOST) {
            lines.remove(lines.keySet().iterator().next());
        }
    }

    Optional<Shown> find(String message) {
        return reading(() -> Optional.ofNullable(lines.get(message)).map(Line::shown));
    }

    /** All that is shown, in order. */
    List<Shown> all() {
        return reading(() ->
                lines.values().stream().filter(Line::visible).map(Line::shown).toList());
    }

    void keepInSight(Card now) {
        locked(() -> {
            card = now;
            cardVersion = ++version;
        });
    }

    Optional<Card> card() {
        return reading(() -> Optional.ofNullable(card));
    }

    /** Says something to one person; what has the same key is said anew. */
    void whisper(Account to, Note note) {
        locked(() -> {
            Map<String, Note> theirs = notes.computeIfAbsent(to, key -> new LinkedHashMap<>());
            theirs.put(note.id(), note.at(++version));
            if (theirs.size() > MOST_NOTES) {
                theirs.remove(theirs.keySet().iterator().next());
            }
            if (notes.size() > MOST_LISTENERS_OF_NOTES) {
                notes.remove(notes.keySet().iterator().next());
            }
        });
    }

    List<Note> notes(Account account) {
        return reading(() -> List.copyOf(notes.getOrDefault(account, Map.of()).values()));
    }

    /** The person has read a note. */
    void read(Account account, String note) {
        locked(() -> {
            Map<String, Note> theirs = notes.get(account);
            if (theirs != null && theirs.remove(note) != null) {
                bury(note);
            }
        });
    }

    /** Somebody opened the room's page; as often as they did, {@link #leave} is to be called. */
    void enter(Account account) {
        locked(() -> {
            if (present.merge(account, 1, Integer::sum) == 1) {
                peopleVersion = ++version;
            }
        });
    }

    void leave(Account account) {
        locked(() -> {
            present.computeIfPresent(account, (key, count) -> count == 1 ? null : count - 1);
            if (!present.containsKey(account)) {
                typing.remove(account);
                peopleVersion = ++version;
            }
        });
    }

    void typing(Account account, String name, Instant now) {
        locked(() -> {
            typing.put(account, new Typist(name, now));
            peopleVersion = ++version;
        });
    }

    Presence presence(Instant now) {
        return reading(() -> new Presence(present.size(), !typists(now).isEmpty()));
    }

    private Map<Account, Typist> typists(Instant now) {
        typing.values().removeIf(typist -> typist.at().plus(TYPING).isBefore(now));
        return typing;
    }

    /** The names of those who are typing, without one's own. */
    List<String> typing(Account but, Instant now) {
        return reading(() -> typists(now).entrySet().stream()
                .filter(one -> !one.getKey().equals(but))
                .map(one -> one.getValue().name())
                .toList());
    }

    long version() {
        return reading(() -> version);
    }

    /**
     * What has changed for a person since a version, waiting for a change if need be.
     *
     * @return nothing new when there was nothing in all that time
     */
    News news(Account account, long seen, Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (version <= seen && left > 0) {
                left = changed.awaitNanos(left);
            }
            return collect(account, seen);
        } finally {
            lock.unlock();
        }
    }

    private News collect(Account account, long seen) {
        boolean anew = seen < oldestResume || seen > version;
        long since = anew ? 0 : seen;
        List<Shown> fresh = new ArrayList<>();
        for (Line line : lines.values()) {
            if (line.visible() && line.version() > since) {
                fresh.add(line.shown());
            }
        }
        List<String> away = new ArrayList<>();
        gone.forEach((message, at) -> {
            if (at > since) {
                away.add(message);
            }
        });
        List<Note> own = notes.getOrDefault(account, Map.of()).values().stream()
                .filter(note -> note.version() > since)
                .toList();
        return new News(version, anew, fresh, away, own, cardVersion > since, peopleVersion > since);
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private <T> T reading(Supplier<T> look) {
        lock.lock();
        try {
            return look.get();
        } finally {
            lock.unlock();
        }
    }

    /**
     * What has changed.
     *
     * @param version up to where
     * @param anew whether this is everything, in place of what was shown before
     */
    record News(
            long version,
            boolean anew,
            List<Shown> messages,
            List<String> gone,
            List<Note> notes,
            boolean card,
            boolean people) {

        boolean nothing() {
            return !anew && messages.isEmpty() && gone.isEmpty() && notes.isEmpty() && !card && !people;
        }
    }

    /** A word to one person alone. */
    record Note(String id, String text, Instant at, long version) {

        Note at(long now) {
            return new Note(id, text, at, now);
        }
    }

    private record Line(Shown shown, boolean visible, long version) {}

    private record Typist(String name, Instant at) {}
}
