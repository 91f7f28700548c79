package dev.parley.platform;

import java.time.Duration;

/** Pauses between attempts: each twice as long as the one before, up to a longest. For one thread. */
public final class Pauses {
    private final Duration longest;
    private Duration next;

    /** The first pause, and the longest. */
    public Pauses(Duration first, Duration longest) {
        this.next = first;
        this.longest = longest;
    }

    /** The pause that comes next. */
    public Duration next() {
        Duration now = next;
        Duration doubled = now.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
        return now;
    }
}
