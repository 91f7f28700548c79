package dev.parley.site.coaching;

import dev.parley.conversation.MessageId;
import dev.parley.platform.Account;
import dev.parley.platform.Caller;
import dev.parley.platform.Choice;
import dev.parley.platform.Coaching;
import dev.parley.platform.Form;
import dev.parley.platform.Incoming;
import dev.parley.platform.Note;
import dev.parley.platform.Order;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Writes down what it is asked to do. */
public final class FakeCoaching implements Coaching {
    final List<String> done = new CopyOnWriteArrayList<>();
    final Map<String, Form> forms = new ConcurrentHashMap<>();
    volatile Note answer = Note.of("Kept.");
    volatile @Nullable RuntimeException trouble;

    /** A form that can be opened, and the choice that does. */
    Choice opening(String meaning, String label, Form.Field... fields) {
        forms.put(meaning, new Form(meaning, label, "Keep it", List.of(fields)));
        return new Choice(meaning, label, Choice.Style.OTHER, true);
    }

    private CompletionStage<Note> answer(Caller by, String what) {
        RuntimeException failing = trouble;
        if (failing != null) {
            return CompletableFuture.failedFuture(failing);
        }
        done.add(by.account().platform() + " " + by.name() + " " + what);
        return CompletableFuture.completedFuture(answer);
    }

    @Override
    public CompletionStage<Note> order(Caller by, Order order) {
        return answer(by, "orders " + order.kind());
    }

    @Override
    public CompletionStage<Note> pressed(Caller by, String meaning) {
        return answer(by, "presses " + meaning);
    }

    @Override
    public Optional<Form> form(Account by, String meaning) {
        return Optional.ofNullable(forms.get(meaning));
    }

    @Override
    public CompletionStage<Note> filled(Caller by, String meaning, Map<String, String> fields) {
        return answer(by, "fills " + meaning + " " + new TreeMap<>(fields));
    }

    @Override
    public boolean asks(Account account, Instant said) {
        return false;
    }

    @Override
    public boolean wrote(Account to, MessageId message) {
        return false;
    }

    @Override
    public CompletionStage<Optional<Note>> said(Incoming.Said said) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletionStage<Boolean> unsaid(MessageId message) {
        return CompletableFuture.completedFuture(false);
    }

    @Override
    public CompletionStage<Void> planned(Account by, String id, Optional<Instant> start, Optional<Instant> end) {
        return CompletableFuture.completedFuture(null);
    }
}
