package dev.parley.engine;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that is moved by hand. */
final class HandClock implements InstantSource {

    private volatile Instant now;

    HandClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    void set(Instant then) {
        now = then;
    }
}
