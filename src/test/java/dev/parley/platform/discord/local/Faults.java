package dev.parley.platform.discord.local;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * Troubles by chance, from a seed: what happens to requests, to connections and to events. Each figure is how often of one time it happens. A
 * builder that is used up by {@link LocalDiscord#faults}.
 */
public final class Faults {

    /** What becomes of one request. */
    enum Fate {
        CARRIED_OUT,
        LIMITED,
        FAILED,
        BAD_GATEWAY,
        ANSWER_LOST
    }

    private final SplittableRandom chance;
    private String within = "";
    private double limited;
    private double failed;
    private double badGateway;
    private double lost;
    private double slow;
    private Duration delay = Duration.ZERO;
    private double drops;
    private double twice;
    private double invalid;

    private Faults(long seed) {
        chance = new SplittableRandom(seed);
    }

    public static Faults from(long seed) {
        return new Faults(seed);
    }

    static Faults none() {
        return new Faults(0);
    }

    /** Only to requests about one channel; all others are carried out. */
    public Faults within(Channel channel) {
        within = "/channels/" + channel.id;
        return this;
    }

    /** Answers 429 though no limit was reached, with a retry after at most half a second. */
    public Faults limiting(double often) {
        limited = often;
        return this;
    }

    /** Answers 500 without doing anything. */
    public Faults failing(double often) {
        failed = often;
        return this;
    }

    /** Answers 502 without doing anything. */
    public Faults badGateways(double often) {
        badGateway = often;
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

    /** Breaks a gateway connection when an event is told. */
    public Faults dropping(double often) {
        drops = often;
        return this;
    }

    /** Tells an event twice. */
    public Faults doubling(double often) {
        twice = often;
        return this;
    }

    /** Declares a session invalid when an event is told; half of them can be resumed. */
    public Faults invalidating(double often) {
        invalid = often;
        return this;
    }

    synchronized Fate fate(String path) {
        if (!path.contains(within) || limited + failed + badGateway + lost == 0) {
            return Fate.CARRIED_OUT;
        }
        double drawn = chance.nextDouble();
        if ((drawn -= limited) < 0) {
            return Fate.LIMITED;
        }
        if ((drawn -= failed) < 0) {
            return Fate.FAILED;
        }
        if ((drawn -= badGateway) < 0) {
            return Fate.BAD_GATEWAY;
        }
        return drawn - lost < 0 ? Fate.ANSWER_LOST : Fate.CARRIED_OUT;
    }

    /** How long this answer takes, beyond what it takes. */
    Duration delay() {
        return happens(slow) ? delay : Duration.ZERO;
    }

    /** Seconds after which a request that was held off may come again. */
    synchronized double retryAfter() {
        return 0.05 + chance.nextDouble() * 0.45;
    }

    boolean dropsConnection() {
        return happens(drops);
    }

    boolean tellsTwice() {
        return happens(twice);
    }

    boolean invalidatesSession() {
        return happens(invalid);
    }

    boolean resumable() {
        return happens(0.5);
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
