package dev.parley.conversation.filing;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds what has been said before, by how it begins. */
final class Echoes {
    /** So much of a text tells it from others; shorter texts are compared whole. */
    private static final int BEGINNING = 24;
    /** Texts with one beginning that are looked at; more than a chat has, fewer than a flood could send. */
    private static final int MOST = 32;
    /** What a retweet may have lost or gained at its end: a word that was cut, the rest of a link. */
    private static final int TAIL = 14;

    /** Letters that two texts must share before one can correct the other. */
    private static final int ENOUGH = 16;

    private final Map<String, List<Entry>> byBeginning = new HashMap<>();

    void add(Entry entry) {
        List<Entry> alike =
                byBeginning.computeIfAbsent(beginning(entry.reading().core()), key -> new ArrayList<>(2));
        if (alike.size() < MOST) {
            alike.add(entry);
        }
    }

    void remove(Entry entry) {
        List<Entry> alike = byBeginning.get(beginning(entry.reading().core()));
        if (alike != null) {
            alike.removeIf(other -> other.message().equals(entry.message()));
        }
    }

    private static String beginning(String core) {
        return core.substring(0, Math.min(BEGINNING, core.length()));
    }

    private Optional<Entry> find(Reading reading, MessageId except, Predicate<Entry> good) {
        return byBeginning.getOrDefault(beginning(reading.core()), List.of()).stream()
                .filter(entry -> !entry.message().equals(except))
                .filter(good)
                .findFirst();
    }

    /** What this retweet passes on, if it was said here; words of that person first. */
    Optional<Entry> original(Reading retweet, Optional<PersonId> from, MessageId except) {
        Predicate<Entry> same =
                entry -> passesOn(retweet.core(), entry.reading().core());
        return find(
                        retweet,
                        except,
                        same.and(entry -> from.isPresent() && entry.author().equals(from.get())))
                .or(() -> find(retweet, except, same));
    }

    private static boolean passesOn(String retweet, String original) {
        if (retweet.isEmpty()) {
            return false;
        }
        boolean cut = retweet.length() > BEGINNING + TAIL;
        String kept = cut ? retweet.substring(0, retweet.length() - TAIL) : retweet;
        return original.startsWith(kept) || original.length() >= BEGINNING && retweet.startsWith(original);
    }

    /** What this author has already said in the same words. */
    Optional<Entry> repeated(Reading reading, String raw, PersonId author, MessageId except) {
        return find(
                reading,
                except,
                entry -> entry.author().equals(author)
                        && entry.own()
                        && entry.reading().full().equals(reading.full())
                        && (reading.words() >= 5
                                || reading.words() > 1
                                        && entry.said().text().strip().equals(raw.strip())));
    }

    /** What this author has said in the same words under another label, or under none. */
    Optional<Entry> corrected(Reading reading, PersonId author, MessageId except) {
        return find(
                reading,
                except,
                entry -> entry.author().equals(author)
                        && entry.own()
                        && reading.core().length() >= ENOUGH
                        && entry.reading().core().equals(reading.core())
                        && !entry.reading().full().equals(reading.full()));
    }
}
