package dev.parley.platform;

/** Leave to send one request at once. */
public interface Leave extends AutoCloseable {

    /** The answer has begun to arrive, whatever it says: so the platform has counted the request before now. */
    void answered();

    /**
     * Gives the leave back. Unless it was answered, the request may still be on its way, and its place in the budget stays taken for
     * longer.
     */
    @Override
    void close();
}
