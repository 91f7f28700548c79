package dev.parley.platform;

import dev.parley.conversation.MessageId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A little coaching: one question that is open to some, what they confided, a note with choices and a form. Fails when it is told to. */
public final class FakeCoaching implements Coaching {
    /** Words that would ping somebody, and that people may put into names and goals. */
    public static final String HOSTILE = "@everyone <!channel> <@1> @here";

    /** Those to whom a question is open. */
    public final Set<Account> asked = ConcurrentHashMap.newKeySet();

    /** Letters of ours, and to whom. */
    public final Map<MessageId, Account> letters = new ConcurrentHashMap<>();

    public final List<Caller> callers = new CopyOnWriteArrayList<>();
    public final List<Order> ordered = new CopyOnWriteArrayList<>();
    public final List<String> pressed = new CopyOnWriteArrayList<>();
    public final List<Map<String, String>> filled = new CopyOnWriteArrayList<>();
    public final List<Incoming.Said> said = new CopyOnWriteArrayList<>();

    /** What is kept of what was said in private. */
    public final Map<MessageId, String> kept = Collections.synchronizedMap(new LinkedHashMap<>());

    /** Plans as they were told: by whom, which, and when. */
    public final List<String> plans = new CopyOnWriteArrayList<>();

    /** What the form holds to begin with. */
    public volatile String held = "";

    public volatile @Nullable RuntimeException trouble;

    /** Why it cannot be found out what is asked of whom. */
    public volatile @Nullable RuntimeException unknown;

    /** Nothing is done before this is over. */
    public volatile CountDownLatch busy = new CountDownLatch(0);

    /** The choices of its notes. */
    public static final List<Choice> CHOICES = List.of(
            new Choice("answer:1", "Answer", Choice.Style.MAIN, true),
            new Choice("later:1", "Later", Choice.Style.OTHER),
            new Choice("stop:1", "Not this time", Choice.Style.ENDING));

    /** Writes a letter to somebody, with {@link #CHOICES} under it. */
    public MessageId write(Platform platform, Account to) {
        Note note = new Note("What happened today?", CHOICES);
        MessageId letter = platform.post(Outgoing.of("letter/1", platform.privately(to), note));
        letters.put(letter, to);
        return letter;
    }

    @Override
    public CompletionStage<Note> order(Caller by, Order order) {
        return done(() -> {
            callers.add(by);
            ordered.add(order);
            return switch (order.kind()) {
                case OVERVIEW -> new Note("How things stand for **" + by.name() + "** and " + HOSTILE, CHOICES);
                default -> Note.of(order.kind() + ": " + order.text());
            };
        });
    }

    @Override
    public CompletionStage<Note> pressed(Caller by, String meaning) {
        return done(() -> {
            callers.add(by);
            pressed.add(meaning);
            return meaning.equals("later:1")
                    ? new Note("Later, then", CHOICES)
                    : Note.of("That is from another time: " + meaning);
        });
    }

    @Override
    public Optional<Form> form(Account by, String meaning) {
        waits();
        if (!asked.contains(by) || !meaning.equals("answer:1")) {
            return Optional.empty();
        }
        return Optional.of(new Form(
                meaning,
                "Looking back, " + HOSTILE,
                "Keep it",
                List.of(
                        new Form.Field("back", "What happened, " + HOSTILE, held, true, true, 9_000),
                        new Form.Field("ahead", "And what next?", "", false, false, 200))));
    }

    @Override
    public CompletionStage<Note> filled(Caller by, String meaning, Map<String, String> fields) {
        return done(() -> {
            callers.add(by);
            filled.add(new LinkedHashMap<>(fields));
            return Note.of("Kept for you alone, " + HOSTILE);
        });
    }

    @Override
    public boolean asks(Account account, Instant said) {
        RuntimeException now = unknown;
        if (now != null) {
            throw now;
        }
        return asked.contains(account);
    }

    @Override
    public boolean wrote(Account to, MessageId message) {
        return to.equals(letters.get(message));
    }

    @Override
    public CompletionStage<Optional<Note>> said(Incoming.Said one) {
        return done(() -> {
            boolean known = kept.containsKey(one.message());
            if (!known && one.revised().isAfter(one.at())) {
                return Optional.empty();
            }
            said.add(one);
            kept.put(one.message(), one.text());
            return one.text().endsWith("?")
                    ? Optional.of(new Note("A good question, " + HOSTILE, CHOICES))
                    : Optional.empty();
        });
    }

    @Override
    public CompletionStage<Boolean> unsaid(MessageId message) {
        return done(() -> kept.remove(message) != null);
    }

    @Override
    public CompletionStage<Void> planned(Account by, String id, Optional<Instant> start, Optional<Instant> end) {
        plans.add(by.id() + " " + id + " " + start.map(Instant::toString).orElse("off")
                + end.map(until -> " to " + until).orElse(""));
        return CompletableFuture.completedFuture(null);
    }

    private <T> CompletionStage<T> done(Supplier<T> doing) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            waits();
            RuntimeException now = trouble;
            if (now == null) {
                done.complete(doing.get());
            } else {
                done.completeExceptionally(now);
            }
        });
        return done;
    }

    private void waits() {
        try {
            busy.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
