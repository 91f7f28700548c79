package dev.parley.engine;

import dev.parley.store.Store;
import java.time.Instant;
import java.util.Optional;

/** Lets the time of an engine pass by hand. */
public final class Passing {
    private final Engine engine;
    private final Store store;
    private final HandClock clock;
    private final String community;

    /** @param clock the engine's own */
    public Passing(Engine engine, Store store, HandClock clock, String community) {
        this.engine = engine;
        this.store = store;
        this.clock = clock;
        this.community = community;
    }

    /** Lets the time pass until then, stopping wherever something is due. */
    public void until(Instant then) {
        until(then, () -> {});
    }

    /** @param stop at each stop, once nothing is left undone there */
    public void until(Instant then, Runnable stop) {
        settle();
        while (true) {
            Optional<Instant> due =
                    store.read(reading -> reading.nextDue(community)).filter(at -> !at.isAfter(then));
            if (due.isEmpty()) {
                break;
            }
            if (due.get().isAfter(clock.instant())) {
                clock.set(due.get());
            }
            engine.stir();
            settle();
            stop.run();
        }
        clock.set(then);
        settle();
        stop.run();
    }

    /** Waits until nothing that is due is left undone. */
    public void settle() {
        engine.settle();
    }
}
