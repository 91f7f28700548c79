package dev.parley.platform.talk;

import dev.parley.platform.Unreachable;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * How long who or what is waited for.
 *
 * @param doing until something that was asked for is done
 * @param keeping until something that was typed into a dialog is kept; platforms take no answer for much longer
 * @param undo how long a step can be taken back
 * @param proposing for what could be put into an option; platforms wait for 3 seconds
 */
public record Patience(Duration doing, Duration keeping, Duration undo, Duration proposing) {

    /** As people are used to it. */
    public static final Patience USUAL = new Patience(
            Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofSeconds(10), Duration.ofMillis(1_800));

    /**
     * Waits until something is done. Throws what it failed with; {@link Unreachable} where it takes too long, or this thread is
     * interrupted.
     */
    public static <T> T await(CompletionStage<T> stage, Duration atMost) {
        try {
            return stage.toCompletableFuture().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw trouble(failed.getCause());
        } catch (TimeoutException late) {
            throw new Unreachable("not done within " + atMost, Duration.ZERO);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unreachable("stopped", Duration.ZERO);
        }
    }

    private static RuntimeException trouble(@Nullable Throwable cause) {
        return switch (cause) {
            case CompletionException around -> trouble(around.getCause());
            case RuntimeException trouble -> trouble;
            case null, default -> new IllegalStateException(cause);
        };
    }
}
