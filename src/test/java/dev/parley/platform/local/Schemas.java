package dev.parley.platform.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Schemas from outside, made once by a folder's {@code schemas.mjs} from npm packages and kept below {@code target} until one of the files that they
 * are made from changes.
 */
public final class Schemas {
    private final Path folder;

    /** What a schema says of things that have a name in it. */
    public static final class Judge {
        private final Schema schema;

        private Judge(Schema schema) {
            this.schema = schema;
        }

        /** What is wrong with a thing of this name. */
        public List<String> wrong(String name, JsonNode node) {
            ObjectNode named = Json.object();
            named.set(name, node);
            return wrong(named);
        }

        /** What is wrong with the whole: five faults at most. */
        public List<String> wrong(JsonNode node) {
            List<Error> errors = schema.validate(node);
            int deepest = errors.stream().mapToInt(Judge::depth).max().orElse(0);
            return errors.stream()
                    .filter(error -> depth(error) == deepest)
                    .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                    .distinct()
                    .limit(5)
                    .toList();
        }

        /** Where there are alternatives, the one that fits best is wrong deepest inside. */
        private static int depth(Error error) {
            return error.getInstanceLocation().getNameCount();
        }
    }

    private Schemas(Path folder) {
        this.folder = folder;
    }

    /** The schemas of a folder of node; none where node is missing. */
    public static Optional<Schemas> of(Node node) {
        return node.isThere() ? Optional.of(make(node)) : Optional.empty();
    }

    private static Schemas make(Node node) {
        try {
            Path folder = Path.of("target", node.name() + "-schemas-" + fingerprint(node));
            if (!Files.exists(folder)) {
                makeIn(folder, node);
            }
            return new Schemas(folder);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /** The folder is there only when all is in it. */
    private static void makeIn(Path folder, Node node) throws IOException, InterruptedException {
        Path half = Files.createTempDirectory(Files.createDirectories(folder.getParent()), "schemas");
        if (node.running("schemas.mjs", List.of(half.toString())).start().waitFor() != 0) {
            throw new IllegalStateException("schemas.mjs failed");
        }
        try {
            Files.move(half, folder);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException faster) {
            // Another process of the tests has made the same meanwhile.
        }
    }

    private static String fingerprint(Node node) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(Files.readAllBytes(node.folder().resolve("package-lock.json")));
        sum.update(Files.readAllBytes(node.folder().resolve("schemas.mjs")));
        for (Path types : types(node)) {
            sum.update(Files.readAllBytes(types));
        }
        return Long.toHexString(sum.getValue());
    }

    private static List<Path> types(Node node) throws IOException {
        try (Stream<Path> files = Files.list(node.folder())) {
            return files.filter(file -> file.toString().endsWith(".ts"))
                    .sorted()
                    .toList();
        }
    }

    /** The schema in a file that the script has written. */
    public Judge judge(String file, SpecificationVersion version) {
        try {
            return new Judge(SchemaRegistry.withDefaultDialect(version)
                    .getSchema(Json.read(Files.readAllBytes(folder.resolve(file)))));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
