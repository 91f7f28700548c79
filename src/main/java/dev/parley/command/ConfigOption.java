package dev.parley.command;

import dev.parley.setup.Reading;
import dev.parley.setup.Setup;
import dev.parley.voice.Phrase;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command that needs the settings shares: where they are. */
public final class ConfigOption {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "The settings file; without it " + Setup.USUAL_FILE + " beside the launcher, where there is one.")
    private @Nullable Path file;

    /** The folder of the launcher, which says so by {@code parley.home}; otherwise the current one. */
    public Path home() {
        return Path.of(System.getProperty("parley.home", "")).toAbsolutePath().normalize();
    }

    /** The settings file that was asked for. */
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** Reads settings and prompts. */
    public Reading<Setup> read(Collection<? extends Phrase> phrases) {
        return Setup.read(home(), file(), phrases);
    }
}
