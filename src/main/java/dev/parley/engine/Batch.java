package dev.parley.engine;

import dev.parley.conversation.Command;
import dev.parley.conversation.Consequences;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Decider;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.Happened;
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
 * Jobs that are decided together and written in one transaction. They are decided first, on the conversations in memory, and nobody is
 * told before what was decided is durable; where it cannot be written, what is in memory is forgotten.
 */
final class Batch {

    private final Store store;
    private final String community;
    private final Conversations conversations;
    private final Told told;
    private final Instant now;
    private final List<Job<?>> jobs;
    private final Optional<Batch> earlier;
    private final Runnable earlierKept;

    private final Map<ConversationId, Conversation> current = new HashMap<>();
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
         * Conversations have changed.
         *
         * @param queued what is to be done for them now or later
         */
        void changed(Set<ConversationId> chats, List<Queued> queued);
    }

    /**
     * @param told told after the commit
     * @param earlier a batch that is still being written, on which this one builds
     * @param earlierKept returns when that is durable; throws {@link Lost} where it will never be
     */
    Batch(
            Store store,
            String community,
            Conversations conversations,
            Told told,
            Instant now,
            List<Job<?>> jobs,
            Optional<Batch> earlier,
            Runnable earlierKept) {
        this.store = store;
        this.community = community;
        this.conversations = conversations;
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

    /** A conversation as it stands, with what is decided but not written yet. */
    Conversation chat(ConversationId id, Reading reading) {
        return current.computeIfAbsent(
                id,
                _ -> earlier.filter(batch -> batch.touched.contains(id))
                        .map(batch -> batch.current.get(id))
                        .orElseGet(() -> conversations.of(id, reading)));
    }

    /** Decides all. Throws {@link Lost} where what it builds on was lost. */
    void decide() {
        store.read(reading -> {
            Sight sight = new Sight(this, reading, community);
            for (Job<?> job : jobs) {
                take(job, sight);
            }
            return null;
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
        Optional<Scribe.Step> step;
        try {
            step = deciding.step().apply(sight);
        } catch (Refused refused) {
            answers.add(() -> deciding.done().completeExceptionally(refused));
            return;
        }
        List<Event> events = step.map(one -> carryOut(one, sight)).orElse(List.of());
        deciding.alongside().ifPresent(alongside::add);
        answers.add(() -> deciding.done().complete(events));
    }

    private List<Event> carryOut(Scribe.Step step, Sight sight) {
        Conversation chat = sight.chat(step.chat());
        touched.add(step.chat());
        boolean known = chat.exists();
        List<Event> events = Decider.decide(chat, step.command(), now);
        boolean woken = known && step.command() instanceof Command.Wake;
        if (events.isEmpty() && !woken) {
            return events;
        }
        Gathered all = gathered(chat, step);
        Words words = message -> Optional.ofNullable(step.words().get(message)).map(Spoken::text);
        List<Happened> happened = new ArrayList<>(events.size());
        List<Effect> effects = new ArrayList<>();
        for (Event event : events) {
            Happened one = new Happened(now, event);
            happened.add(one);
            chat.apply(one, words);
            effects.addAll(Consequences.of(chat, one));
        }
        all.add(happened, step.words(), effects);
        if (!events.isEmpty()) {
            changed.add(step.chat());
        }
        begun |= !known;
        return events;
    }

    private Gathered gathered(Conversation chat, Scribe.Step step) {
        Gathered known = gathered.get(chat.id());
        if (known != null && step.words().keySet().stream().anyMatch(known::holds)) {
            complete(); // each revision of a message counts
        }
        return gathered.computeIfAbsent(chat.id(), _ -> new Gathered(chat));
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
        store.write(writing -> {
            for (Gathered all : complete) {
                if (!all.write(writing)) {
                    throw new Lost(all.chat());
                }
            }
            alongside.forEach(one -> one.accept(writing));
            return null;
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

    /** Lets go of the conversations in which something was decided. */
    void forget() {
        touched.forEach(conversations::forget);
    }
}
