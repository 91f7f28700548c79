package dev.parley.command;

import dev.parley.Phrases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Where a Parley begins whose clock stands in a file and is moved by a test. */
public final class ByHand {

    private ByHand() {}

    /** As the real one does, by the clock in the file that {@code -Dclock} names. */
    public static void main(String[] arguments) {
        Path clock = Path.of(System.getProperty("clock"));
        System.exit(CommandLines.of(Phrases.all(), () -> shown(clock)).execute(arguments));
    }

    private static Instant shown(Path clock) {
        try {
            return Instant.parse(Files.readString(clock));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
