package dev.parley.platform;

/** What a platform may let through slowly, so that many who want it at once have to wait in a queue. */
public enum Narrow {
    /** Private rooms to be opened. One at a time, so that the order is kept. */
    OPENINGS(1),
    /** Letters, each in a private room that is open already. Some at a time, since the way there and back takes longer than the next has to wait. */
    LETTERS(4);

    private final int atOnce;

    Narrow(int atOnce) {
        this.atOnce = atOnce;
    }

    /** How many of those who wait may be on their way at once. */
    public int atOnce() {
        return atOnce;
    }
}
