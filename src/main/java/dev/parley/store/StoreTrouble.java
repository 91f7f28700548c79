package dev.parley.store;

/** The database cannot be reached or refuses; the message says what to do. */
public final class StoreTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong in one sentence. */
    public StoreTrouble(String what) {
        super(what);
    }

    /** Says what is wrong in one sentence. */
    public StoreTrouble(String what, Throwable cause) {
        super(what, cause);
    }
}
