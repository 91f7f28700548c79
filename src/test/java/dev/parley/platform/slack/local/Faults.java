package dev.parley.platform.slack.local;

import dev.parley.platform.local.Troubles;
import java.time.Duration;

/**
 * Troubles by chance, from a seed: what happens to calls, to sockets and to events. Each figure is how often of one time it happens. A builder
 * that is used up by {@link LocalSlack#faults}.
 */
public final class Faults extends Troubles<Faults> {
    /** What Slack's users have seen at most: the same message eleven times, each time as another event. */
    private static final int MOST_COPIES = 10;

    private double refreshes;
    private double repeats;
    private double onlyRetries;
    private double reorders;

    private Faults(long seed) {
        super(seed);
    }

    public static Faults from(long seed) {
        return new Faults(seed);
    }

    static Faults none() {
        return new Faults(0);
    }

    @Override
    protected Faults self() {
        return this;
    }

    /** Asks for a new socket when an event is told. */
    public Faults refreshing(double often) {
        refreshes = often;
        return this;
    }

    /** Tells an event again, up to eleven times in all, each time with another id. */
    public Faults repeating(double often) {
        repeats = often;
        return this;
    }

    /** Tells an event only as a "retry" of a delivery that there never was. */
    public Faults onlyAsRetry(double often) {
        onlyRetries = often;
        return this;
    }

    /** Tells an event late, after others that came after it. */
    public Faults reordering(double often) {
        reorders = often;
        return this;
    }

    boolean refreshesSocket() {
        return happens(refreshes);
    }

    /** How many more times this event comes. */
    int copies() {
        return happens(repeats) ? 1 + drawn(MOST_COPIES) : 0;
    }

    boolean comesOnlyAsRetry() {
        return happens(onlyRetries);
    }

    boolean isLate() {
        return happens(reorders);
    }

    /** How late something is that is late: less than half a second. */
    Duration lateness() {
        return Duration.ofMillis(20 + drawn(400));
    }
}
