package dev.parley.store;

import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Transactions over a pool of connections. */
final class SqlStore implements Store {
    private static final int TRIES = 20;
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final KeyChest chest;
    private final MasterKey master;
    private final Durability durability;

    SqlStore(HikariDataSource pool, KeyChest chest, MasterKey master, Durability durability) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        this.chest = chest;
        this.master = master;
        this.durability = durability;
    }

    @Override
    public <T> T write(Function<Writing, T> work) {
        for (int lost = 0; ; lost++) {
            try {
                return attempt(work);
            } catch (JdbiException trouble) {
                if (!Troubles.lost(trouble)) {
                    throw Troubles.explain(trouble);
                }
                if (lost == TRIES) {
                    throw new StoreTrouble(
                            "The database is too busy: the same work lost " + TRIES + " times to other work.", trouble);
                }
                pause(lost);
            }
        }
    }

    private <T> T attempt(Function<Writing, T> work) {
        try (Handle handle = jdbi.open()) {
            KeyChest.Drawer drawer = chest.open(handle);
            T result;
            try {
                handle.begin();
                result = work.apply(new Transaction(handle, new PersonKeys(drawer, master), master));
                drawer.committing();
            } catch (RuntimeException | Error failed) {
                rollBack(handle, drawer, failed);
                throw failed;
            }
            // a commit that fails may have been done all the same, so new keys stay; the next opening throws away those
            // of nobody
            handle.commit();
            durability.committed(handle);
            drawer.committed();
            return result;
        }
    }

    private static void rollBack(Handle handle, KeyChest.Drawer drawer, Throwable failed) {
        try {
            handle.rollback();
            drawer.rolledBack();
        } catch (RuntimeException trouble) {
            failed.addSuppressed(trouble);
        }
    }

    private static void pause(int lost) {
        long most = Math.min(LONGEST_PAUSE, TimeUnit.MILLISECONDS.toNanos(2) << Math.min(lost, 10));
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most) + 1);
    }

    @Override
    public <T> T read(Function<Reading, T> work) {
        try (Handle handle = jdbi.open()) {
            PersonKeys keys = new PersonKeys(chest.open(handle), master);
            return handle.inTransaction(begun -> work.apply(new Transaction(begun, keys, master)));
        } catch (JdbiException trouble) {
            throw Troubles.explain(trouble);
        }
    }

    @Override
    public void close() {
        if (!pool.isClosed()) {
            pool.close();
            chest.close();
        }
    }
}
