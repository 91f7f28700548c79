package dev.parley.conversation.filing;

import static java.util.Objects.requireNonNull;

import dev.parley.conversation.Filing;
import dev.parley.conversation.Kind;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Place;
import dev.parley.conversation.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What has been filed in one chat so far, and from that how the next message is filed. Not safe for several threads; a chat is
 * handled by one at a time. Each call takes a time that does not grow with the chat, unless it says so.
 */
public final class Ledger {
    /** Of so many of an author's last messages the order counts in which they were said, not that in which they were heard. */
    private static final int LATELY = 12;

    private final Map<MessageId, Entry> entries = new HashMap<>();
    private final Map<PersonId, List<Entry>> byAuthor = new HashMap<>();
    private final Map<MessageId, List<MessageId>> repeats = new HashMap<>();
    private final Map<MessageId, MessageId> corrections = new HashMap<>();
    private final Echoes echoes = new Echoes();
    private final Map<MessageId, MessageId> corrected = new HashMap<>();
    private final Map<String, Texts> texts = new HashMap<>();
    private String lastText = "";
    private Reading lastReading = Reading.of(lastText);
    private int labelled;

    /** A message whose filing follows from another one, said later: "forgot: A7" labels what its author said before. */
    public record Refiled(MessageId message, Filing filing) {}

    /** Where this message belongs, by what has been noted so far. Changes nothing; the message may be noted already (an edit). */
    public Filing file(Said said, Known known) {
        return new Clerk(this, said, read(said), known, List.of()).file();
    }

    /** What else is to be refiled because of this message. To be asked before the message is noted; changes nothing. */
    public Optional<Refiled> refiles(Said said, Known known) {
        return new Clerk(this, said, read(said), known, List.of()).refiles();
    }

    /**
     * What goes on from this message but was heard before it, since platforms do not always tell in the order of saying. To be asked
     * before the message is noted; changes nothing.
     *
     * @param filing where this message belongs
     */
    public List<Refiled> goingOn(Said said, Filing filing, Known known) {
        List<Entry> so = new ArrayList<>(List.of(new Entry(said, Remembered.of(read(said)), filing)));
        List<Refiled> refiled = new ArrayList<>();
        for (Entry later : after(said)) {
            new Clerk(this, later.said(), Reading.of(later.said().text()), known, so)
                    .continuation()
                    .filter(now -> !now.equals(later.filing()))
                    .ifPresent(now -> {
                        refiled.add(new Refiled(later.message(), now));
                        so.add(new Entry(later.said(), later.reading(), now));
                    });
        }
        return refiled;
    }

    /**
     * What was said under a post before that was known to put a question, and belongs to it, in the order of saying. Changes nothing.
     * Looks at all that was noted: it is asked once a post.
     */
    public List<Refiled> under(MessageId post, int question, Known known) {
        Place under = new Place.Under(post);
        return entries.values().stream()
                .filter(entry -> entry.said().place().equals(under)
                        && entry.filing().repeatOf().isEmpty())
                .sorted(Comparator.comparing((Entry entry) -> entry.said().at())
                        .thenComparing(entry -> entry.message().id()))
                .flatMap(entry -> new Clerk(
                                this, entry.said(), Reading.of(entry.said().text()), known, List.of())
                                .under(question)
                                .filter(now -> !now.equals(entry.filing()))
                                .map(now -> new Refiled(entry.message(), now))
                                .stream())
                .toList();
    }

    private List<Entry> after(Said said) {
        List<Entry> all = byAuthor.getOrDefault(said.author(), List.of());
        return all.subList(Math.max(0, all.size() - LATELY), all.size()).stream()
                .filter(entry -> entry.said().at().isAfter(said.at()))
                .filter(entry -> entry.said().at().isBefore(said.at().plus(Clerk.PARTS)))
                .sorted(Comparator.comparing(entry -> entry.said().at()))
                .toList();
    }

    /** The text just read; filing and noting a message read it once. */
    private Reading read(Said said) {
        if (!said.text().equals(lastText)) {
            lastText = said.text();
            lastReading = Reading.of(lastText);
        }
        return lastReading;
    }

    /** Records where a message was filed, by us or by a person. A message that was noted before is replaced. */
    public void note(Said said, Filing filing) {
        Reading reading = read(said);
        Entry entry = new Entry(said, Remembered.of(reading), filing);
        Entry before = entries.put(said.message(), entry);
        if (before == null) {
            byAuthor.computeIfAbsent(said.author(), author -> new ArrayList<>()).add(entry);
        } else {
            loosen(before);
            requireNonNull(byAuthor.get(before.author())).replaceAll(old -> old == before ? entry : old);
        }
        echoes.add(entry);
        labelled += isLabelled(entry) ? 1 : 0;
        filing.repeatOf()
                .ifPresent(first -> repeats.computeIfAbsent(first, key -> new ArrayList<>(2))
                        .add(said.message()));
        if (reading.label().isPresent() && filing.repeatOf().isEmpty()) {
            echoes.corrected(reading, said.author(), said.message())
                    .ifPresent(older -> correct(older.message(), said.message()));
        }
    }

    /** Forgets a message that is gone. */
    public void forget(MessageId message) {
        Entry entry = entries.remove(message);
        if (entry != null) {
            loosen(entry);
            requireNonNull(byAuthor.get(entry.author())).remove(entry);
            repeats.remove(message);
        }
    }

    private void correct(MessageId older, MessageId newer) {
        corrections.put(older, newer);
        corrected.put(newer, older);
    }

    private void loosen(Entry entry) {
        echoes.remove(entry);
        Optional.ofNullable(corrections.remove(entry.message())).ifPresent(corrected::remove);
        Optional.ofNullable(corrected.remove(entry.message())).ifPresent(corrections::remove);
        labelled -= isLabelled(entry) ? 1 : 0;
        entry.filing().repeatOf().map(repeats::get).ifPresent(all -> all.remove(entry.message()));
    }

    private static boolean isLabelled(Entry entry) {
        return entry.is(Kind.ANSWER) && entry.own() && entry.reading().labelled();
    }

    /** Where a message is filed. */
    public Optional<Filing> of(MessageId message) {
        return Optional.ofNullable(entries.get(message)).map(Entry::filing);
    }

    /** The messages that only say this one again. */
    public List<MessageId> repeatsOf(MessageId message) {
        return List.copyOf(repeats.getOrDefault(message, List.of()));
    }

    /** The author's own corrected repost of this message, which counts in its stead. */
    public Optional<MessageId> replacedBy(MessageId message) {
        return Optional.ofNullable(corrections.get(message));
    }

    Optional<Entry> entry(MessageId message) {
        return Optional.ofNullable(entries.get(message));
    }

    /** The first of its like that is still there: itself, or what it repeats. */
    MessageId first(Entry entry) {
        return entry.filing().repeatOf().filter(entries::containsKey).orElse(entry.message());
    }

    /** The earliest noted of these posts. */
    Optional<MessageId> firstOf(Set<MessageId> posts) {
        return posts.stream()
                .map(entries::get)
                .filter(Objects::nonNull)
                .min(Comparator.comparing(entry -> entry.said().at()))
                .map(this::first);
    }

    /** A question's words, taken apart once. */
    Texts texts(String question) {
        return texts.computeIfAbsent(question, Texts::of);
    }

    Echoes echoes() {
        return echoes;
    }

    /** How many answers carried a label of their author's. */
    int labelled() {
        return labelled;
    }

    /** What this author said before, latest first, at most so many; with these in place of what is noted of the same messages. */
    List<Entry> before(Said said, int most, List<Entry> instead) {
        if (instead.isEmpty()) {
            return before(said, most);
        }
        Map<MessageId, Entry> all = new LinkedHashMap<>();
        before(said, LATELY).forEach(entry -> all.put(entry.message(), entry));
        instead.forEach(entry -> all.put(entry.message(), entry));
        return all.values().stream()
                .filter(entry -> !entry.message().equals(said.message())
                        && !entry.said().at().isAfter(said.at()))
                .sorted(Comparator.comparing((Entry entry) -> entry.said().at()).reversed())
                .limit(most)
                .toList();
    }

    private List<Entry> before(Said said, int most) {
        List<Entry> all = byAuthor.getOrDefault(said.author(), List.of());
        List<Entry> found = new ArrayList<>(most);
        for (int i = all.size() - 1; i >= 0 && found.size() < most; i--) {
            Entry entry = all.get(i);
            if (!entry.message().equals(said.message()) && !entry.said().at().isAfter(said.at())) {
                found.add(entry);
            }
        }
        return found;
    }

    /** What this person said last in words of their own, among the last few messages. */
    Optional<Entry> latestOwn(PersonId person) {
        List<Entry> all = byAuthor.getOrDefault(person, List.of());
        return all.subList(Math.max(0, all.size() - LATELY), all.size()).reversed().stream()
                .filter(Entry::own)
                .findFirst();
    }

    boolean hasSpoken(Said said) {
        return before(said, 4).stream().anyMatch(Entry::own);
    }
}
