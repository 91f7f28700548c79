package dev.parley.platform.slack.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SpecificationVersion;
import dev.parley.platform.local.Node;
import dev.parley.platform.local.Schemas;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A schema from outside: of the events that Slack tells. */
final class Judges {
    private static final @Nullable Judges FOUND =
            Schemas.of(Node.SLACK).map(Judges::new).orElse(null);

    private final Schemas.Judge events;

    private Judges(Schemas schemas) {
        events = schemas.judge("events.json", SpecificationVersion.DRAFT_7);
    }

    /** None where node is missing. */
    static @Nullable Judges found() {
        return FOUND;
    }

    /** What is wrong with an event of ours. */
    List<String> ofEvent(JsonNode event) {
        String subtype = event.path("subtype").asText();
        return events.wrong(event.path("type").asText() + (subtype.isEmpty() ? "" : "/" + subtype), event);
    }
}
