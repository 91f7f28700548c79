package dev.parley.platform.talk;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Whether Parley stops. Threads are told by this and never by an interrupt, which a database may take amiss. */
public final class Stopping {
    private final CompletableFuture<Void> begun = new CompletableFuture<>();

    /** From now on nobody waits any more. */
    public void begin() {
        begun.complete(null);
    }

    /** Whether it has begun to stop. */
    public boolean hasBegun() {
        return begun.isDone();
    }

    /** Is complete as soon as Parley stops. */
    public CompletableFuture<Void> begun() {
        return begun.copy();
    }

    /** Waits for a time; returns at once, and says so by false, when Parley stops. */
    public boolean pause(Duration time) {
        try {
            begun.get(time.toNanos(), TimeUnit.NANOSECONDS);
            return false;
        } catch (TimeoutException over) {
            return true;
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
