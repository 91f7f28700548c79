package dev.parley.engine;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that is moved by hand. */
public final class HandClock implements InstantSource {

    private volatile Instant now;

    /** A clock that shows this. */
    public HandClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Moves it. */
    public void set(Instant then) {
        now = then;
    }
}
