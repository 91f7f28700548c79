package dev.parley.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/** The master key from the settings, or from the file {@code parley.key} in the folder. */
final class MasterKeyFile {
    private final Path path;
    private final Optional<String> given;

    MasterKeyFile(Settings settings) {
        this.path = settings.folder().resolve("parley.key");
        this.given = settings.key();
    }

    /** The key of a database that has one already. */
    MasterKey existing() {
        if (given.isPresent()) {
            return parse(given.get(), "PARLEY_KEY");
        }
        if (!Files.exists(path)) {
            throw new StoreTrouble("The key of this database is missing: put " + path
                    + " back from a backup or set PARLEY_KEY, for without it no name and no message can be read.");
        }
        try {
            return parse(Files.readString(path, US_ASCII), path.toString());
        } catch (IOException trouble) {
            throw new StoreTrouble(
                    "The key of this database cannot be read: make " + path + " readable for Parley.", trouble);
        }
    }

    /** The key for a new database, made where there is none yet. */
    MasterKey forNew() {
        if (given.isEmpty() && !Files.exists(path)) {
            create();
        }
        return existing();
    }

    /** What to say when the key is another database's. */
    StoreTrouble wrong() {
        String where = given.isPresent() ? "PARLEY_KEY" : path.toString();
        return new StoreTrouble("The key in " + where
                + " is not the one that this database was made with: put the right one back from a backup.");
    }

    private void create() {
        String text = Base64.getEncoder().encodeToString(Sealing.random(Sealing.KEY_BYTES)) + "\n";
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(path, options, PrivateFiles.attributes(path))) {
            channel.write(ByteBuffer.wrap(text.getBytes(US_ASCII)));
            channel.force(true);
        } catch (IOException trouble) {
            throw new StoreTrouble(
                    "The key cannot be written: make " + path.getParent() + " writable for Parley.", trouble);
        }
    }

    private static MasterKey parse(String text, String where) {
        try {
            byte[] key = Base64.getDecoder().decode(text.strip());
            if (key.length == Sealing.KEY_BYTES) {
                return new MasterKey(key);
            }
        } catch (IllegalArgumentException notBase64) {
            // said below, without the text: it may be nearly the key
        }
        throw new StoreTrouble(
                "The key in " + where + " is not 32 bytes in Base64: make one with \"openssl rand -base64 32\".");
    }
}
