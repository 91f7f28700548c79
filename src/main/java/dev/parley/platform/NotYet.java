package dev.parley.platform;

import java.time.Duration;

/** The platform lets no more of something through just now, and nothing was done: whoever wants it is to stand in a queue. */
public final class NotYet extends Unreachable {
    private static final long serialVersionUID = 1L;
    private final Narrow what;

    /**
     * Says what is to be waited for, and how long nobody gets it.
     *
     * @param patience zero where others wait for it already and know how long
     */
    public NotYet(Narrow what, String why, Duration patience) {
        super(why, patience);
        this.what = what;
    }

    /** What is to be waited for. */
    public Narrow what() {
        return what;
    }
}
