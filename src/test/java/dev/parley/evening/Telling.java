package dev.parley.evening;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.recap.Recap;
import dev.parley.recap.format.RecapJson;
import java.util.List;

/** What a recap tells whoever reads it, wherever the chat was held: without times, and without what only names and finds messages. */
final class Telling {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> NAMES_AND_TIMES =
            List.of("start", "end", "updated", "at", "message", "link", "timeline", "url", "host");

    private Telling() {}

    static String of(Recap recap) {
        try {
            JsonNode node = MAPPER.readTree(
                    RecapJson.of(recap).replaceAll("seats\\.txt:? https?://[^\\s\"\\\\]+", "seats.txt"));
            plain(node);
            return node.toPrettyString();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void plain(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(NAMES_AND_TIMES);
        }
        node.forEach(Telling::plain);
    }
}
