package dev.parley.conversation;

import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything of a chat that a host's verb can change, and that <em>undo</em> therefore brings back. Immutable.
 *
 * @param plan what was settled
 * @param stage how far it is
 * @param added questions that hosts added, with the place of their words
 * @param skipped questions that are left out
 * @param put when each question was first put
 * @param coHosts who may steer besides the plan's hosts
 */
public record Progress(
        Plan plan,
        Stage stage,
        SortedMap<Integer, MessageId> added,
        SortedSet<Integer> skipped,
        SortedMap<Integer, Instant> put,
        Set<PersonId> coHosts) {

    public Progress {
        added = Collections.unmodifiableSortedMap(new TreeMap<>(added));
        skipped = Collections.unmodifiableSortedSet(new TreeSet<>(skipped));
        put = Collections.unmodifiableSortedMap(new TreeMap<>(put));
        coHosts = Set.copyOf(coHosts);
    }

    /** A new plan for a chat that has not opened: what hosts did for it stays. */
    Progress planned(Plan anew, Stage waiting) {
        return new Progress(anew, waiting, added, skipped, put, coHosts);
    }

    /** A chat that was just planned. */
    static Progress planned(Plan plan) {
        return new Progress(
                plan,
                new Stage.Waiting(Set.of()),
                Collections.emptySortedMap(),
                Collections.emptySortedSet(),
                Collections.emptySortedMap(),
                Set.of());
    }

    Progress at(Stage next) {
        return new Progress(plan, next, added, skipped, put, coHosts);
    }

    Progress add(int question, MessageId words) {
        SortedMap<Integer, MessageId> more = new TreeMap<>(added);
        more.put(question, words);
        return new Progress(plan, stage, more, skipped, put, coHosts);
    }

    Progress skip(int question) {
        SortedSet<Integer> more = new TreeSet<>(skipped);
        more.add(question);
        return new Progress(plan, stage, added, more, put, coHosts);
    }

    Progress coHost(PersonId person) {
        Set<PersonId> more = new HashSet<>(coHosts);
        more.add(person);
        return new Progress(plan, stage, added, skipped, put, more);
    }

    Progress put(int question, Instant at) {
        SortedMap<Integer, Instant> more = new TreeMap<>(put);
        more.putIfAbsent(question, at);
        SortedSet<Integer> stillSkipped = new TreeSet<>(skipped);
        stillSkipped.remove(question);
        return new Progress(plan, stage, added, stillSkipped, more, coHosts);
    }

    /** All question numbers, in order. */
    public SortedSet<Integer> numbers() {
        SortedSet<Integer> all = new TreeSet<>(added.keySet());
        plan.script().questions().forEach(question -> all.add(question.number()));
        return all;
    }

    /** The questions that are still to be put, in order: neither put nor left out, and behind the open one. */
    public NavigableMap<Integer, Question> ahead() {
        int open = stage instanceof Stage.Running running ? running.question().orElse(0) : 0;
        NavigableMap<Integer, Question> ahead = new TreeMap<>();
        for (int number : numbers()) {
            if (number > open && !put.containsKey(number) && !skipped.contains(number)) {
                ahead.put(number, question(number).orElseThrow());
            }
        }
        return ahead;
    }

    /**
     * A question by its number. The text of an added one is empty here: it is somebody's words and kept with them. It is planned
     * to take as long as the script's last question.
     */
    public Optional<Question> question(int number) {
        if (added.containsKey(number)) {
            return Optional.of(
                    new Question(number, "", plan.script().questions().getLast().planned()));
        }
        return plan.script().questions().stream()
                .filter(question -> question.number() == number)
                .findFirst();
    }
}
