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
    private static final int BEGINNING = 32;
    /** A host who asks less often than this only joins in the talk. */
    private static final int FEWEST = 3;
    /** What must at least speak for a message: to be the first that names the number, or to ask and be passed on. */
    private static final int ENOUGH = 3;

    private final Map<Integer, Integer> firstNamed = new HashMap<>();
    private final Map<Integer, Integer> echoes = new HashMap<>();
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
            case END, ALONE ->
                readings.get(index).linked() && readings.get(index).words() <= 6;
            case REFERRING -> false;
        };
        return placed
                && switch (label.get().letter()) {
                    case QUESTION, TOPIC -> true;
                    case NUMBER ->
                        Tokens.fold(all.get(index).text()).charAt(label.get().start()) != '#';
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

    private boolean speaksAsModerator(int index) {
        return moderators.contains(author(index));
    }

    /** Chooses the posts of labelled questions twice: first by their words, then also by who puts the others. */
    private void putLabelled() {
        TreeMap<Integer, List<Integer>> byNumber = new TreeMap<>();
        own().filter(this::isCandidate)
                .forEach(i -> byNumber.computeIfAbsent(number(i), key -> new ArrayList<>())
                        .add(i));
        countEchoes();
        choose(byNumber);
        chooseModerators();
        puts.clear();
        choose(byNumber);
        puts.values().forEach(i -> moderators.add(author(i)));
        moderators.removeIf(person -> person.value().isEmpty());
    }

    private void choose(TreeMap<Integer, List<Integer>> byNumber) {
        byNumber.forEach((number, candidates) -> candidates.stream()
                .filter(i -> puts.isEmpty()
                        || number == 0
                        || i > puts.lastEntry().getValue()
                        || !isSure(puts.lastEntry().getValue()))
                .filter(i -> weight(i) >= ENOUGH)
                .max(Comparator.comparingInt(this::weight).thenComparing(Comparator.reverseOrder()))
                .ifPresent(i -> puts.put(number, i)));
    }

    private boolean isSure(int index) {
        return weight(index) > ENOUGH;
    }

    /** How much speaks for this message having put the question that it names. */
    private int weight(int index) {
        Reading reading = readings.get(index);
        Label label = reading.label().orElseThrow();
        boolean first = firstNamed(number(index)) == index;
        int weight = first ? 3 : 0;
        weight += reading.asks() ? 2 : 0;
        weight += Math.min(2, echoes.getOrDefault(index, 0));
        weight += speaksAsModerator(index) ? 3 : 0;
        weight -= label.part().isPresent() ? 3 : 0;
        weight -= reading.addressed().isEmpty() ? 0 : 3;
        weight -= label.is(Letter.NUMBER) && !reading.asks() ? 3 : 0;
        return weight;
    }

    /** The first message that names this question, be it to ask or to answer. */
    private int firstNamed(int number) {
        return firstNamed.computeIfAbsent(
                number,
                wanted -> own().filter(i -> names(i, wanted)).findFirst().orElse(-1));
    }

    private boolean names(int index, int number) {
        Optional<Label> label = readings.get(index).label();
        return label.isPresent()
                && label.get().numbers().contains(number)
                && label.get().part().isEmpty();
    }

    /** How often each candidate was passed on or said again. */
    private void countEchoes() {
        Map<String, Integer> byBeginning = new HashMap<>();
        own().filter(this::isCandidate).forEach(i -> byBeginning.putIfAbsent(beginning(i), i));
        IntStream.range(0, all.size()).forEach(i -> {
            Integer original = byBeginning.get(beginning(i));
            if (original != null && original != i) {
                echoes.merge(original, 1, Integer::sum);
            }
        });
    }

    private String beginning(int index) {
        String full = readings.get(index).full();
        return full.substring(0, Math.min(BEGINNING, full.length()));
    }

    /** Who asks one question and puts it first, asks the others too. */
    private void chooseModerators() {
        Map<PersonId, Integer> asking = new HashMap<>();
        puts.values()
                .forEach(i ->
                        asking.merge(author(i), readings.get(i).asks() || echoes.containsKey(i) ? 1 : 0, Integer::sum));
        int most = asking.values().stream().mapToInt(i -> i).max().orElse(0);
        asking.forEach((author, times) -> {
            if (times > 0 && (times == most || times > 1) && !author.value().isEmpty()) {
                moderators.add(author);
            }
        });
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
        List<Integer> asked = own().filter(i ->
                        speaksAsModerator(i) && asksAll(i) && !readings.get(i).says(Words.INTRODUCING))
                .boxed()
                .toList();
        if (asked.size() >= FEWEST) {
            asked.forEach(i -> puts.put(puts.size() + 1, i));
        }
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
