package dev.parley.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.parley.conversation.PersonId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Opens one store, step by step, and closes again what was opened when a step fails. */
final class Opening {
    private static final int CONNECTIONS = 8;
    private static final long PATIENCE_MILLISECONDS = 10_000;
    /**
     * H2 2.5 loses commits that were synced when it is killed once it writes over space that it has freed, which it does after 45
     * seconds: without reuse, 70 kills in two minutes lost nothing; with it, every such run lost some. So the file only grows while it
     * is open, and {@link Tidying} makes it small again before it is opened.
     */
    static final String H2 = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0"
            + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;REUSE_SPACE=FALSE;QUERY_CACHE_SIZE=64";

    private final Settings settings;
    private final String files;
    private final Path folder;
    private final MasterKeyFile keyFile;

    /** @param files the scheme of H2's file system */
    Opening(Settings settings, String files) {
        this.settings = settings;
        this.files = files;
        this.folder = settings.folder().toAbsolutePath().normalize();
        this.keyFile = new MasterKeyFile(new Settings(folder, settings.server(), settings.key()));
    }

    Store open() {
        prepareFolder();
        HikariDataSource pool = connect();
        try {
            Schema.update(pool);
            return settings.server().isPresent() ? onServer(pool) : inFolder(pool);
        } catch (JdbiException trouble) {
            pool.close();
            throw Troubles.explain(trouble);
        } catch (RuntimeException trouble) {
            pool.close();
            throw trouble;
        }
    }

    private void prepareFolder() {
        try {
            Files.createDirectories(folder);
        } catch (IOException trouble) {
            throw new StoreTrouble(
                    "The folder " + folder + " cannot be made: name another one, or make it yourself.", trouble);
        }
        Path database = folder.resolve("parley.mv.db");
        if (settings.server().isEmpty()
                && (!Files.isWritable(folder) || Files.exists(database) && !Files.isWritable(database))) {
            throw new StoreTrouble(
                    "The database cannot be written: make " + folder + " and what is in it writable for Parley.");
        }
    }

    private HikariDataSource connect() {
        if (settings.server().isEmpty()) {
            new Tidying(folder.resolve("parley.mv.db")).tidy();
        }
        HikariConfig config = new HikariConfig();
        config.setPoolName("store");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(PATIENCE_MILLISECONDS);
        Optional<Settings.Server> server = settings.server();
        if (server.isPresent()) {
            config.setJdbcUrl(server.get().url());
            config.setUsername(server.get().user());
            config.setPassword(server.get().password());
        } else {
            config.setJdbcUrl("jdbc:h2:" + files + ":" + folder.resolve("parley") + H2);
            config.setUsername("sa");
            config.setPassword("");
            // the last connection that is closed closes the database
            config.setMaxLifetime(0);
        }
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException trouble) {
            throw Troubles.opening(trouble, settings);
        }
    }

    private Store onServer(HikariDataSource pool) {
        MasterKey master = Jdbi.create(pool).inTransaction(this::masterKey);
        return new SqlStore(pool, new KeyTable(), master, Durability.BY_COMMIT);
    }

    private Store inFolder(HikariDataSource pool) {
        Path path = folder.resolve("parley.keys");
        Jdbi jdbi = Jdbi.create(pool);
        boolean known = jdbi.withHandle(Opening::proof).isPresent();
        KeyFile chest = known ? KeyFile.open(path) : KeyFile.create(path);
        try {
            MasterKey master = jdbi.inTransaction(this::masterKey);
            chest.keepOnly(jdbi.withHandle(Opening::tags));
            return new SqlStore(pool, chest, master, new Durability.BySync());
        } catch (RuntimeException trouble) {
            chest.close();
            throw trouble;
        }
    }

    private static Set<String> tags(Handle handle) {
        return handle
                .createQuery("select community, id from person")
                .map((row, context) -> KeyFile.tag(row.getString("community"), new PersonId(row.getString("id"))))
                .stream()
                .collect(Collectors.toSet());
    }

    /** The master key, which must be the one that the database was made with. */
    private MasterKey masterKey(Handle handle) {
        MasterKey master = proof(handle).isPresent() ? keyFile.existing() : keyFile.forNew();
        handle.createUpdate("insert into keeper (name, proof) values ('master', :proof) on conflict do nothing")
                .bind("proof", master.proof())
                .execute();
        if (!proof(handle).orElseThrow().equals(master.proof())) {
            throw keyFile.wrong();
        }
        return master;
    }

    private static Optional<String> proof(Handle handle) {
        return handle.createQuery("select proof from keeper where name = 'master'")
                .mapTo(String.class)
                .findOne();
    }
}
