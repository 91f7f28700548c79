package dev.parley.platform.discord.local;

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
 * Schemas from outside: of the requests that Discord's published API takes, and of the events that its gateway tells. They are made once from
 * npm packages and kept below {@code target}; where node is missing there are none.
 */
final class Judges {
    private static @Nullable Judges made;
    private static boolean looked;

    private final Schema requests;
    private final Schema events;

    private Judges(Path folder) throws IOException {
        requests = schema(SpecificationVersion.DRAFT_2020_12, folder.resolve("requests.json"));
        events = schema(SpecificationVersion.DRAFT_7, folder.resolve("events.json"));
    }

    private static Schema schema(SpecificationVersion version, Path file) throws IOException {
        return SchemaRegistry.withDefaultDialect(version).getSchema(Json.read(Files.readAllBytes(file)));
    }

    static synchronized @Nullable Judges found() {
        if (!looked) {
            looked = true;
            made = Node.DISCORD.isThere() ? make() : null;
        }
        return made;
    }

    private static Judges make() {
        try {
            Path folder = Path.of("target", "discord-schemas-" + fingerprint());
            if (!Files.exists(folder.resolve("events.json"))) {
                Process process = Node.DISCORD
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
        for (String file : List.of("package-lock.json", "schemas.mjs", "events.ts")) {
            sum.update(Files.readAllBytes(Node.DISCORD.folder().resolve(file)));
        }
        return Long.toHexString(sum.getValue());
    }

    /** What is wrong with a body; nothing for a route that the published API does not have. */
    List<String> ofRequest(String method, String template, JsonNode body) {
        return wrong(requests, method + " " + template, body);
    }

    /** What is wrong with an event of ours. */
    List<String> ofEvent(String type, JsonNode data) {
        return type.equals("RESUMED") ? List.of() : wrong(events, type, data);
    }

    private static List<String> wrong(Schema schema, String name, JsonNode node) {
        ObjectNode named = Json.object();
        named.set(name, node);
        List<Error> errors = schema.validate(named);
        int deepest = errors.stream().mapToInt(Judges::depth).max().orElse(0);
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
