package dev.parley.platform;

/** The platform will not do this, and asking again will not help. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says why, for the status page. */
    public Refused(String why) {
        super(why);
    }
}
