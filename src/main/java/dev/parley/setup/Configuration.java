package dev.parley.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The settings of one community, all of them, with defaults filled in. Paths are absolute.
 *
 * @param community who this is for
 * @param site the web room and the pages
 * @param database where everything is kept
 * @param prompts the folder of scripts and voice
 * @param rooms where people meet, at least one
 * @param series what is held, at least one
 * @param logs how the log is written
 */
public record Configuration(
        Community community,
        Site site,
        Database database,
        Path prompts,
        List<Room> rooms,
        List<Series> series,
        Logs logs) {

    public Configuration {
        rooms = List.copyOf(rooms);
        series = List.copyOf(series);
    }

    /**
     * A community.
     *
     * @param zone whose clock counts where a series names none
     */
    public record Community(String name, ZoneId zone) {}

    /**
     * The web server.
     *
     * @param bind the address on which it listens
     * @param port the port, 0 for any free one
     * @param address how people reach it from outside, without a slash at the end; with none no link leaves the web room
     */
    public record Site(String bind, int port, Optional<URI> address) {}

    /**
     * The database.
     *
     * @param url a JDBC address of H2 or PostgreSQL
     * @param user who logs in; empty where the address or the driver says so
     * @param passwordFile a file whose first line is the password; without one it is the environment's PARLEY_DATABASE_PASSWORD
     */
    public record Database(String url, Optional<String> user, Optional<Path> passwordFile) {

        /** The variable that holds the password where no file does. */
        public static final String PASSWORD_VARIABLE = "PARLEY_DATABASE_PASSWORD";

        static final String PASSWORD_REMEDY = "Put it into the environment variable " + PASSWORD_VARIABLE
                + ", or into a file of its own that database.password-file names.";

        /**
         * The password; empty where there is none. Throws {@link UncheckedIOException} where its file cannot be read any more.
         *
         * @param environment the variables of the process
         */
        public Optional<String> password(Map<String, String> environment) {
            if (passwordFile.isEmpty()) {
                return Optional.ofNullable(environment.get(PASSWORD_VARIABLE));
            }
            try (Stream<String> lines = Files.lines(passwordFile.get())) {
                return lines.findFirst().map(String::strip);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }

    /**
     * A web room.
     *
     * @param id its name in addresses
     * @param title its name for people
     */
    public record Room(String id, String title) {}

    /** How the log is written. */
    public enum Logs {
        /** Lines for people. */
        TEXT,
        /** One JSON object a line. */
        JSON
    }
}
