package dev.parley.engine;

import dev.parley.conversation.Command;
import dev.parley.conversation.Consequences;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Decider;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.Happened;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Words;
import dev.parley.platform.Refused;
import dev.parley.store.Reading;
import dev.parley.store.Spoken;
import dev.parley.store.Store;
import dev.parley.store.StoreTrouble;
import dev.parley.store.Writing;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that decides. Everything that waits for it is taken together into one transaction, so that many wait for one
 * commit; nobody is answered before that commit is durable. The network is never called here.
 */
final class Scribe implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Scribe.class);
    private static final int MOST_TOGETHER = 1_000;
    private static final int TRIES = 5;

    private final Store store;
    private final String community;
    private final InstantSource clock;
    private final Conversations conversations;
    private final Consumer<Set<ConversationId>> changed;
    private final BlockingQueue<Job<?>> waiting = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closing;

    /**
     * A scribe that works from now on.
     *
     * @param changed told, after the commit, which conversations have changed
     */
    Scribe(
            Store store,
            String community,
            InstantSource clock,
            Conversations conversations,
            Consumer<Set<ConversationId>> changed) {
        this.store = store;
        this.community = community;
        this.clock = clock;
        this.conversations = conversations;
        this.changed = changed;
        this.thread = Thread.ofPlatform().name("scribe").start(this::work);
    }

    /**
     * What is asked of a conversation, and the words that come with it.
     *
     * @param words texts that the command refers to, with whose they are
     */
    record Step(ConversationId chat, Command command, Map<MessageId, Spoken> words) {
        Step(ConversationId chat, Command command) {
            this(chat, command, Map.of());
        }
    }

    /** What the jobs of one batch see: the conversations, as they stand, and the store. */
    final class Sight {
        private final Reading reading;
        private final Instant now;
        private final Map<ConversationId, Conversation> current = new HashMap<>();
        private Optional<List<ConversationId>> open = Optional.empty();

        private final Runnable beforeReading;

        /**
         * @param beforeReading writes what was decided so far, so that the store tells it
         */
        private Sight(Reading reading, Instant now, Runnable beforeReading) {
            this.reading = reading;
            this.now = now;
            this.beforeReading = beforeReading;
        }

        Conversation chat(ConversationId id) {
            return current.computeIfAbsent(id, _ -> conversations.of(id, reading));
        }

        /** All conversations that are planned, running or in their slow time. */
        List<Conversation> open() {
            if (open.isEmpty()) {
                open = Optional.of(reading.openStreams(community));
            }
            return open.get().stream().map(this::chat).toList();
        }

        private void changed() {
            open = Optional.empty();
        }

        Reading store() {
            beforeReading.run();
            return reading;
        }

        Instant now() {
            return now;
        }

        String community() {
            return community;
        }
    }

    private sealed interface Job<T> {
        CompletableFuture<T> done();
    }

    private record Deciding(
            Function<Sight, Optional<Step>> step, Consumer<Writing> alongside, CompletableFuture<List<Event>> done)
            implements Job<List<Event>> {}

    private record Looking<T>(Function<Sight, T> view, CompletableFuture<T> done) implements Job<T> {
        void look(Sight sight) {
            done.complete(view.apply(sight));
        }
    }

    /**
     * Asks something of a conversation.
     *
     * @param step which, found out at the moment of deciding; empty when nothing is to be asked after all; throws {@link Refused}
     *     where it may not be asked
     * @param alongside done in the same transaction
     * @return what happened, once it is durable; completes with the refusal of the step
     */
    CompletableFuture<List<Event>> decide(Function<Sight, Optional<Step>> step, Consumer<Writing> alongside) {
        return enqueue(new Deciding(step, alongside, new CompletableFuture<>()));
    }

    /** Asks something of a conversation. */
    CompletableFuture<List<Event>> decide(Step step) {
        return decide(_ -> Optional.of(step), _ -> {});
    }

    /** Looks, on the scribe's thread. The view must be quick and must not keep hold of a conversation. */
    <T> CompletableFuture<T> look(Function<Sight, T> view) {
        return enqueue(new Looking<>(view, new CompletableFuture<>()));
    }

    private <T> CompletableFuture<T> enqueue(Job<T> job) {
        waiting.add(job);
        if (closing) {
            job.done().completeExceptionally(new IllegalStateException("Parley is stopping"));
        }
        return job.done();
    }

    private void work() {
        List<Job<?>> jobs = new ArrayList<>();
        while (!closing || !waiting.isEmpty()) {
            try {
                jobs.add(waiting.take());
                waiting.drainTo(jobs, MOST_TOGETHER);
                together(jobs);
            } catch (InterruptedException _) {
                closing = true;
            } catch (RuntimeException trouble) {
                LOG.error("What was decided could not be told: {}", trouble.getMessage(), trouble);
            }
            jobs.clear();
        }
    }

    private void together(List<Job<?>> jobs) {
        for (int attempt = 1; ; attempt++) {
            Batch batch = new Batch();
            try {
                carryOut(jobs, batch);
            } catch (Lost lost) {
                batch.touched.forEach(conversations::forget);
                if (attempt < TRIES) {
                    continue;
                }
                fail(jobs, new IllegalStateException("Others keep writing to " + lost.chat));
                return;
            } catch (RuntimeException | Error trouble) {
                batch.touched.forEach(conversations::forget);
                fail(jobs, trouble);
                return;
            }
            batch.answer();
            if (!batch.changed.isEmpty()) {
                changed.accept(batch.changed);
            }
            return;
        }
    }

    private void carryOut(List<Job<?>> jobs, Batch batch) {
        if (jobs.stream().allMatch(Looking.class::isInstance)) {
            store.read(reading -> {
                Sight sight = new Sight(reading, batch.now, () -> {});
                jobs.forEach(job -> batch.look((Looking<?>) job, sight));
                return null;
            });
        } else {
            store.write(writing -> {
                batch.start();
                Sight sight = new Sight(writing, batch.now, () -> batch.write(writing));
                jobs.forEach(job -> batch.take(job, sight, writing));
                batch.write(writing);
                return null;
            });
        }
    }

    private void fail(List<Job<?>> jobs, Throwable trouble) {
        if (!closing) {
            LOG.error("{} requests could not be kept: {}", jobs.size(), trouble.getMessage(), trouble);
        }
        if (jobs.size() > 1 && !(trouble instanceof StoreTrouble)) {
            // one of them may be at fault: the others must not suffer for it
            List.copyOf(jobs).forEach(job -> together(List.of(job)));
        } else {
            jobs.forEach(job -> job.done().completeExceptionally(trouble));
        }
    }

    /** Somebody else has written to a conversation meanwhile: what was decided about it counts for nothing. */
    private static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient ConversationId chat;

        Lost(ConversationId chat) {
            super(null, null, false, false);
            this.chat = chat;
        }
    }

    /** One transaction's worth of work. It may be started again by the store when the database says that it lost. */
    private final class Batch {
        private final Set<ConversationId> touched = new HashSet<>();
        private final Set<ConversationId> changed = new HashSet<>();
        private final List<Runnable> answers = new ArrayList<>();
        /** Sorted by name: crossed groups would wait for each other for ever. */
        private final SortedMap<ConversationId, Gathered> gathered = new TreeMap<>();

        private final List<Consumer<Writing>> alongside = new ArrayList<>();
        private final Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);

        private void start() {
            touched.forEach(conversations::forget);
            touched.clear();
            changed.clear();
            answers.clear();
            gathered.clear();
            alongside.clear();
        }

        private void take(Job<?> job, Sight sight, Writing writing) {
            switch (job) {
                case Looking<?> looking -> look(looking, sight);
                case Deciding deciding -> decide(deciding, sight, writing);
            }
        }

        private void decide(Deciding deciding, Sight sight, Writing writing) {
            Optional<Step> found;
            try {
                found = deciding.step().apply(sight);
            } catch (Refused refused) {
                answers.add(() -> deciding.done().completeExceptionally(refused));
                return;
            }
            List<Event> events =
                    found.map(step -> carryOut(step, sight, writing)).orElse(List.of());
            alongside.add(deciding.alongside());
            answers.add(() -> deciding.done().complete(events));
        }

        private void look(Looking<?> looking, Sight sight) {
            try {
                looking.look(sight);
            } catch (Lost lost) {
                throw lost;
            } catch (RuntimeException trouble) {
                looking.done().completeExceptionally(trouble);
            }
        }

        private List<Event> carryOut(Step step, Sight sight, Writing writing) {
            touched.add(step.chat());
            Conversation chat = sight.chat(step.chat());
            boolean known = chat.exists();
            List<Event> events = Decider.decide(chat, step.command(), now);
            boolean woken = known && step.command() instanceof Command.Wake;
            if (events.isEmpty() && !woken) {
                return events;
            }
            if (gathered.containsKey(step.chat())
                    && step.words().keySet().stream().anyMatch(gathered.get(step.chat())::holds)) {
                write(writing); // each revision of a message counts
            }
            Gathered all = gathered.computeIfAbsent(step.chat(), _ -> new Gathered(chat));
            List<Happened> happened =
                    events.stream().map(event -> new Happened(now, event)).toList();
            List<Effect> effects = new ArrayList<>();
            Words words =
                    message -> Optional.ofNullable(step.words().get(message)).map(Spoken::text);
            for (Happened one : happened) {
                chat.apply(one, words);
                effects.addAll(Consequences.of(chat, one));
            }
            all.add(happened, step.words(), effects);
            if (!events.isEmpty()) {
                changed.add(step.chat());
            }
            if (!known) {
                write(writing);
                sight.changed();
            }
            return events;
        }

        /** Writes what was gathered. Throws {@link Lost} where it counts for nothing. */
        private void write(Writing writing) {
            gathered.forEach((id, all) -> {
                if (!all.write(writing, now)) {
                    throw new Lost(id);
                }
            });
            gathered.clear();
            alongside.forEach(one -> one.accept(writing));
            alongside.clear();
        }

        private void answer() {
            answers.forEach(Runnable::run);
        }
    }

    /** Lets go of everything that is folded in memory, once it is the turn of this call. */
    CompletableFuture<Boolean> forgetFolded() {
        return look(_ -> {
            conversations.forgetAll();
            return true;
        });
    }

    /** Stops at once; what waits is not kept. */
    void kill() {
        closing = true;
        waiting.clear();
        look(_ -> true);
    }

    /** Finishes what waits, then stops. */
    @Override
    public void close() {
        closing = true;
        look(_ -> true);
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
