package dev.parley.platform.slack.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Blocks of {@code rich_text}, by the reference of Block Kit: what Slack takes, and what people see of them. */
final class RichText {
    private static final Set<String> STYLES =
            Set.of("bold", "italic", "strike", "code", "underline", "highlight", "client_highlight", "unlink");

    private RichText() {}

    static void mustBe(JsonNode block, String at) {
        JsonNode elements = elements(block, at);
        for (int index = 0; index < elements.size(); index++) {
            part(elements.get(index), at + "/elements/" + index);
        }
    }

    private static JsonNode elements(JsonNode parent, String at) {
        JsonNode elements = parent.path("elements");
        if (!elements.isArray() || elements.isEmpty()) {
            throw Blocks.wrong("must have more than 0 elements", at + "/elements");
        }
        return elements;
    }

    private static void part(JsonNode part, String at) {
        switch (part.path("type").asText()) {
            case "rich_text_section", "rich_text_quote", "rich_text_preformatted" -> runs(part, at);
            case "rich_text_list" -> {
                if (!Set.of("bullet", "ordered").contains(part.path("style").asText())) {
                    throw Blocks.wrong("must be one of: bullet, ordered", at + "/style");
                }
                if (part.path("indent").asInt() > 8) {
                    throw Blocks.wrong("must be less than 9", at + "/indent");
                }
                for (JsonNode item : elements(part, at)) {
                    if (!item.path("type").asText().equals("rich_text_section")) {
                        throw Blocks.wrong(
                                "unsupported type: " + item.path("type").asText(), at + "/elements");
                    }
                    runs(item, at + "/elements");
                }
            }
            default ->
                throw Blocks.wrong("unsupported type: " + part.path("type").asText(), at + "/type");
        }
    }

    private static void runs(JsonNode part, String at) {
        for (JsonNode run : elements(part, at)) {
            run(run, at + "/elements");
        }
    }

    private static void run(JsonNode run, String at) {
        switch (run.path("type").asText()) {
            case "text" -> filled(run.path("text"), at + "/text");
            case "link" -> filled(run.path("url"), at + "/url");
            case "emoji" -> filled(run.path("name"), at + "/name");
            case "user" -> filled(run.path("user_id"), at + "/user_id");
            case "usergroup" -> filled(run.path("usergroup_id"), at + "/usergroup_id");
            case "channel" -> filled(run.path("channel_id"), at + "/channel_id");
            case "broadcast" -> filled(run.path("range"), at + "/range");
            case "date" -> {
                filled(run.path("format"), at + "/format");
                if (!run.path("timestamp").isIntegralNumber()) {
                    throw Blocks.wrong("must be an integer", at + "/timestamp");
                }
            }
            default ->
                throw Blocks.wrong("unsupported type: " + run.path("type").asText(), at + "/type");
        }
        run.path("style").fieldNames().forEachRemaining(name -> {
            if (!STYLES.contains(name)) {
                throw Blocks.wrong("no such style: " + name, at + "/style");
            }
        });
    }

    private static void filled(JsonNode text, String at) {
        if (!text.isTextual() || text.asText().isEmpty()) {
            throw Blocks.wrong("must be more than 0 characters", at);
        }
    }

    /** What people see, without how it is set. */
    static String shown(JsonNode block) {
        List<String> lines = new ArrayList<>();
        for (JsonNode part : block.path("elements")) {
            lines.add(
                    switch (part.path("type").asText()) {
                        case "rich_text_list" ->
                            Blocks.all(part.path("elements"))
                                    .map(item -> "- " + line(item))
                                    .collect(Collectors.joining("\n"));
                        case "rich_text_quote" -> "> " + line(part).replace("\n", "\n> ");
                        default -> line(part);
                    });
        }
        return String.join("\n", lines);
    }

    private static String line(JsonNode part) {
        return Blocks.all(part.path("elements")).map(RichText::shownRun).collect(Collectors.joining());
    }

    private static String shownRun(JsonNode run) {
        return switch (run.path("type").asText()) {
            case "text" -> run.path("text").asText();
            case "link" -> run.path(run.has("text") ? "text" : "url").asText();
            case "date" ->
                "<" + run.path("timestamp").asText() + " " + run.path("format").asText() + ">";
            case "emoji" -> ":" + run.path("name").asText() + ":";
            default -> run.toString();
        };
    }
}
