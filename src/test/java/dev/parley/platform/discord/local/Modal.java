package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A form that opened over somebody's window. */
public final class Modal {

    /** One field of it; lengths are in code points. */
    public record Field(String customId, String label, String value, boolean required, int least, int most) {}

    private static final int ROW = 1;
    private static final int TEXT_INPUT = 4;
    private static final int LABEL = 18;
    final Interaction from;
    private final JsonNode data;

    Modal(Interaction from, JsonNode data) {
        this.from = from;
        this.data = data;
        check();
    }

    public String customId() {
        return data.path("custom_id").asText();
    }

    public String title() {
        return data.path("title").asText();
    }

    /** What can be filled in, in order. */
    public List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (JsonNode component : data.path("components")) {
            JsonNode input = input(component);
            if (!input.isMissingNode()) {
                fields.add(new Field(
                        input.path("custom_id").asText(),
                        component.path("label").asText(input.path("label").asText("")),
                        input.path("value").asText(""),
                        input.path("required").asBoolean(true),
                        input.path("min_length").asInt(0),
                        input.path("max_length").asInt(4000)));
            }
        }
        return fields;
    }

    private static JsonNode input(JsonNode component) {
        return switch (component.path("type").asInt()) {
            case ROW -> component.path("components").path(0);
            case LABEL -> component.path("component");
            default -> com.fasterxml.jackson.databind.node.MissingNode.getInstance();
        };
    }

    private void check() {
        MessageForm.required("data.custom_id", data.path("custom_id"), 100);
        MessageForm.required("data.title", data.path("title"), 45);
        int size = data.path("components").size();
        if (size < 1 || size > 5) {
            throw Refusal.form("data.components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
        }
        for (JsonNode component : data.path("components")) {
            JsonNode input = input(component);
            if (!input.isMissingNode()) {
                MessageForm.required("data.components.custom_id", input.path("custom_id"), 100);
                MessageForm.length(
                        "data.components.label",
                        component.path("label").asText(input.path("label").asText("")),
                        45);
                MessageForm.length(
                        "data.components.placeholder", input.path("placeholder").asText(""), 100);
                MessageForm.length("data.components.value", input.path("value").asText(""), 4000);
            }
        }
    }

    /** What is sent when it is filled in; values of a menu are separated by commas. */
    ObjectNode filled(Map<String, String> values) {
        ObjectNode filled = Json.object().put("custom_id", customId());
        ArrayNode components = filled.putArray("components");
        for (JsonNode component : data.path("components")) {
            JsonNode input = input(component);
            if (input.isMissingNode()) {
                continue;
            }
            ObjectNode answer = answer(input, values);
            ObjectNode around = components
                    .addObject()
                    .put("type", component.path("type").asInt())
                    .put("id", component.path("id").asInt(components.size()));
            if (component.path("type").asInt() == ROW) {
                around.putArray("components").add(answer);
            } else {
                around.set("component", answer);
            }
        }
        return filled;
    }

    private static ObjectNode answer(JsonNode input, Map<String, String> values) {
        String customId = input.path("custom_id").asText();
        String value = values.getOrDefault(customId, input.path("value").asText(""));
        int length = value.codePointCount(0, value.length());
        if (length == 0 && input.path("required").asBoolean(true)
                || length > 0 && length < input.path("min_length").asInt(0)
                || length > input.path("max_length").asInt(4000)) {
            throw new IllegalStateException("Discord would not send \"" + value + "\" in " + input);
        }
        ObjectNode answer = Json.object()
                .put("type", input.path("type").asInt())
                .put("custom_id", customId)
                .put("id", input.path("id").asInt(0));
        if (input.path("type").asInt() == TEXT_INPUT) {
            return answer.put("value", value);
        }
        ArrayNode chosen = answer.putArray("values");
        for (String one : value.isEmpty() ? new String[0] : value.split(",")) {
            chosen.add(one);
        }
        return answer;
    }
}
