package dev.parley.site.coaching;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.engine.coaching.Item;
import dev.parley.engine.coaching.MyJournal;
import java.time.Instant;
import java.util.Locale;

/**
 * A journal to take along, as JSON, for programs. Members are added, never renamed or removed, and {@code format} counts up if that must
 * ever change. Times are instants in UTC.
 *
 * <pre>{@code
 * { "format": 1, "written": "…Z",
 *   "reflections": [ { "meeting": "…", "held": "…Z", "principle": "dialogue", "question": "…", "words": "…", "written": "…Z",
 *       "openness": "mine", "programme": false, "domains": [ { "framework": "…", "domain": "…" } ] } ],
 *   "places": [ { "framework": "…", "domain": "…", "at": "…Z", "step": "…" } ] }
 * }</pre>
 */
final class JournalJson {
    private static final ObjectWriter WRITER = new ObjectMapper().writerWithDefaultPrettyPrinter();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JournalJson() {}

    /** The whole journal, the latest first. */
    static String of(MyJournal journal, Instant now) {
        ObjectNode whole = NODES.objectNode().put("format", 1).put("written", now.toString());
        ArrayNode reflections = whole.putArray("reflections");
        Reading.meetings(journal.items())
                .forEach(meeting -> meeting.items().forEach(item -> reflections.add(node(item))));
        ArrayNode places = whole.putArray("places");
        journal.continua()
                .forEach(continuum -> continuum
                        .placed()
                        .forEach(placed -> places.addObject()
                                .put("framework", continuum.framework())
                                .put("domain", continuum.domain().title())
                                .put("at", placed.at().toString())
                                .put("step", placed.step())));
        try {
            return WRITER.writeValueAsString(whole) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree of values can always be written", impossible);
        }
    }

    private static ObjectNode node(Item item) {
        ObjectNode node = NODES.objectNode()
                .put("meeting", item.met().title())
                .put("held", item.met().at().toString())
                .put("principle", item.principle().name().toLowerCase(Locale.ROOT))
                .put("question", item.asked())
                .put("words", item.words())
                .put("written", item.written().toString())
                .put("openness", item.openness().name().toLowerCase(Locale.ROOT))
                .put("programme", item.withProgramme());
        ArrayNode domains = node.putArray("domains");
        item.tags().stream()
                .filter(Item.Tag::set)
                .forEach(tag ->
                        domains.addObject().put("framework", tag.framework()).put("domain", tag.domain()));
        return node;
    }
}
