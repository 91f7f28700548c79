package dev.parley.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The folder where a Parley keeps what belongs to this machine alone: files that only its own user may read. */
record DataFolder(Path path) {

    private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rw-------");
    private static final int SECRET_BYTES = 32;

    /** How a second process reaches the running one. */
    record Door(URI address, String token) {}

    /** The secret that signs cookies, made when it is first asked for. */
    byte[] cookieSecret() {
        Path file = path.resolve("cookies.key");
        try {
            if (!Files.exists(file)) {
                write(file, random());
            }
            return HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IOException trouble) {
            throw new UncheckedIOException("The file " + file + " cannot be read or written", trouble);
        } catch (IllegalArgumentException _) {
            throw new UncheckedIOException(
                    new IOException("The file " + file + " is damaged: delete it, and everybody joins anew"));
        }
    }

    /** A new token for the door, random. */
    static String random() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private Path door() {
        return path.resolve("running.json");
    }

    /** Lets second processes find the running one. */
    void open(Door door) {
        try {
            Map<String, String> told = Map.of("address", door.address().toString(), "token", door.token());
            write(door(), new ObjectMapper().writeValueAsString(told));
        } catch (IOException trouble) {
            throw new UncheckedIOException("The file " + door() + " cannot be written", trouble);
        }
    }

    /** The running process, if one says that it runs. */
    Optional<Door> running() {
        try {
            var told = new ObjectMapper().readTree(Files.readString(door()));
            return Optional.of(new Door(
                    URI.create(told.path("address").asText()),
                    told.path("token").asText()));
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Nobody runs any more. */
    void shut() {
        try {
            Files.deleteIfExists(door());
        } catch (IOException _) {
            // a door that leads nowhere is found out by whoever knocks
        }
    }

    /** Writes a file that is whole or not there, and that is never readable by others. */
    private void write(Path file, String text) throws IOException {
        Files.createDirectories(path);
        Path half = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(half);
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(half, PosixFilePermissions.asFileAttribute(OWN));
        }
        Files.writeString(half, text, StandardOpenOption.CREATE);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
