package dev.parley.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.conversation.PersonId;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Keys in a file of their own, beside a database file that keeps the old pages of what was deleted. A key has a slot of fixed size
 * and is thrown away by writing zeros over it. A power cut can spoil no slot but the one being written: slots do not cross
 * sectors. Not a channel, which a thread that is interrupted would close.
 */
final class KeyFile implements KeyChest {
    private static final int SLOT = 128;
    private static final int TAG = 16;
    private static final int SEALED = Sealing.KEY_BYTES + Sealing.OVERHEAD;
    private static final byte[] HEADER = Arrays.copyOf("Parley: sealed keys of people, 1\n".getBytes(UTF_8), SLOT);

    private final RandomAccessFile file;
    private final Map<String, Slot> slots = new HashMap<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private int end;

    private record Slot(int number, byte[] sealed) {}

    private KeyFile(RandomAccessFile file) {
        this.file = file;
    }

    /** Makes a new file for a new database. Throws {@link StoreTrouble} where it cannot be written. */
    static KeyFile create(Path path) {
        try {
            if (!Files.exists(path)) {
                Files.createFile(path, PrivateFiles.attributes(path));
            }
        } catch (IOException trouble) {
            throw cannotBeOpened(path, trouble);
        }
        return take(path);
    }

    /** Opens the file of a database. Throws {@link StoreTrouble} where it is missing, damaged or in use. */
    static KeyFile open(Path path) {
        if (!Files.exists(path)) {
            throw new StoreTrouble("The keys of people are missing: put " + path
                    + " back from a backup, for without it no name and no message can be read.");
        }
        return take(path);
    }

    private static KeyFile take(Path path) {
        try {
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
            try {
                lock(file, path);
                KeyFile keys = new KeyFile(file);
                keys.load(path);
                return keys;
            } catch (IOException | RuntimeException trouble) {
                file.close();
                throw trouble;
            }
        } catch (IOException trouble) {
            throw cannotBeOpened(path, trouble);
        }
    }

    private static StoreTrouble cannotBeOpened(Path path, IOException trouble) {
        return new StoreTrouble(
                "The keys of people cannot be opened: make " + path + " readable and writable for Parley.", trouble);
    }

    private static void lock(RandomAccessFile file, Path path) throws IOException {
        try {
            if (file.getChannel().tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException ours) {
            // the same answer as for another process
        }
        throw new StoreTrouble(
                "Parley already runs with " + path.getParent() + ": stop it first, or give this one another folder.");
    }

    private void load(Path path) throws IOException {
        if (file.length() == 0) {
            file.write(HEADER);
            file.getFD().sync();
        }
        byte[] all = new byte[Math.toIntExact(Math.ceilDiv(file.length(), SLOT) * SLOT)];
        file.seek(0);
        file.readFully(all, 0, Math.toIntExact(file.length()));
        if (!Arrays.equals(all, 0, SLOT, HEADER, 0, SLOT)) {
            throw new StoreTrouble("The keys of people are damaged: put " + path + " back from a backup.");
        }
        end = all.length / SLOT;
        for (int number = 1; number < end; number++) {
            int start = number * SLOT;
            byte[] slot = Arrays.copyOfRange(all, start, start + SLOT);
            if (isEmpty(slot)) {
                free.add(number);
            } else {
                slots.put(
                        HexFormat.of().formatHex(slot, 0, TAG),
                        new Slot(number, Arrays.copyOfRange(slot, TAG, TAG + SEALED)));
            }
        }
    }

    private static boolean isEmpty(byte[] slot) {
        for (byte part : slot) {
            if (part != 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Throws away the keys of everybody who is not known: a crash between a commit and the end of {@link #erase}, or before a commit,
     * leaves such keys.
     */
    synchronized void keepOnly(Set<String> tags) {
        List<String> unknown =
                slots.keySet().stream().filter(tag -> !tags.contains(tag)).toList();
        erase(unknown);
    }

    /** Under which the key of a person lies; says nothing of the person. */
    static String tag(String community, PersonId person) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(MasterKey.context(community, person.value()).getBytes(UTF_8));
            return HexFormat.of().formatHex(hash, 0, TAG);
        } catch (NoSuchAlgorithmException trouble) {
            throw new IllegalStateException("This Java has no SHA-256", trouble);
        }
    }

    @Override
    public Drawer open(Handle handle) {
        return new FileDrawer(handle);
    }

    private synchronized Optional<byte[]> find(String tag) {
        return Optional.ofNullable(slots.get(tag)).map(Slot::sealed);
    }

    private synchronized void put(String tag, byte[] sealed) {
        Integer reused = free.poll();
        int number = reused == null ? end++ : reused;
        byte[] slot = Arrays.copyOf(HexFormat.of().parseHex(tag), SLOT);
        System.arraycopy(sealed, 0, slot, TAG, sealed.length);
        write(number, slot);
        slots.put(tag, new Slot(number, sealed));
    }

    private synchronized void erase(Collection<String> tags) {
        if (tags.isEmpty()) {
            return;
        }
        List<Integer> emptied = new ArrayList<>();
        for (String tag : tags) {
            Slot slot = slots.remove(tag);
            if (slot != null) {
                write(slot.number(), new byte[SLOT]);
                emptied.add(slot.number());
            }
        }
        sync();
        free.addAll(emptied);
    }

    private void write(int number, byte[] slot) {
        try {
            file.seek((long) number * SLOT);
            file.write(slot);
        } catch (IOException trouble) {
            throw cannotBeWritten(trouble);
        }
    }

    private synchronized void sync() {
        try {
            file.getFD().sync();
        } catch (IOException trouble) {
            throw cannotBeWritten(trouble);
        }
    }

    private static StoreTrouble cannotBeWritten(IOException trouble) {
        return new StoreTrouble("The keys of people cannot be written: look whether the disk has room.", trouble);
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private final class FileDrawer implements Drawer {
        private final Handle handle;
        private final List<String> put = new ArrayList<>();
        private final List<String> removed = new ArrayList<>();

        FileDrawer(Handle handle) {
            this.handle = handle;
        }

        @Override
        public void put(String community, PersonId person, byte[] sealed) {
            String tag = tag(community, person);
            put.add(tag);
            KeyFile.this.put(tag, sealed);
        }

        @Override
        public Map<PersonId, byte[]> find(String community, Collection<PersonId> people) {
            Map<PersonId, byte[]> found = new HashMap<>();
            for (PersonId person : people) {
                KeyFile.this.find(tag(community, person)).ifPresent(key -> found.put(person, key));
            }
            return found;
        }

        @Override
        public Map<PersonId, byte[]> hold(String community, Collection<PersonId> people) {
            return people.isEmpty() ? Map.of() : find(community, locked(community, people));
        }

        /**
         * Those who are there, each of whom nobody else holds or removes until this transaction is over. One by one and in order: for many
         * at once H2 looks through the whole community.
         */
        private List<PersonId> locked(String community, Collection<PersonId> people) {
            List<PersonId> there = new ArrayList<>();
            try (PreparedStatement lock = handle.getConnection()
                    .prepareStatement("select id from person where community = ? and id = ? for update")) {
                lock.setString(1, community);
                for (PersonId person : people.stream()
                        .sorted(Comparator.comparing(PersonId::value))
                        .toList()) {
                    lock.setString(2, person.value());
                    try (ResultSet row = lock.executeQuery()) {
                        if (row.next()) {
                            there.add(person);
                        }
                    }
                }
            } catch (SQLException trouble) {
                throw new UnableToExecuteStatementException(trouble, null);
            }
            return there;
        }

        @Override
        public void remove(String community, PersonId person) {
            locked(community, List.of(person));
            removed.add(tag(community, person));
        }

        @Override
        public void committing() {
            if (!put.isEmpty()) {
                sync();
            }
        }

        @Override
        public void committed() {
            erase(removed);
        }

        @Override
        public void rolledBack() {
            erase(put);
        }
    }
}
