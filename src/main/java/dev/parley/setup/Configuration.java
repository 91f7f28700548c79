package dev.parley.setup;

import dev.parley.conversation.RoomId;
import java.io.UncheckedIOException;
import java.net.URI;
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
 * @param discord the bot on Discord, where there is one to be
 * @param slack the app on Slack, where there is one to be
 * @param series what is held, at least one
 * @param coaching how coaching is run
 * @param logs how the log is written
 */
public record Configuration(
        Community community,
        Site site,
        Database database,
        Path prompts,
        List<Room> rooms,
        Optional<DiscordBot> discord,
        Optional<SlackBot> slack,
        List<Series> series,
        CoachingSettings coaching,
        Logs logs) {

    public Configuration {
        rooms = List.copyOf(rooms);
        series = List.copyOf(series);
    }

    /** Whether questions in a room take answers in threads of their own: some series that is held there says so. */
    public boolean threads(Room room) {
        return series.stream().filter(one -> one.rooms().contains(room)).anyMatch(Series::threads);
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
            return Secrets.find(passwordFile, PASSWORD_VARIABLE, environment);
        }
    }

    /**
     * A room: one place where people meet, or several that hold the same chats.
     *
     * @param id its name in the settings, and in addresses where it is a web room
     * @param title its name for people
     * @param web whether people meet there by their browsers
     * @param discord the channel of Discord that it is, if it is one
     * @param slack the channel of Slack that it is, if it is one; its workspace before it where there are several
     */
    public record Room(String id, String title, boolean web, Optional<String> discord, Optional<String> slack) {

        /** The web's short name among platforms. */
        public static final String WEB = "web";

        /** Discord's short name among platforms. */
        public static final String DISCORD = "discord";

        /** Slack's short name among platforms. */
        public static final String SLACK = "slack";

        /** A room in which people meet by their browsers alone. */
        public static Room ofWeb(String id, String title) {
            return new Room(id, title, true, Optional.empty(), Optional.empty());
        }

        /** The room as conversations know it: each of its places, at least one. */
        public List<RoomId> places() {
            return Stream.of(
                            Optional.of(new RoomId(WEB, id)).filter(_ -> web),
                            discord.map(channel -> new RoomId(DISCORD, channel)),
                            slack.map(channel -> new RoomId(SLACK, channel)))
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    /** How the log is written. */
    public enum Logs {
        /** Lines for people. */
        TEXT,
        /** One JSON object a line. */
        JSON
    }
}
