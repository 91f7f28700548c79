package dev.parley.store;

import java.util.function.Consumer;
import java.util.function.Function;

/** What Parley remembers. All methods block and may be called from any thread. */
public interface Store extends AutoCloseable {

    /**
     * Runs work in one transaction and returns when its commit is durable: it survives {@code kill -9} and a power cut. The work
     * calls no network and may be run again from the start when the database says that it lost to another (class 23, 40001,
     * 40P01, HYT00), a bounded number of times. Throws {@link StoreTrouble} when the database is out of reach.
     */
    <T> T write(Function<Writing, T> work);

    /** Runs work of which nothing has to be told, as {@link #write} does. */
    default void change(Consumer<Writing> work) {
        write(writing -> {
            work.accept(writing);
            return true;
        });
    }

    /** Runs work that only reads. */
    <T> T read(Function<Reading, T> work);

    /** Runs work that only reads and tells by itself what it found. */
    default void look(Consumer<Reading> work) {
        read(reading -> {
            work.accept(reading);
            return true;
        });
    }

    @Override
    void close();
}
