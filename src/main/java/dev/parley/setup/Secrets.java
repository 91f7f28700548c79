package dev.parley.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds secrets where they may be: in a file of their own, or in the environment. */
final class Secrets {

    private Secrets() {}

    /**
     * A secret; empty where there is none. Throws {@link UncheckedIOException} where its file cannot be read any more.
     *
     * @param file its first line is the secret; without one the variable is
     */
    static Optional<String> find(Optional<Path> file, String variable, Map<String, String> environment) {
        if (file.isEmpty()) {
            return Optional.ofNullable(environment.get(variable));
        }
        try (Stream<String> lines = Files.lines(file.get())) {
            return lines.findFirst().map(String::strip);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
