package dev.parley.platform.web;

import dev.parley.platform.Refused;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Why something was not done.
 *
 * @param status the HTTP status that says so
 */
record Outcome(int status, RoomPhrase why) {
    private static final Logger LOG = LoggerFactory.getLogger(Outcome.class);
    private static final int PATIENCE_SECONDS = 20;

    /** Waits until something is done; empty when it is. */
    static Optional<Outcome> of(CompletionStage<?> doing) {
        try {
            doing.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return Optional.empty();
        } catch (ExecutionException failed) {
            return Optional.of(of(failed));
        } catch (TimeoutException late) {
            return Optional.of(unkept(late));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.of(new Outcome(503, RoomPhrase.NOT_KEPT));
        }
    }

    private static Outcome of(ExecutionException failed) {
        if (failed.getCause() instanceof NotSaid why) {
            return of(why);
        }
        return failed.getCause() instanceof Refused ? new Outcome(422, RoomPhrase.MESSAGE_GONE) : unkept(failed);
    }

    private static Outcome of(NotSaid why) {
        return new Outcome(why.why() == RoomPhrase.MESSAGE_GONE ? 410 : 422, why.why());
    }

    private static Outcome unkept(Throwable trouble) {
        LOG.warn("What somebody did in the room was not kept", trouble);
        return new Outcome(503, RoomPhrase.NOT_KEPT);
    }
}
