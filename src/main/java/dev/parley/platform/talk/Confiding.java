package dev.parley.platform.talk;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Caller;
import dev.parley.platform.Coaching;
import dev.parley.platform.Form;
import dev.parley.platform.Incoming;
import dev.parley.platform.Note;
import dev.parley.platform.Order;
import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Relays between one person and coaching, and is heard by nobody else: what is ordered, pressed, typed or said in private goes there, and
 * what comes back is said to that person alone. What they typed is given back where it could not be kept.
 */
final class Confiding {
    private static final Logger LOG = LoggerFactory.getLogger(Confiding.class);

    private final Coaching coaching;
    private final Acting acting;
    private final Ground ground;
    private final Wording wording;
    private final Choices choices;
    private final Keeping keeping;
    private final Patience patience;
    private final Stopping stopping;
    private final Executor threads;

    Confiding(
            Coaching coaching,
            Acting acting,
            Ground ground,
            Wording wording,
            Choices choices,
            Keeping keeping,
            Patience patience,
            Stopping stopping,
            Executor threads) {
        this.coaching = coaching;
        this.acting = acting;
        this.ground = ground;
        this.wording = wording;
        this.choices = choices;
        this.keeping = keeping;
        this.patience = patience;
        this.stopping = stopping;
        this.threads = threads;
    }

    void order(Exchange by, Order order) {
        entrusted(by, order.text(), () -> coaching.order(caller(by), order));
    }

    /** How things stand for somebody, as long as nobody has to wait long for it. */
    Saying overview(Caller of) {
        Order order = new Order(Order.Kind.OVERVIEW, Optional.empty(), "");
        return acting.thought(() -> saying(Patience.await(coaching.order(of, order), patience.proposing())));
    }

    /** Under a letter the answer is a message of its own, since the letter is to be read again. */
    void pressed(Exchange press, String meaning) {
        Supplier<Saying> thinking =
                () -> saying(Patience.await(coaching.pressed(caller(press), meaning), patience.doing()));
        if (press.fleeting()) {
            acting.inPlace(press, thinking);
        } else {
            acting.reply(press, thinking);
        }
    }

    /** Opens a form, as long as the platform waits for it. */
    void opens(Exchange press, String meaning) {
        Optional<Form> form;
        try {
            form = Patience.await(
                    CompletableFuture.supplyAsync(() -> coaching.form(press.account(), meaning), threads),
                    patience.proposing());
        } catch (RuntimeException trouble) {
            acting.reply(press, () -> {
                throw trouble;
            });
            return;
        }
        Optional<Dialog> dialog = form.flatMap(choices::dialog);
        if (dialog.isPresent()) {
            press.open(dialog.get());
        } else {
            TalkPhrase why = form.isPresent() ? TalkPhrase.COACHING_TOO_LONG : TalkPhrase.OUTDATED;
            acting.reply(press, () -> Saying.of(wording.say(why)));
        }
    }

    void filled(Exchange from, String meaning, Map<String, String> fields) {
        entrusted(from, together(fields.values()), () -> coaching.filled(caller(from), meaning, fields));
    }

    /** What was typed into several fields, to copy. */
    static String together(Collection<String> typed) {
        return typed.stream().filter(words -> !words.isBlank()).collect(Collectors.joining("\n\n"));
    }

    /** Relays what somebody typed once; it is kept even where the platform does not hear that it came. */
    private void entrusted(Exchange from, String typed, Supplier<CompletionStage<Note>> relayed) {
        try {
            from.think();
        } catch (Refused | Unreachable trouble) {
            LOG.info("Something could not be acknowledged: {}", trouble.getMessage());
        }
        CompletableFuture<Note> done =
                CompletableFuture.supplyAsync(relayed, threads).thenCompose(Function.identity());
        Optional<Saying> soon = outcome(done, typed, patience.doing());
        if (soon.isEmpty() && !stopping.hasBegun()) {
            trying(from, typed);
            soon = outcome(done, typed, patience.keeping());
        }
        from.say(soon.orElseGet(() -> notDone(typed)));
    }

    /** What became of it; empty where that is not known in time. */
    private Optional<Saying> outcome(CompletableFuture<Note> done, String typed, Duration atMost) {
        try {
            Patience.await(CompletableFuture.anyOf(done, stopping.begun()), atMost);
            return done.isDone() ? Optional.of(saying(done.join())) : Optional.empty();
        } catch (Refused refused) {
            return Optional.of(back(refused.why(), typed));
        } catch (RuntimeException trouble) {
            if (!done.isDone()) {
                return Optional.empty();
            }
            LOG.warn("Something that was entrusted to us could not be kept: {}", trouble.toString());
            return Optional.of(notDone(typed));
        }
    }

    private Saying notDone(String typed) {
        return back(wording.say(typed.isBlank() ? TalkPhrase.WENT_WRONG : TalkPhrase.ANSWER_NOT_KEPT), typed);
    }

    private static Saying back(String why, String typed) {
        return typed.isBlank() ? Saying.of(why) : Saying.givenBack(why, typed);
    }

    private void trying(Exchange from, String typed) {
        if (typed.isBlank()) {
            return;
        }
        try {
            from.say(Saying.givenBack(wording.say(TalkPhrase.ANSWER_TRYING), typed));
        } catch (RuntimeException unheard) {
            LOG.debug("Nobody hears that we go on trying: {}", unheard.toString());
        }
    }

    /** Whether what somebody said answers a question. Throws {@link Unreachable} where that cannot be found out. */
    boolean asks(Incoming.Said said) {
        return found(() -> coaching.asks(said.author(), said.at()));
    }

    /** Whether something is a letter of ours to somebody, or an answer of theirs that is kept. Throws as {@link #asks}. */
    boolean wrote(Account to, MessageId message) {
        return found(() -> coaching.wrote(to, message));
    }

    private boolean found(BooleanSupplier asked) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        boolean known = keeping.done(
                () -> CompletableFuture.<Void>completedFuture(null)
                        .thenRun(() -> answer.complete(asked.getAsBoolean())),
                () -> {});
        if (!known) {
            throw new Unreachable("it cannot be found out what is asked", Duration.ZERO);
        }
        return answer.join();
    }

    /** Keeps what was said in private, and shows that it is kept. */
    void heard(PrivateWord word) {
        try {
            Optional<Optional<Note>> kept = kept(word.said());
            if (kept.isEmpty()) {
                word.answer(Saying.of(wording.say(TalkPhrase.COACHING_NOT_KEPT)));
                return;
            }
            received(word);
            kept.get().map(this::saying).ifPresent(word::answer);
        } catch (Refused refused) {
            word.answer(Saying.of(refused.why()));
        }
    }

    /** Shows that something is kept, if not at once: nobody would bring it again. */
    private void received(PrivateWord word) {
        keeping.done(() -> CompletableFuture.runAsync(word::receipt, threads), () -> {});
    }

    /** Keeps what somebody chose to confide, and says what became of it. */
    Saying chosen(PrivateWord word) {
        Incoming.Said said = word.said();
        // They say so now, as it stands there: so it is new to coaching, however often it was edited before.
        Incoming.Said now = new Incoming.Said(
                said.message(), said.author(), said.name(), said.text(), said.place(), said.revised());
        Optional<Optional<Note>> kept = kept(now);
        if (kept.isEmpty()) {
            return Saying.of(wording.say(TalkPhrase.COACHING_NOT_KEPT));
        }
        received(word);
        return kept.get().map(this::saying).orElseGet(() -> Saying.of(wording.say(TalkPhrase.DIRECT_KEPT)));
    }

    /** Empty where it could not be kept; else the word about it, if there is one. Throws {@link Refused} where it never will be. */
    private Optional<Optional<Note>> kept(Incoming.Said said) {
        CompletableFuture<Optional<Note>> word = new CompletableFuture<>();
        boolean done = keeping.done(() -> coaching.said(said).thenAccept(word::complete), () -> {});
        return done ? Optional.of(word.join()) : Optional.empty();
    }

    /** What was said in private says something else now; what is not kept here is let be. */
    void edited(PrivateWord word) {
        kept(word.said())
                .orElseThrow(() -> new Unreachable("an edit is not kept", Duration.ZERO))
                .map(this::saying)
                .ifPresent(word::answer);
    }

    void unsaid(MessageId message) {
        if (!keeping.done(() -> coaching.unsaid(message).thenAccept(_ -> {}), () -> {})) {
            throw new Unreachable("a deletion is not kept", Duration.ZERO);
        }
    }

    private Saying saying(Note note) {
        return Saying.of(note.text()).with(choices.of(note));
    }

    /** Who it is: as they are known where they do it, else in the first room that they can see. */
    private Caller caller(Exchange by) {
        return Stream.concat(by.here().stream(), ground.rooms().stream())
                .flatMap(room -> asker(by, room).stream())
                .findFirst()
                .map(Asker::caller)
                .orElseGet(() -> new Caller(by.account(), ""));
    }

    private static Optional<Asker> asker(Exchange by, RoomId room) {
        try {
            return Optional.of(by.asker(room)).filter(Asker::sees);
        } catch (Refused gone) {
            LOG.debug("Nothing is known of somebody there: {}", gone.getMessage());
            return Optional.empty();
        }
    }
}
