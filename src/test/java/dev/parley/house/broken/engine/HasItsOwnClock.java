package dev.parley.house.broken.engine;

import java.time.Clock;

final class HasItsOwnClock {
    private HasItsOwnClock() {}

    static Clock clock() {
        return Clock.systemUTC();
    }
}
