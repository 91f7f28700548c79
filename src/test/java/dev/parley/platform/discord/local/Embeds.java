package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;

/** Discord's limits on embeds. */
final class Embeds {
    private static final int ALL_TOGETHER = 6000;

    private Embeds() {}

    static ArrayNode checked(JsonNode embeds, int most) {
        ArrayNode checked = Json.array();
        if (embeds.size() > most) {
            throw Refusal.form("embeds", "BASE_TYPE_MAX_LENGTH", "Must be " + most + " or fewer in length.");
        }
        int together = 0;
        for (JsonNode embed : embeds) {
            together += check("embeds." + checked.size(), embed);
            checked.add(((ObjectNode) embed.deepCopy()).put("type", "rich"));
        }
        if (together > ALL_TOGETHER) {
            throw Refusal.form("embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000");
        }
        return checked;
    }

    private static int check(String path, JsonNode embed) {
        JsonNode fields = embed.path("fields");
        if (fields.size() > 25) {
            throw Refusal.form(path + ".fields", "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.");
        }
        int length = text(path + ".title", embed.path("title"), 256)
                + text(path + ".description", embed.path("description"), 4096)
                + text(path + ".footer.text", embed.path("footer").path("text"), 2048)
                + text(path + ".author.name", embed.path("author").path("name"), 256);
        int number = 0;
        for (JsonNode field : fields) {
            String at = path + ".fields." + number++;
            MessageForm.required(at + ".name", field.path("name"), 256);
            MessageForm.required(at + ".value", field.path("value"), 1024);
            length += text(at, field.path("name"), 256) + text(at, field.path("value"), 1024);
        }
        return length;
    }

    private static int text(String path, JsonNode text, int most) {
        String words = text.asText("");
        MessageForm.length(path, words, most);
        return words.codePointCount(0, words.length());
    }
}
