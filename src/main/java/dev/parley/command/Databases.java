package dev.parley.command;

import static java.util.Objects.requireNonNull;

import dev.parley.setup.Configuration;
import dev.parley.store.Settings;
import dev.parley.store.Store;
import dev.parley.store.Stores;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the database that the settings mean. */
final class Databases {

    private static final String FILE = "jdbc:h2:file:";
    private static final String KEY_VARIABLE = "PARLEY_KEY";

    private Databases() {}

    /** Whether no other process can use this database while we do. */
    static boolean alone(Configuration configuration) {
        return configuration.database().url().startsWith(FILE);
    }

    /** Where this machine's own files are: beside the database file, or {@code data} where the database is elsewhere. */
    static Path folder(Configuration configuration, Path home) {
        return alone(configuration)
                ? requireNonNull(Path.of(configuration.database().url().substring(FILE.length()))
                        .toAbsolutePath()
                        .getParent())
                : home.resolve("data");
    }

    static Store open(Configuration configuration, Path home) {
        Path folder = folder(configuration, home);
        Settings settings = alone(configuration)
                ? Settings.inFolder(folder)
                : Settings.onServer(
                        configuration.database().url(),
                        configuration.database().user().orElse(""),
                        configuration.database().password(System.getenv()).orElse(""),
                        folder);
        return Stores.open(Optional.ofNullable(System.getenv(KEY_VARIABLE))
                .map(settings::withKey)
                .orElse(settings));
    }
}
