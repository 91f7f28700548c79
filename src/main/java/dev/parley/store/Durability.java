package dev.parley.store;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;

/** Makes commits survive a power cut before they are acknowledged. */
interface Durability {
    /** PostgreSQL's own commit is durable. */
    Durability BY_COMMIT = handle -> {};

    /** Returns when everything that was committed before the call is on the disk. */
    void committed(Handle handle);

    /** H2 writes at a commit and syncs when told; writers that wait share one sync. */
    final class BySync implements Durability {
        private final AtomicLong commits = new AtomicLong();
        private final ReentrantLock syncing = new ReentrantLock();
        private long synced;

        @Override
        public void committed(Handle handle) {
            long mine = commits.incrementAndGet();
            syncing.lock();
            try {
                if (synced < mine) {
                    long reached = commits.get();
                    handle.execute("CHECKPOINT SYNC");
                    synced = reached;
                }
            } finally {
                syncing.unlock();
            }
        }
    }
}
