package dev.parley.engine;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Fact;
import dev.parley.conversation.Happened;
import dev.parley.conversation.Story;
import dev.parley.conversation.Words;
import dev.parley.platform.Refused;
import dev.parley.store.Queued;
import dev.parley.store.Reading;
import dev.parley.store.Spoken;
import dev.parley.store.Store;
import dev.parley.store.Writing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Jobs that are decided together and written in one transaction. They are decided first, on the stories in memory, and nobody is
 * told before what was decided is durable; where it cannot be written, what is in memory is forgotten.
 */
final class Batch {

    private final Store store;
    private final String community;
    private final Stories stories;
    private final Told told;
    private final Instant now;
    private final List<Job<?>> jobs;
    private final Optional<Batch> earlier;
    private final Runnable earlierKept;

    private final Map<ConversationId, Story> current = new HashMap<>();
    private final Set<ConversationId> touched = new HashSet<>();
    private final Set<ConversationId> changed = new HashSet<>();
    private final List<Runnable> answers = new ArrayList<>();
    private final List<Consumer<Writing>> alongside = new ArrayList<>();
    private final List<Gathered> complete = new ArrayList<>();
    /** Sorted by name: crossed groups would wait for each other for ever. */
    private final SortedMap<ConversationId, Gathered> gathered = new TreeMap<>();

    private boolean begun;
    private int decided;
    private int answered;

    /** Who is told what was decided, once it is durable. */
    @FunctionalInterface
    interface Told {
        /**
         * Stories have changed.
         *
         * @param queued what is to be done for them now or later
         */
        void changed(Set<ConversationId> stories, List<Queued> queued);
    }

    /**
     * @param told told after the commit
     * @param earlier a batch that is still being written, on which this one builds
     * @param earlierKept returns when that is durable; throws {@link Lost} where it will never be
     */
    Batch(
            Store store,
            String community,
            Stories stories,
            Told told,
            Instant now,
            List<Job<?>> jobs,
            Optional<Batch> earlier,
            Runnable earlierKept) {
        this.store = store;
        this.community = community;
        this.stories = stories;
        this.told = told;
        this.now = now;
        this.jobs = jobs;
        this.earlier = earlier;
        this.earlierKept = earlierKept;
    }

    Instant now() {
        return now;
    }

    /** The jobs that nobody was answered about. */
    List<Job<?>> unanswered() {
        return List.copyOf(jobs.subList(answered, jobs.size()));
    }

    /** A story as it stands, with what is decided but not written yet. */
    Story story(ConversationId id, Reading reading) {
        return current.computeIfAbsent(
                id,
                _ -> earlier.filter(batch -> batch.touched.contains(id))
                        .map(batch -> batch.current.get(id))
                        .orElseGet(() -> stories.of(id, reading)));
    }

    /** Decides all. Throws {@link Lost} where what it builds on was lost. */
    void decide() {
        store.look(reading -> {
            Sight sight = new Sight(this, reading, community);
            for (Job<?> job : jobs) {
                take(job, sight);
            }
        });
        complete();
    }

    private void take(Job<?> job, Sight sight) {
        switch (job) {
            case Job.Looking<?> looking -> answers.add(looking.look(sight));
            case Job.Deciding deciding -> decide(deciding, sight);
        }
        decided++;
        if (begun) {
            keep();
            sight.changed();
            begun = false;
        }
    }

    private void decide(Job.Deciding deciding, Sight sight) {
        Optional<Step> step;
        try {
            step = deciding.step().apply(sight);
        } catch (Refused refused) {
            answers.add(() -> deciding.done().completeExceptionally(refused));
            return;
        }
        List<Fact> facts = step.map(one -> carryOut(one, sight)).orElse(List.of());
        deciding.alongside().ifPresent(alongside::add);
        answers.add(() -> deciding.done().complete(facts));
    }

    private List<Fact> carryOut(Step step, Sight sight) {
        Story story = sight.story(step.story());
        touched.add(step.story());
        boolean known = story.exists();
        List<Fact> facts = List.copyOf(story.decide(step.ask(), now));
        boolean woken = known && step.ask().wakes();
        if (facts.isEmpty() && !woken) {
            return facts;
        }
        Gathered all = gathered(story, step);
        Words words = message -> Optional.ofNullable(step.words().get(message)).map(Spoken::text);
        List<Happened> happened = new ArrayList<>(facts.size());
        List<Effect> effects = new ArrayList<>();
        List<Step> following = new ArrayList<>();
        for (Fact fact : facts) {
            following.addAll(stories.following(story, fact, words));
            Happened one = new Happened(now, fact);
            happened.add(one);
            story.apply(one, words);
            effects.addAll(story.consequences(one));
        }
        all.add(happened, step.words(), effects);
        if (!facts.isEmpty()) {
            changed.add(step.story());
        }
        begun |= !known;
        following.forEach(next -> carryOut(next, sight));
        return facts;
    }

    private Gathered gathered(Story story, Step step) {
        Gathered known = gathered.get(story.id());
        if (known != null && step.words().keySet().stream().anyMatch(known::holds)) {
            complete(); // each revision of a message counts
        }
        return gathered.computeIfAbsent(story.id(), _ -> new Gathered(story));
    }

    private void complete() {
        gathered.values().forEach(all -> all.complete(now));
        complete.addAll(gathered.values());
        gathered.clear();
    }

    /** Keeps what was decided so far, and tells. Throws {@link Lost} where somebody else was faster. */
    void keep() {
        earlierKept.run();
        complete();
        write();
        answer();
        complete.clear();
        alongside.clear();
        answers.clear();
        changed.clear();
        answered = decided;
    }

    /** Whether nothing is to be written. */
    boolean isNothing() {
        return complete.isEmpty() && alongside.isEmpty();
    }

    /** Writes what was decided, in one transaction; it is durable when this returns. Throws {@link Lost} where somebody else was faster. */
    void write() {
        if (isNothing()) {
            return;
        }
        store.change(writing -> {
            for (Gathered all : complete) {
                if (!all.write(writing)) {
                    throw new Lost(all.story());
                }
            }
            alongside.forEach(one -> one.accept(writing));
        });
    }

    /** Tells everybody what was decided, once it is durable. */
    void answer() {
        answers.forEach(Runnable::run);
        if (!changed.isEmpty()) {
            told.changed(
                    Set.copyOf(changed),
                    complete.stream().flatMap(all -> all.queued().stream()).toList());
        }
    }

    /** Lets go of the stories in which something was decided. */
    void forget() {
        touched.forEach(stories::forget);
    }
}
