package dev.parley.store;

/** Opens stores. */
public final class Stores {
    /** Not {@code file}: there a thread that is interrupted while it writes closes the database for all. */
    private static final String UNINTERRUPTIBLE = "async";

    private Stores() {}

    /**
     * Opens a store and brings its tables up to date; a new one gets its master key.
     *
     * @throws StoreTrouble where it is in use, out of reach, of a newer version, cannot be written, or the key is missing or wrong; the
     *     message is one sentence for the user and says what to do
     */
    public static Store open(Settings settings) {
        return new Opening(settings, UNINTERRUPTIBLE).open();
    }
}
