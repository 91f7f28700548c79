package dev.parley.recap.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.recap.Answer;
import dev.parley.recap.By;
import dev.parley.recap.Highlight;
import dev.parley.recap.Part;
import dev.parley.recap.Quote;
import dev.parley.recap.Recap;
import dev.parley.recap.Shared;
import dev.parley.recap.Timeline;

/**
 * A recap as JSON, for programs. The shape is kept: members are added, never renamed or removed, and {@code format} counts up if that
 * must ever change. What is not known is left out. Times are instants in UTC.
 *
 * <pre>{@code
 * { "format": 1, "title": "…", "hashtag": "#…", "start": "…Z", "end": "…Z", "updated": "…Z",
 *   "questions": [ { "number": 1, "text": "…", "at": "…Z",
 *       "highlights": [ { "text": "…", "of": "q1-4", "by": BY } ],
 *       "answers": [ { "parts": [ QUOTE … ] } ] } ],
 *   "introductions": [ QUOTE … ], "finals": [ QUOTE … ], "side": 12,
 *   "newcomers": { "names": [ "…" ], "others": 0 },
 *   "links": [ { "url": "…", "host": "…", "by": BY, "sentence": "…" } ],
 *   "timeline": { "from": "…Z", "step": "PT5M", "questions": [ { "number": 1, "answers": [ 0, 3 ], "later": 1 } ] } }
 *
 * QUOTE: { "anchor": "q1-4", "message": "web:room/id", "by": BY, "text": "…", "at": "…Z", "later": false, "sure": true,
 *          "link": "https://…" }
 * BY:    { "name": "…" }, or { "someone": true } for a name that is not shown, or {} where it is not known
 * }</pre>
 */
public final class RecapJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RecapJson() {}

    /** The whole recap, ending with a line break. */
    public static String of(Recap recap) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        try {
            return MAPPER.writer(printer).writeValueAsString(node(recap)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of values can always be written", e);
        }
    }

    private static ObjectNode node(Recap recap) {
        ObjectNode node = NODES.objectNode().put("format", 1).put("title", recap.title());
        if (!recap.hashtag().isEmpty()) {
            node.put("hashtag", recap.hashtag());
        }
        recap.start().ifPresent(at -> node.put("start", at.toString()));
        recap.end().ifPresent(at -> node.put("end", at.toString()));
        recap.updated().ifPresent(at -> node.put("updated", at.toString()));
        ArrayNode questions = node.putArray("questions");
        recap.parts().forEach(part -> questions.add(node(part)));
        ArrayNode introductions = node.putArray("introductions");
        recap.introductions().forEach(quote -> introductions.add(node(quote)));
        ArrayNode finals = node.putArray("finals");
        recap.finals().forEach(quote -> finals.add(node(quote)));
        node.put("side", recap.side());
        ObjectNode newcomers = node.putObject("newcomers");
        ArrayNode names = newcomers.putArray("names");
        recap.newcomers().names().forEach(names::add);
        newcomers.put("others", recap.newcomers().others());
        ArrayNode links = node.putArray("links");
        recap.shared().forEach(shared -> links.add(node(shared)));
        recap.timeline().ifPresent(timeline -> node.set("timeline", node(timeline)));
        return node;
    }

    private static ObjectNode node(Part part) {
        ObjectNode node = NODES.objectNode().put("number", part.number()).put("text", part.question());
        part.at().ifPresent(at -> node.put("at", at.toString()));
        ArrayNode highlights = node.putArray("highlights");
        for (Highlight highlight : part.highlights()) {
            ObjectNode chosen = highlights.addObject();
            chosen.put("text", highlight.text()).put("of", highlight.of().anchor());
            chosen.set("by", node(highlight.of().by()));
        }
        ArrayNode answers = node.putArray("answers");
        for (Answer answer : part.answers()) {
            ArrayNode parts = answers.addObject().putArray("parts");
            answer.parts().forEach(quote -> parts.add(node(quote)));
        }
        return node;
    }

    private static ObjectNode node(Quote quote) {
        ObjectNode node = NODES.objectNode().put("anchor", quote.anchor());
        quote.message().ifPresent(message -> node.put("message", message.toString()));
        node.set("by", node(quote.by()));
        node.put("text", quote.text());
        quote.at().ifPresent(at -> node.put("at", at.toString()));
        node.put("later", quote.late()).put("sure", quote.sure());
        quote.link().ifPresent(link -> node.put("link", link));
        return node;
    }

    private static ObjectNode node(By by) {
        return switch (by) {
            case By.Named(String name) -> NODES.objectNode().put("name", name);
            case By.Someone() -> NODES.objectNode().put("someone", true);
            case By.Unknown() -> NODES.objectNode();
        };
    }

    private static ObjectNode node(Shared shared) {
        ObjectNode node = NODES.objectNode().put("url", shared.url()).put("host", shared.host());
        node.set("by", node(shared.by()));
        return node.put("sentence", shared.sentence());
    }

    private static ObjectNode node(Timeline timeline) {
        ObjectNode node = NODES.objectNode()
                .put("from", timeline.from().toString())
                .put("step", timeline.step().toString());
        ArrayNode questions = node.putArray("questions");
        for (Timeline.Row row : timeline.rows()) {
            ObjectNode question = questions.addObject().put("number", row.question());
            ArrayNode answers = question.putArray("answers");
            row.during().forEach(answers::add);
            question.put("later", row.later());
        }
        return node;
    }
}
