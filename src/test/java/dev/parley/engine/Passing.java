package dev.parley.engine;

import dev.parley.store.Store;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Lets the time of an engine pass by hand. */
public final class Passing {
    private final Supplier<Engine> engine;
    private final Supplier<Store> store;
    private final HandClock clock;
    private final String community;

    /** @param clock the engine's own */
    public Passing(Engine engine, Store store, HandClock clock, String community) {
        this(() -> engine, () -> store, clock, community);
    }

    /**
     * The same, where it may be another after a while.
     *
     * @param clock that of all of them
     */
    public Passing(Supplier<Engine> engine, Supplier<Store> store, HandClock clock, String community) {
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
                    store.get().read(reading -> reading.nextDue(community)).filter(at -> !at.isAfter(then));
            if (due.isEmpty()) {
                break;
            }
            if (due.get().isAfter(clock.instant())) {
                clock.set(due.get());
            }
            engine.get().stir();
            settle();
            stop.run();
        }
        clock.set(then);
        settle();
        stop.run();
    }

    /** Waits until nothing that is due is left undone. */
    public void settle() {
        engine.get().settle();
    }

    /** The engine stops at once, as in a crash. */
    public void kill() {
        engine.get().kill();
    }
}
