package dev.parley.conversation.filing;

import dev.parley.conversation.PersonId;
import dev.parley.conversation.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What a past chat tells about itself: who moderated, which message first put which question, when introductions and closing
 * began. A live chat knows these things; a replayed one has to infer them from all that was said.
 */
public final class Inference {
    private static final Set<String> CLOSING = Set.of(
            "final", "wrap", "wrapping", "closing", "close", "end", "takeaway", "takeaways", "joining", "pitches");

    private final List<Said> all;
    private final List<Reading> readings;
    private final Set<PersonId> moderators = new HashSet<>();
    private final TreeMap<Integer, Integer> puts = new TreeMap<>();
    private OptionalInt introductions = OptionalInt.empty();
    private OptionalInt closing = OptionalInt.empty();
    private boolean labelsAreUsual;

    private Inference(List<Said> all) {
        this.all = List.copyOf(all);
        this.readings = all.stream().map(said -> Reading.of(said.text())).toList();
    }

    /** Infers from all messages of a chat, in order. */
    public static Inference of(List<Said> all) {
        Inference inference = new Inference(all);
        inference.infer();
        return inference;
    }

    /** Who moderated; nobody where an archive does not say who spoke. */
    public Set<PersonId> moderators() {
        return Set.copyOf(moderators);
    }

    /** For each question's number, the place in the list of the message that put it first. */
    public SortedMap<Integer, Integer> puts() {
        return new TreeMap<>(puts);
    }

    OptionalInt introductions() {
        return introductions;
    }

    OptionalInt closing() {
        return closing;
    }

    boolean labelsAreUsual() {
        return labelsAreUsual;
    }

    private void infer() {
        chooseModerators();
        putLabelled();
        putFinal();
        putUnlabelled();
        if (puts.isEmpty()) {
            putWithoutAnyLabel();
        }
        introductions = first(0, i -> readings.get(i).says(Words.INTRODUCING));
        closing = puts.isEmpty()
                ? OptionalInt.empty()
                : first(puts.values().stream().mapToInt(i -> i).max().orElse(0) + 1, this::closes);
        labelsAreUsual = labelled().filter(i -> !speaksAsModerator(i)).limit(2).count() > 1;
    }

    // Candidates: what carries a question's label

    private IntStream own() {
        return IntStream.range(0, all.size())
                .filter(i -> readings.get(i).shared().isEmpty());
    }

    private boolean isCandidate(int index) {
        Optional<Label> label = readings.get(index).label();
        if (label.isEmpty() || label.get().numbers().size() != 1) {
            return false;
        }
        boolean placed = switch (label.get().where()) {
            case FRONT, LED, INSIDE -> true;
            case REFERRING, END, ALONE -> false;
        };
        return placed
                && switch (label.get().letter()) {
                    case QUESTION -> true;
                    case TOPIC -> true;
                    case NUMBER ->
                        all.get(index).text().indexOf('#') != label.get().start();
                    case ANSWER, FINAL, FINAL_QUESTION -> false;
                };
    }

    private int number(int index) {
        return readings.get(index).label().orElseThrow().numbers().first();
    }

    private PersonId author(int index) {
        return all.get(index).author();
    }

    private boolean nobodyKnown() {
        return all.stream().allMatch(said -> said.author().value().isEmpty());
    }

    /** Who put numbers first, and asked while doing so. */
    private void chooseModerators() {
        if (nobodyKnown()) {
            return;
        }
        Map<PersonId, Integer> firsts = new HashMap<>();
        Map<PersonId, Integer> asking = new HashMap<>();
        Set<String> seen = new HashSet<>();
        own().filter(this::isCandidate).forEach(i -> {
            if (seen.add(readings.get(i).label().orElseThrow().letter() + " " + number(i))) {
                firsts.merge(author(i), 1, Integer::sum);
                asking.merge(author(i), readings.get(i).asks() ? 1 : 0, Integer::sum);
            }
        });
        int most = asking.values().stream().mapToInt(i -> i).max().orElse(0);
        asking.forEach((author, times) -> {
            boolean often = times >= 2 && times * 3 >= most && times * 2 >= firsts.get(author);
            if (most > 0 && (times == most || often)) {
                moderators.add(author);
            }
        });
    }

    private boolean speaksAsModerator(int index) {
        return moderators.contains(author(index));
    }

    private void putLabelled() {
        boolean nobody = nobodyKnown();
        TreeMap<Integer, List<Integer>> byNumber = new TreeMap<>();
        own().filter(this::isCandidate)
                .filter(i -> nobody || speaksAsModerator(i))
                .forEach(i -> byNumber.computeIfAbsent(number(i), key -> new ArrayList<>())
                        .add(i));
        byNumber.forEach((number, candidates) -> choose(candidates).ifPresent(i -> puts.put(number, i)));
        own().filter(this::isCandidate)
                .filter(i ->
                        readings.get(i).asks() && readings.get(i).addressed().isEmpty())
                .filter(i -> !puts.containsKey(number(i)) && !moderators.isEmpty() && follows(i))
                .forEach(i -> puts.putIfAbsent(number(i), i));
    }

    /** A question comes after the one before it, and there was no crowd of answers to it before it was put. */
    private boolean follows(int index) {
        int number = number(index);
        Integer before = puts.headMap(number).isEmpty()
                ? null
                : puts.get(puts.headMap(number).lastKey());
        Integer after = puts.tailMap(number).isEmpty()
                ? null
                : puts.get(puts.tailMap(number).firstKey());
        return (before == null || before < index) && (after == null || index < after);
    }

    /** The first that asks, if it comes soon after the very first; else the very first. */
    private Optional<Integer> choose(List<Integer> candidates) {
        int first = candidates.getFirst();
        return candidates.stream()
                .limit(3)
                .filter(i -> readings.get(i).asks() && i - first <= 12)
                .findFirst()
                .or(() -> Optional.of(first));
    }

    private void putFinal() {
        own().filter(i -> readings.get(i).has(Letter.FINAL_QUESTION))
                .filter(i -> nobodyKnown() || speaksAsModerator(i))
                .filter(i -> puts.values().stream().allMatch(put -> put < i))
                .findFirst()
                .ifPresent(i -> puts.put(puts.isEmpty() ? 1 : puts.lastKey() + 1, i));
    }

    // Questions that carry no label

    private IntStream labelled() {
        return own().filter(i -> readings.get(i).has(Letter.ANSWER)
                        || readings.get(i).has(Letter.QUESTION)
                        || readings.get(i).has(Letter.TOPIC))
                .filter(i -> !puts.containsValue(i));
    }

    /** Answers name a question that nobody labelled: it is the last that was asked of all before the first of them. */
    private void putUnlabelled() {
        TreeMap<Integer, List<Integer>> answers = new TreeMap<>();
        own().filter(i -> readings.get(i).has(Letter.ANSWER))
                .forEach(i -> readings.get(i)
                        .label()
                        .orElseThrow()
                        .numbers()
                        .forEach(n -> answers.computeIfAbsent(n, key -> new ArrayList<>())
                                .add(i)));
        answers.values().removeIf(those -> those.size() < 2);
        answers.keySet().removeAll(puts.keySet());
        Map<PersonId, Integer> askers = new HashMap<>();
        answers.forEach((number, those) -> askedBefore(number, those.getFirst(), moderators)
                .ifPresent(i -> askers.merge(author(i), 1, Integer::sum)));
        if (moderators.isEmpty() && !nobodyKnown()) {
            askers.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .ifPresent(moderators::add);
        }
        answers.forEach((number, those) ->
                askedBefore(number, those.getFirst(), moderators).ifPresent(i -> puts.put(number, i)));
    }

    private Optional<Integer> askedBefore(int number, int answer, Set<PersonId> by) {
        int from = puts.headMap(number).values().stream()
                .mapToInt(i -> i + 1)
                .max()
                .orElse(0);
        return IntStream.iterate(answer - 1, i -> i >= from, i -> i - 1)
                .filter(i -> asksAll(i) && (by.isEmpty() || by.contains(author(i))) && !puts.containsValue(i))
                .boxed()
                .findFirst();
    }

    private boolean asksAll(int index) {
        Reading reading = readings.get(index);
        return reading.shared().isEmpty()
                && reading.asks()
                && reading.addressed().isEmpty()
                && reading.label().isEmpty()
                && reading.words() >= 4;
    }

    /** Nobody labels anything: whoever opens the chat asks its questions. */
    private void putWithoutAnyLabel() {
        if (nobodyKnown()) {
            return;
        }
        Map<PersonId, Integer> askers = new HashMap<>();
        own().forEach(i -> {
            int weight = (asksAll(i) ? 2 : 0) + (i < 10 && readings.get(i).says(Words.OPENING) ? 1 : 0);
            askers.merge(author(i), weight, Integer::sum);
        });
        askers.entrySet().stream()
                .filter(entry -> entry.getValue() > 3)
                .max(Map.Entry.<PersonId, Integer>comparingByValue()
                        .thenComparing(entry -> entry.getKey().value(), Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .ifPresent(moderators::add);
        own().filter(i -> speaksAsModerator(i) && asksAll(i) && !readings.get(i).says(Words.INTRODUCING))
                .forEach(i -> puts.put(puts.size() + 1, i));
    }

    // Opening and closing

    private OptionalInt first(int from, IntPredicate good) {
        return own().filter(i -> i >= from && (moderators.isEmpty() || speaksAsModerator(i)))
                .filter(good)
                .findFirst();
    }

    private boolean closes(int index) {
        Reading reading = readings.get(index);
        return reading.addressed().isEmpty() && (reading.begins(Words.THANKING, 3) || reading.says(CLOSING));
    }
}
