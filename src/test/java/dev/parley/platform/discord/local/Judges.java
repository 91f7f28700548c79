package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SpecificationVersion;
import dev.parley.platform.local.Node;
import dev.parley.platform.local.Schemas;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Schemas from outside: of the requests that Discord's published API takes, and of the events that its gateway tells. */
final class Judges {
    private static final @Nullable Judges FOUND =
            Schemas.of(Node.DISCORD).map(Judges::new).orElse(null);

    private final Schemas.Judge requests;
    private final Schemas.Judge events;

    private Judges(Schemas schemas) {
        requests = schemas.judge("requests.json", SpecificationVersion.DRAFT_2020_12);
        events = schemas.judge("events.json", SpecificationVersion.DRAFT_7);
    }

    /** None where node is missing. */
    static @Nullable Judges found() {
        return FOUND;
    }

    /** What is wrong with a body; nothing for a route that the published API does not have. */
    List<String> ofRequest(String method, String template, JsonNode body) {
        return requests.wrong(method + " " + template, body);
    }

    /** What is wrong with an event of ours. */
    List<String> ofEvent(String type, JsonNode data) {
        return type.equals("RESUMED") ? List.of() : events.wrong(type, data);
    }
}
