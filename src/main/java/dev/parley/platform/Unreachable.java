package dev.parley.platform;

import java.time.Duration;

/** The platform did not do this now; it may later. */
public final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Duration patience;

    /**
     * Says why and when to try again.
     *
     * @param patience how long the platform asks us to wait; zero where it does not say
     */
    public Unreachable(String why, Duration patience) {
        super(why);
        this.patience = patience;
    }

    /** How long to wait. */
    public Duration patience() {
        return patience;
    }
}
