package dev.parley.platform.slack.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What people see of a block of {@code rich_text}: nothing in a run of text is read as anything else. */
final class Shown {
    private Shown() {}

    static String of(JsonObject block) {
        return joined(block, "\n");
    }

    private static String joined(JsonObject parent, String between) {
        return StreamSupport.stream(parent.getAsJsonArray("elements").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .map(Shown::element)
                .collect(Collectors.joining(between));
    }

    private static String element(JsonObject element) {
        return switch (element.get("type").getAsString()) {
            case "rich_text_section" -> joined(element, "");
            case "rich_text_quote" -> "> " + joined(element, "").replace("\n", "\n> ");
            case "rich_text_list" -> "- " + joined(element, "\n- ");
            case "text" -> element.get("text").getAsString();
            case "link" -> element.get(element.has("text") ? "text" : "url").getAsString();
            case "channel" -> "#" + element.get("channel_id").getAsString();
            case "date" -> element.get("format").getAsString();
            default -> throw new AssertionError("nothing that we write: " + element);
        };
    }
}
