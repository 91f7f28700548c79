package dev.parley.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;

/** Makes a database file that nobody has open small again. It writes a new file and then swaps the two, so that a crash loses nothing. */
final class Tidying {

    /** A smaller file is left alone: copying it would only delay the start. */
    private static final long LARGE = 64L * 1024 * 1024;

    private final Path file;

    Tidying(Path file) {
        this.file = file;
    }

    /** Tidies up if it is worth it. A file that another process has open is left to whoever opens it next. */
    void tidy() {
        try {
            MVStoreTool.compactCleanUp(file.toString());
            if (Files.exists(file) && Files.size(file) >= LARGE) {
                MVStoreTool.compact(file.toString(), false);
            }
        } catch (MVStoreException | IOException _) {
            // in use or damaged: opening it says so
        }
    }
}
