package dev.parley.engine;

import dev.parley.conversation.Fact;
import dev.parley.store.Writing;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** What waits for the scribe. */
sealed interface Job<T> {

    /** Complete when the job is done, and what came of it is durable. */
    CompletableFuture<T> done();

    /**
     * Something is asked of a story.
     *
     * @param step what, found out at the moment of deciding; empty when nothing is to be asked after all
     * @param alongside done in the same transaction
     */
    record Deciding(
            Function<Sight, Optional<Step>> step,
            Optional<Consumer<Writing>> alongside,
            CompletableFuture<List<Fact>> done)
            implements Job<List<Fact>> {}

    /** Somebody looks. */
    record Looking<T>(Function<Sight, T> view, CompletableFuture<T> done) implements Job<T> {

        /** Looks now. Gives what tells the result, or what was thrown. */
        Runnable look(Sight sight) {
            try {
                T seen = view.apply(sight);
                return () -> done.complete(seen);
            } catch (Lost lost) {
                throw lost;
            } catch (RuntimeException trouble) {
                return () -> done.completeExceptionally(trouble);
            }
        }
    }
}
