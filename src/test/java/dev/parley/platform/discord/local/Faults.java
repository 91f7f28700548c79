package dev.parley.platform.discord.local;

import dev.parley.platform.local.Troubles;

/**
 * Troubles by chance, from a seed: what happens to requests, to connections and to events. Each figure is how often of one time it happens. A
 * builder that is used up by {@link LocalDiscord#faults}.
 */
public final class Faults extends Troubles<Faults> {
    private String within = "";
    private double twice;
    private double invalid;

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

    /** Only to requests about one channel; all others are carried out. */
    public Faults within(Channel channel) {
        within = "/channels/" + channel.id;
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

    Fate fate(String path) {
        return path.contains(within) ? fate() : Fate.CARRIED_OUT;
    }

    /** Seconds after which a request that was held off may come again: half a second at most. */
    double retryAfter() {
        return 0.05 + drawn() * 0.45;
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
}
