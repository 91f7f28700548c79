package dev.parley.platform.slack.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.parley.platform.local.Json;
import dev.parley.platform.local.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Schemas from outside: of the events that Slack tells, and of an app's manifest. They are made once from npm packages and kept below
 * {@code target}; where node is missing there are none.
 */
public final class Judges {
    private static @Nullable Judges made;
    private static boolean looked;

    private final Schema events;
    private final Schema manifests;

    private Judges(Path folder) throws IOException {
        events = schema(folder.resolve("events.json"));
        manifests = schema(folder.resolve("manifest.json"));
    }

    private static Schema schema(Path file) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Json.read(Files.readAllBytes(file)));
    }

    /** The judges, where node is there. */
    public static synchronized @Nullable Judges found() {
        if (!looked) {
            looked = true;
            made = Node.SLACK.isThere() ? make() : null;
        }
        return made;
    }

    private static Judges make() {
        try {
            Path folder = Path.of("target", "slack-schemas-" + fingerprint());
            if (!Files.exists(folder.resolve("manifest.json"))) {
                Process process = Node.SLACK
                        .running("schemas.mjs", List.of(folder.toString()))
                        .start();
                if (process.waitFor() != 0) {
                    throw new IllegalStateException("schemas.mjs failed");
                }
            }
            return new Judges(folder);
        } catch (IOException trouble) {
            throw new IllegalStateException(trouble);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private static String fingerprint() throws IOException {
        CRC32 sum = new CRC32();
        for (String file : List.of("package-lock.json", "schemas.mjs", "events.ts", "manifest.ts")) {
            sum.update(Files.readAllBytes(Node.SLACK.folder().resolve(file)));
        }
        return Long.toHexString(sum.getValue());
    }

    /** What is wrong with an event of ours. */
    List<String> ofEvent(JsonNode event) {
        String subtype = event.path("subtype").asText();
        ObjectNode named = Json.object();
        named.set(event.path("type").asText() + (subtype.isEmpty() ? "" : "/" + subtype), event);
        List<Error> errors = events.validate(named);
        int deepest = errors.stream().mapToInt(Judges::depth).max().orElse(0);
        return errors.stream()
                .filter(error -> depth(error) == deepest)
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .distinct()
                .limit(5)
                .toList();
    }

    /** What is wrong with an app's manifest. */
    public List<String> ofManifest(JsonNode manifest) {
        return manifests.validate(manifest).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    /** Where there are alternatives, the one that fits best is wrong deepest inside. */
    private static int depth(Error error) {
        return error.getInstanceLocation().getNameCount();
    }
}
