package dev.parley.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** Files as a power cut leaves them when nothing reaches the disk before it is synced. Public because H2 makes more of them. */
public final class SyncedFiles extends FilePathWrapper {
    static final String SCHEME = "synced";

    /** H2 makes further paths of this class by itself, so what is on the disk belongs to all of them. */
    private static volatile byte[] onDisk = {};

    byte[] onDisk() {
        return onDisk;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new SyncedFile(super.open(mode), name.endsWith(".mv.db"));
    }

    @Override
    public FilePath unwrap() {
        return unwrap(name);
    }

    private static final class SyncedFile extends FileBase {
        private final FileChannel base;
        private final boolean watched;

        SyncedFile(FileChannel base, boolean watched) {
            this.base = base;
            this.watched = watched;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            base.force(metaData);
            if (watched) {
                ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(base.size()));
                while (all.hasRemaining() && base.read(all, all.position()) >= 0) {}
                onDisk = all.array();
            }
        }

        @Override
        public synchronized int read(ByteBuffer bytes, long position) throws IOException {
            return base.read(bytes, position);
        }

        @Override
        public synchronized int write(ByteBuffer bytes, long position) throws IOException {
            return base.write(bytes, position);
        }

        @Override
        public int read(ByteBuffer bytes) throws IOException {
            return base.read(bytes);
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            return base.write(bytes);
        }

        @Override
        public long position() throws IOException {
            return base.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            base.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return base.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            base.truncate(size);
            return this;
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return base.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            base.close();
        }
    }
}
