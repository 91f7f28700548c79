package dev.parley.store;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL on loopback, started once for all tests; it stops with the JVM. */
public final class Postgres {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private Postgres() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("max_connections", "100")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
        } catch (IOException | RuntimeException trouble) {
            return null;
        }
    }

    /** An empty database. Skips the test where PostgreSQL cannot be started, and fails it in CI. */
    public static Settings database(Path folder) throws SQLException {
        if (SERVER == null) {
            String what = "PostgreSQL cannot be started here, so what is stored in it is not tested";
            if (System.getenv("CI") != null) {
                fail(what);
            }
            abort(what);
        }
        String name = "parley" + DATABASES.incrementAndGet();
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return Settings.onServer(
                "jdbc:postgresql://127.0.0.1:" + SERVER.getPort() + "/" + name, "postgres", "postgres", folder);
    }
}
