package dev.parley.platform;

import java.time.Duration;

/** The platform did not do this now; it may later. */
public sealed class Unreachable extends RuntimeException permits NotYet {
    private static final long serialVersionUID = 1L;
    private final String why;
    private final transient Duration patience;

    /**
     * Says why and when to try again.
     *
     * @param patience how long the platform asks us to wait; zero where it does not say
     */
    public Unreachable(String why, Duration patience) {
        super(why);
        this.why = why;
        this.patience = patience;
    }

    /** Why. */
    public String why() {
        return why;
    }

    /** How long to wait. */
    public final Duration patience() {
        return patience;
    }
}
