package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a bot may put into a message, with Discord's limits; lengths are in code points. */
final class MessageForm {
    private static final int CONTENT = 2000;
    private static final int EMBEDS = 10;
    private static final int FILES = 10;
    private static final int LARGEST_FILES = 10 << 20;
    private static final int SETTABLE_FLAGS =
            MessageRecord.SUPPRESS_EMBEDS | MessageRecord.EPHEMERAL | MessageRecord.COMPONENTS_V2 | 1 << 12; // silent
    private final World world;

    MessageForm(World world) {
        this.world = world;
    }

    /** Puts what a form says into a message; what it does not speak of stays. */
    void fill(MessageRecord message, RestCall call, JsonNode form) {
        JsonNode content = form.path("content");
        if (!content.isMissingNode()) {
            String text = content.isNull() ? "" : content.asText().strip();
            length("content", text, CONTENT);
            message.content = text;
        }
        if (form.has("embeds")) {
            message.embeds = Embeds.checked(form.path("embeds"), EMBEDS);
        }
        int flags = form.path("flags").asInt(0);
        if (form.has("components")) {
            boolean second = ((flags | message.flags) & MessageRecord.COMPONENTS_V2) != 0;
            message.components = numbered(Components.checked(form.path("components"), second));
        }
        message.flags = message.flags & ~SETTABLE_FLAGS
                | (form.has("flags") ? flags & SETTABLE_FLAGS : message.flags & SETTABLE_FLAGS);
        message.attachments = attachments(message, call.files(), form.path("attachments"));
        Mentions.ofBot(message, form.path("allowed_mentions"));
        if (isEmpty(message)) {
            throw new Refusal(400, 50006, "Cannot send an empty message");
        }
    }

    private static boolean isEmpty(MessageRecord message) {
        return message.content.isEmpty()
                && message.embeds.isEmpty()
                && message.components.isEmpty()
                && message.attachments.isEmpty();
    }

    /** Components as Discord gives them back: each with a number. */
    private static ArrayNode numbered(ArrayNode components) {
        int[] next = {1};
        number(components, next);
        return components;
    }

    private static void number(JsonNode node, int[] next) {
        for (JsonNode component : node) {
            if (component instanceof ObjectNode object && object.has("type")) {
                if (object.path("id").asInt(0) == 0) {
                    object.put("id", next[0]);
                }
                next[0]++;
                number(object.path("components"), next);
                if (object.has("accessory")) {
                    number(Json.array().add(object.get("accessory")), next);
                }
            }
        }
    }

    /** Files that stay (named by id in the form) and files that come. */
    private List<Attachment> attachments(MessageRecord message, Map<Integer, RestCall.Upload> files, JsonNode form) {
        List<Attachment> all = new ArrayList<>();
        if (form.isMissingNode() || form.isNull()) {
            all.addAll(message.attachments);
        } else {
            message.attachments.stream().filter(kept -> names(form, kept.id())).forEach(all::add);
        }
        int size = 0;
        for (Map.Entry<Integer, RestCall.Upload> file : files.entrySet()) {
            size += file.getValue().bytes().length;
            JsonNode described = described(form, file.getKey());
            all.add(new Attachment(
                    world.ids.next(),
                    described.path("filename").asText(file.getValue().name()),
                    described.path("description").asText(""),
                    file.getValue().bytes()));
        }
        if (size > LARGEST_FILES) {
            throw new Refusal(413, 40005, "Request entity too large");
        }
        if (all.size() > FILES) {
            throw Refusal.form("attachments", "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length.");
        }
        return all;
    }

    private static boolean names(JsonNode form, long id) {
        for (JsonNode one : form) {
            if (one.path("id").asText().equals(Long.toString(id))) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode described(JsonNode form, int number) {
        for (JsonNode one : form) {
            if (one.path("id").asText().equals(Integer.toString(number))) {
                return one;
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    static void length(String path, String text, int most) {
        if (text.codePointCount(0, text.length()) > most) {
            throw Refusal.form(path, "BASE_TYPE_MAX_LENGTH", "Must be " + most + " or fewer in length.");
        }
    }

    static void required(String path, JsonNode value, int most) {
        if (value.asText("").isBlank()) {
            throw Refusal.form(path, "BASE_TYPE_REQUIRED", "This field is required");
        }
        length(path, value.asText(), most);
    }
}
