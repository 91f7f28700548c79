package dev.parley.platform.slack.local;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * Troubles by chance, from a seed: what happens to calls, to sockets and to events. Each figure is how often of one time it happens. A builder
 * that is used up by {@link LocalSlack#faults}.
 */
public final class Faults {

    /** What becomes of one call. */
    enum Fate {
        CARRIED_OUT,
        LIMITED,
        FAILED,
        ANSWER_LOST
    }

    /** What Slack's users have seen at most: the same message eleven times, each time as another event. */
    private static final int MOST_COPIES = 10;

    private final SplittableRandom chance;
    private double limited;
    private double failed;
    private double lost;
    private double slow;
    private Duration delay = Duration.ZERO;
    private double drops;
    private double refreshes;
    private double repeats;
    private double onlyRetries;
    private double reorders;

    private Faults(long seed) {
        chance = new SplittableRandom(seed);
    }

    public static Faults from(long seed) {
        return new Faults(seed);
    }

    static Faults none() {
        return new Faults(0);
    }

    /** Answers 429 though no limit was reached, with a retry after one second. */
    public Faults limiting(double often) {
        limited = often;
        return this;
    }

    /** Answers 500 without doing anything. */
    public Faults failing(double often) {
        failed = often;
        return this;
    }

    /** Does what is asked and then breaks the connection instead of answering. */
    public Faults losingAnswers(double often) {
        lost = often;
        return this;
    }

    /** Answers, but only after this long. */
    public Faults slow(double often, Duration howLong) {
        slow = often;
        delay = howLong;
        return this;
    }

    /** Breaks a socket when an event is told. */
    public Faults dropping(double often) {
        drops = often;
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

    synchronized Fate fate() {
        if (limited + failed + lost == 0) {
            return Fate.CARRIED_OUT;
        }
        double drawn = chance.nextDouble();
        if ((drawn -= limited) < 0) {
            return Fate.LIMITED;
        }
        if ((drawn -= failed) < 0) {
            return Fate.FAILED;
        }
        return drawn - lost < 0 ? Fate.ANSWER_LOST : Fate.CARRIED_OUT;
    }

    /** How long this answer takes, beyond what it takes. */
    Duration delay() {
        return happens(slow) ? delay : Duration.ZERO;
    }

    boolean dropsSocket() {
        return happens(drops);
    }

    boolean refreshesSocket() {
        return happens(refreshes);
    }

    /** How many more times this event comes. */
    synchronized int copies() {
        return repeats > 0 && chance.nextDouble() < repeats ? 1 + chance.nextInt(MOST_COPIES) : 0;
    }

    boolean comesOnlyAsRetry() {
        return happens(onlyRetries);
    }

    boolean isLate() {
        return happens(reorders);
    }

    /** How late something is that is late: less than half a second. */
    synchronized Duration lateness() {
        return Duration.ofMillis(20 + chance.nextInt(400));
    }

    private boolean happens(double often) {
        if (often <= 0) {
            return false;
        }
        synchronized (this) {
            return chance.nextDouble() < often;
        }
    }
}
