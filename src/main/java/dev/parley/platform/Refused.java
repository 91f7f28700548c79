package dev.parley.platform;

/** The platform will not do this, and asking again will not help. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String why;

    /** Says why, for the status page. */
    public Refused(String why) {
        super(why);
        this.why = why;
    }

    /** Why. */
    public String why() {
        return why;
    }
}
