package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.parley.platform.local.Json;
import java.util.HashSet;
import java.util.Set;

/** Discord's limits on buttons, menus and the rows they stand in. */
final class Components {
    private static final int ROW = 1;
    private static final int BUTTON = 2;
    private static final int LINK = 5;
    private static final int STRING_SELECT = 3;
    private static final int CHANNEL_SELECT = 8;

    private Components() {}

    static ArrayNode checked(JsonNode components, boolean secondVersion) {
        if (components.isNull()) {
            return Json.array();
        }
        int most = secondVersion ? 40 : 5;
        if (components.size() > most) {
            throw Refusal.form("components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and " + most + " in length.");
        }
        Set<String> customIds = new HashSet<>();
        int number = 0;
        for (JsonNode component : components) {
            String path = "components." + number++;
            if (component.path("type").asInt() == ROW) {
                row(path, component, customIds);
            } else if (!secondVersion) {
                throw Refusal.form(
                        path + ".type", "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (1,).");
            }
        }
        return ((ArrayNode) components).deepCopy();
    }

    private static void row(String path, JsonNode row, Set<String> customIds) {
        JsonNode inside = row.path("components");
        if (inside.isEmpty() || inside.size() > 5) {
            throw Refusal.form(path + ".components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
        }
        int number = 0;
        for (JsonNode component : inside) {
            String at = path + ".components." + number++;
            int type = component.path("type").asInt();
            if (type == BUTTON) {
                button(at, component, customIds);
            } else if (type >= STRING_SELECT && type <= CHANNEL_SELECT && type != 4) {
                if (inside.size() > 1) {
                    throw Refusal.form(
                            path,
                            "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
                            "The specified component exceeds the maximum width");
                }
                select(at, component, customIds);
            } else {
                throw Refusal.form(
                        at + ".type",
                        "UNION_TYPE_CHOICES",
                        "Value of field \"type\" must be one of (2, 3, 5, 6, 7, 8).");
            }
        }
    }

    private static void button(String path, JsonNode button, Set<String> customIds) {
        MessageForm.length(path + ".label", button.path("label").asText(""), 80);
        if (!button.hasNonNull("label") && !button.hasNonNull("emoji")) {
            throw Refusal.form(path, "BUTTON_COMPONENT_INVALID", "A button needs a label or an emoji");
        }
        if (button.path("style").asInt() == LINK) {
            MessageForm.required(path + ".url", button.path("url"), 512);
            if (button.has("custom_id")) {
                throw Refusal.form(
                        path,
                        "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
                        "A custom id and url cannot both be specified");
            }
        } else {
            customId(path, button, customIds);
        }
    }

    private static void select(String path, JsonNode select, Set<String> customIds) {
        customId(path, select, customIds);
        MessageForm.length(path + ".placeholder", select.path("placeholder").asText(""), 150);
        if (select.path("type").asInt() != STRING_SELECT) {
            return;
        }
        JsonNode options = select.path("options");
        if (options.isEmpty() || options.size() > 25) {
            throw Refusal.form(path + ".options", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 25 in length.");
        }
        Set<String> values = new HashSet<>();
        int number = 0;
        for (JsonNode option : options) {
            String at = path + ".options." + number++;
            MessageForm.required(at + ".label", option.path("label"), 100);
            MessageForm.required(at + ".value", option.path("value"), 100);
            MessageForm.length(at + ".description", option.path("description").asText(""), 100);
            if (!values.add(option.path("value").asText())) {
                throw Refusal.form(
                        at + ".value",
                        "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                        "The specified option value is already used");
            }
        }
    }

    private static void customId(String path, JsonNode component, Set<String> customIds) {
        MessageForm.required(path + ".custom_id", component.path("custom_id"), 100);
        if (!customIds.add(component.path("custom_id").asText())) {
            throw Refusal.form(
                    path + ".custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        }
    }
}
