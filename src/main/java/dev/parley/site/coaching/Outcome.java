package dev.parley.site.coaching;

import static java.util.Objects.requireNonNull;

import dev.parley.platform.Note;
import dev.parley.platform.Refused;
import dev.parley.voice.Voice;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What came of something that a person did. */
sealed interface Outcome {
    Logger LOG = LoggerFactory.getLogger(Outcome.class);
    int PATIENCE_SECONDS = 20;

    /** It is done. */
    record Done(Note note) implements Outcome {}

    /**
     * It is not.
     *
     * @param status the HTTP status that says so
     * @param why in the community's words
     */
    record Not(int status, String why) implements Outcome {}

    /** Waits until it is known. */
    static Outcome of(CompletionStage<Note> doing, Voice voice) {
        try {
            return new Done(doing.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Refused refused) {
                return new Not(422, refused.why());
            }
            // Only the kind of trouble: its message could hold what was typed.
            LOG.warn(
                    "What a person did on a private page was not kept: {}",
                    String.valueOf(requireNonNull(failed.getCause()).getClass()));
        } catch (TimeoutException late) {
            LOG.warn("What a person did on a private page took too long");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return new Not(503, voice.say(PagePhrase.NOT_KEPT));
    }
}
