package dev.parley.platform.slack.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Block Kit: what Slack takes, what people can press, and what they fill in. Figures are those of the reference of Block Kit, in UTF-16 units. */
final class Blocks {

    /** An element of a block. */
    record Placed(String blockId, ObjectNode element) {}

    private static final int MOST_IN_MESSAGE = 50;
    private static final int MOST_IN_VIEW = 100;
    /** No page documents it; messages of 13,172 and 13,297 characters were refused. */
    private static final int LONGEST_TOGETHER = 13_000;

    private static final Set<String> KNOWN = Set.of(
            "section",
            "header",
            "divider",
            "context",
            "actions",
            "input",
            "image",
            "markdown",
            "rich_text",
            "file",
            "video",
            "table");

    private Blocks() {}

    /** Refuses what Slack refuses in a message. Files are asked for by id. */
    static void mustBeMessage(ArrayNode blocks, Workspace workspace) {
        if (blocks.size() > MOST_IN_MESSAGE) {
            throw wrong("no more than " + MOST_IN_MESSAGE + " items allowed", "/blocks");
        }
        mustBeBlocks(blocks, workspace);
        if (characters(blocks) > LONGEST_TOGETHER) {
            throw new Refusal("msg_blocks_too_long");
        }
    }

    /** Refuses what Slack refuses as a modal or as a home. */
    static void mustBeView(JsonNode view) {
        String type = view.path("type").asText();
        if (!view.isObject() || !type.equals("modal") && !type.equals("home")) {
            throw Refusal.arguments("must be a valid view type [json-pointer:/view/type]");
        }
        try {
            if (type.equals("modal")) {
                text(view.path("title"), 24, "/view/title", "plain_text");
                optional(view, "submit", 24, "/view");
                optional(view, "close", 24, "/view");
            }
            atMost(view.path("private_metadata"), 3000, "/view/private_metadata");
            atMost(view.path("callback_id"), 255, "/view/callback_id");
            if (!view.path("blocks").isArray() || view.path("blocks").size() > MOST_IN_VIEW) {
                throw wrong("no more than " + MOST_IN_VIEW + " items allowed", "/view/blocks");
            }
            mustBeBlocks((ArrayNode) view.path("blocks"), null);
            boolean asks = !inputs(view.path("blocks")).isEmpty();
            if (type.equals("modal") && asks && !view.has("submit")) {
                throw wrong("missing required field: submit", "/view");
            }
        } catch (Refusal refusal) {
            refusal.body.put("error", "invalid_arguments");
            throw refusal;
        }
    }

    private static void mustBeBlocks(ArrayNode blocks, @Nullable Workspace workspace) {
        Set<String> ids = new HashSet<>();
        for (int index = 0; index < blocks.size(); index++) {
            JsonNode block = blocks.get(index);
            String at = "/blocks/" + index;
            if (!KNOWN.contains(block.path("type").asText())) {
                throw wrong("unsupported type: " + block.path("type").asText(), at + "/type");
            }
            atMost(block.path("block_id"), 255, at + "/block_id");
            if (block.has("block_id") && !ids.add(block.path("block_id").asText())) {
                throw wrong("block_id must be unique: " + block.path("block_id").asText(), at);
            }
            mustBeBlock(block, at, workspace);
        }
    }

    private static void mustBeBlock(JsonNode block, String at, @Nullable Workspace workspace) {
        switch (block.path("type").asText()) {
            case "section" -> section(block, at);
            case "header" -> text(block.path("text"), 150, at + "/text", "plain_text");
            case "context" -> context(block, at, workspace);
            case "actions" -> several(block, 25, at);
            case "input" -> {
                text(block.path("label"), 2000, at + "/label", "plain_text");
                mustBeElement(block.path("element"), at + "/element");
            }
            case "image" -> image(block, at, workspace);
            case "markdown" -> filled(block.path("text"), 12_000, at + "/text");
            case "rich_text" -> RichText.mustBe(block, at);
            default -> {}
        }
    }

    private static void section(JsonNode block, String at) {
        if (!block.has("text") && !block.has("fields")) {
            throw wrong("missing required field: text", at);
        }
        if (block.has("text")) {
            text(block.path("text"), 3000, at + "/text", null);
        }
        if (block.path("fields").size() > 10) {
            throw wrong("no more than 10 items allowed", at + "/fields");
        }
        block.path("fields").forEach(field -> text(field, 2000, at + "/fields", null));
        if (block.has("accessory")) {
            mustBeElement(block.path("accessory"), at + "/accessory");
        }
    }

    private static void context(JsonNode block, String at, @Nullable Workspace workspace) {
        JsonNode elements = block.path("elements");
        if (elements.isEmpty() || elements.size() > 10) {
            throw wrong("between 1 and 10 items allowed", at + "/elements");
        }
        for (JsonNode element : elements) {
            if (element.path("type").asText().equals("image")) {
                image(element, at + "/elements", workspace);
            } else {
                text(element, 3000, at + "/elements", null);
            }
        }
    }

    private static void several(JsonNode block, int most, String at) {
        JsonNode elements = block.path("elements");
        if (elements.isEmpty() || elements.size() > most) {
            throw wrong("between 1 and " + most + " items allowed", at + "/elements");
        }
        Set<String> ids = new HashSet<>();
        for (JsonNode element : elements) {
            mustBeElement(element, at + "/elements");
            if (element.has("action_id") && !ids.add(element.path("action_id").asText())) {
                throw wrong(
                        "action_id must be unique: " + element.path("action_id").asText(), at);
            }
        }
    }

    private static void mustBeElement(JsonNode element, String at) {
        atMost(element.path("action_id"), 255, at + "/action_id");
        switch (element.path("type").asText()) {
            case "" -> throw wrong("missing required field: type", at);
            case "button" -> {
                text(element.path("text"), 75, at + "/text", "plain_text");
                atMost(element.path("value"), 2000, at + "/value");
                atMost(element.path("url"), 3000, at + "/url");
                style(element, at);
            }
            case "plain_text_input" -> {
                optional(element, "placeholder", 150, at);
                atMost(element.path("initial_value"), 3000, at + "/initial_value");
                if (element.path("max_length").asInt() > 3000) {
                    throw wrong("must be less than 3001", at + "/max_length");
                }
            }
            case "static_select", "multi_static_select", "radio_buttons", "checkboxes", "overflow" ->
                options(element, at);
            default -> optional(element, "placeholder", 150, at);
        }
    }

    private static void style(JsonNode element, String at) {
        if (element.has("style")
                && !Set.of("primary", "danger").contains(element.path("style").asText())) {
            throw wrong("must be one of: primary, danger", at + "/style");
        }
    }

    private static void options(JsonNode element, String at) {
        boolean few = !element.path("type").asText().contains("select");
        int most = element.path("type").asText().equals("overflow") ? 5 : few ? 10 : 100;
        JsonNode options = element.path("options");
        if (!element.has("option_groups") && (options.isEmpty() || options.size() > most)) {
            throw wrong("between 1 and " + most + " items allowed", at + "/options");
        }
        for (JsonNode option : options) {
            text(option.path("text"), 75, at + "/options/text", null);
            filled(option.path("value"), 150, at + "/options/value");
        }
    }

    private static void image(JsonNode image, String at, @Nullable Workspace workspace) {
        filled(image.path("alt_text"), 2000, at + "/alt_text");
        if (image.has("slack_file")) {
            String id = image.path("slack_file").path("id").asText();
            SlackFile file = workspace == null ? null : workspace.files.get(id);
            if (workspace != null && (file == null || !file.isProcessed() || !file.isImage())) {
                throw wrong("invalid slack file", at + "/slack_file");
            }
        } else {
            filled(image.path("image_url"), 3000, at + "/image_url");
        }
    }

    private static void optional(JsonNode node, String name, int most, String at) {
        if (node.has(name)) {
            text(node.path(name), most, at + "/" + name, "plain_text");
        }
    }

    private static void text(JsonNode text, int most, String at, @Nullable String kind) {
        String type = text.path("type").asText();
        if (kind == null ? !type.equals("mrkdwn") && !type.equals("plain_text") : !type.equals(kind)) {
            throw wrong("must be a valid text object", at);
        }
        filled(text.path("text"), most, at + "/text");
    }

    static void filled(JsonNode text, int most, String at) {
        if (text.asText().isEmpty()) {
            throw wrong("must be more than 0 characters", at);
        }
        atMost(text, most, at);
    }

    private static void atMost(JsonNode text, int most, String at) {
        if (text.asText().length() > most) {
            throw wrong("must be less than " + (most + 1) + " characters", at);
        }
    }

    static Refusal wrong(String message, String at) {
        return new Refusal("invalid_blocks").saying(message + " [json-pointer:" + at + "]");
    }

    private static int characters(JsonNode node) {
        int sum = node.isTextual() ? node.asText().length() : 0;
        for (JsonNode inner : node) {
            sum += characters(inner);
        }
        return sum;
    }

    /** The same blocks, each with an id, as Slack gives them. */
    static ArrayNode named(ArrayNode blocks) {
        ArrayNode named = blocks.deepCopy();
        for (int index = 0; index < named.size(); index++) {
            ObjectNode block = (ObjectNode) named.get(index);
            if (!block.has("block_id")) {
                block.put("block_id", "b" + index + Integer.toString(Math.abs(block.hashCode() % 46_656), 36));
            }
        }
        return named;
    }

    static ObjectNode named(ObjectNode view) {
        ObjectNode named = view.deepCopy();
        named.set("blocks", named((ArrayNode) view.path("blocks")));
        return named;
    }

    /** Everything that can be pressed or filled in. */
    static Stream<JsonNode> elements(JsonNode blocks) {
        return all(blocks).flatMap(Blocks::within);
    }

    private static Stream<JsonNode> within(JsonNode block) {
        Stream<JsonNode> single =
                Stream.of("accessory", "element").filter(block::has).map(block::path);
        return Stream.concat(all(block.path("elements")), single);
    }

    static Stream<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static Placed element(JsonNode blocks, String actionId) {
        return all(blocks)
                .flatMap(block -> within(block)
                        .filter(element -> element.path("action_id").asText().equals(actionId))
                        .map(element -> new Placed(block.path("block_id").asText(), (ObjectNode) element)))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no " + actionId + " in " + blocks));
    }

    static List<String> inputs(JsonNode blocks) {
        return all(blocks)
                .filter(block -> block.path("type").asText().equals("input"))
                .map(block -> block.path("block_id").asText())
                .toList();
    }

    /** Every text, in order; a block of {@code rich_text} is one, however its runs are set. */
    static List<String> texts(JsonNode node) {
        if (node.path("type").asText().equals("rich_text")) {
            return List.of(RichText.shown(node));
        }
        List<String> texts = new ArrayList<>();
        if (node.path("text").isTextual()) {
            texts.add(node.path("text").asText());
        }
        node.forEach(inner -> texts.addAll(texts(inner)));
        return texts;
    }

    /** What a person has chosen or written in an element, as Slack tells it. */
    static ObjectNode value(JsonNode element, List<String> values) {
        String type = element.path("type").asText();
        ObjectNode value = Json.object().put("type", type);
        switch (type) {
            case "static_select", "radio_buttons", "overflow" ->
                value.set(
                        "selected_option",
                        values.isEmpty() ? element.path("initial_option") : option(element, values.getFirst()));
            case "multi_static_select", "checkboxes" -> {
                ArrayNode options = value.putArray("selected_options");
                values.forEach(chosen -> options.add(option(element, chosen)));
            }
            case "users_select" -> single(value, "selected_user", values);
            case "channels_select" -> single(value, "selected_channel", values);
            case "conversations_select" -> single(value, "selected_conversation", values);
            case "datepicker" -> single(value, "selected_date", values);
            case "timepicker" -> single(value, "selected_time", values);
            case "plain_text_input", "email_text_input", "url_text_input", "number_input" ->
                value.put("value", values.isEmpty() ? null : values.getFirst());
            default -> {}
        }
        return value;
    }

    private static void single(ObjectNode value, String name, List<String> values) {
        value.put(name, values.isEmpty() ? null : values.getFirst());
    }

    private static JsonNode option(JsonNode element, String value) {
        return all(element.path("options"))
                .filter(option -> option.path("value").asText().equals(value))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no option " + value + " in " + element));
    }

    /** What a person filled in, by block and action; Slack's programs let nobody send what is not whole. */
    static ObjectNode filledIn(JsonNode blocks, Map<String, String> fields) {
        Set<String> left = new HashSet<>(fields.keySet());
        ObjectNode values = Json.object();
        for (JsonNode block : blocks) {
            within(block)
                    .filter(element -> element.has("action_id")
                            && !element.path("type").asText().equals("button"))
                    .forEach(element -> {
                        String blockId = block.path("block_id").asText();
                        String actionId = element.path("action_id").asText();
                        left.removeAll(List.of(blockId, actionId));
                        String given = fields.getOrDefault(actionId, fields.get(blockId));
                        values.withObjectProperty(blockId).set(actionId, whole(block, element, given));
                    });
        }
        if (!left.isEmpty()) {
            throw new NoSuchElementException("no " + left + " in " + blocks);
        }
        return values;
    }

    private static ObjectNode whole(JsonNode block, JsonNode element, @Nullable String given) {
        String text = given == null ? element.path("initial_value").asText("") : given;
        boolean needed = block.path("type").asText().equals("input")
                && !block.path("optional").asBoolean();
        boolean chosen = element.has("initial_option") || element.has("initial_options");
        if (needed && text.isEmpty() && !chosen) {
            throw new IllegalStateException("has to be filled in: " + block);
        }
        if (element.has("max_length")
                && text.length() > element.path("max_length").asInt()) {
            throw new IllegalStateException("is too long: " + block);
        }
        boolean several = element.path("type").asText().matches("multi_static_select|checkboxes");
        List<String> values = text.isEmpty() ? List.of() : several ? List.of(text.split(",")) : List.of(text);
        return value(element, values);
    }
}
