package dev.parley.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the store is.
 *
 * @param folder holds the database unless it is on a server, and the key file unless the key is given
 * @param server the PostgreSQL server; empty for a database file in the folder
 * @param key the master key, 32 bytes in Base64, as in the environment variable {@code PARLEY_KEY}; empty for the one in
 *     {@code parley.key} in the folder, which is made with a new database
 */
public record Settings(Path folder, Optional<Server> server, Optional<String> key) {

    /**
     * A PostgreSQL database.
     *
     * @param url {@code jdbc:postgresql://host:port/database}
     */
    public record Server(String url, String user, String password) {
        @Override
        public String toString() {
            return url;
        }
    }

    /** A database file in a folder. */
    public static Settings inFolder(Path folder) {
        return new Settings(folder, Optional.empty(), Optional.empty());
    }

    /** A database on a server; the folder holds the key file. */
    public static Settings onServer(String url, String user, String password, Path folder) {
        return new Settings(folder, Optional.of(new Server(url, user, password)), Optional.empty());
    }

    /** The same with a master key. */
    public Settings withKey(String masterKey) {
        return new Settings(folder, server, Optional.of(masterKey));
    }

    @Override
    public String toString() {
        return server.map(Server::toString).orElseGet(folder::toString);
    }
}
