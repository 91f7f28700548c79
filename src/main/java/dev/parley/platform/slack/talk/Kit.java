package dev.parley.platform.slack.talk;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.parley.platform.Form;
import java.util.Collection;
import java.util.List;

/** Pieces of Block Kit. Words in them are plain: nothing in them is markup or a mention. */
final class Kit {
    private static final String TYPE = "type";

    private Kit() {}

    static JsonObject plain(String words) {
        JsonObject text = of("plain_text");
        text.addProperty("text", words);
        text.addProperty("emoji", true);
        return text;
    }

    /** A header takes 150. */
    static JsonObject header(String words) {
        JsonObject header = of("header");
        header.add("text", plain(words));
        return header;
    }

    static JsonObject divider() {
        return of("divider");
    }

    static JsonObject row(Collection<JsonObject> elements) {
        JsonObject row = of("actions");
        row.add("elements", array(elements));
        return row;
    }

    /**
     * A button.
     *
     * @param style {@code primary}, {@code danger} or empty
     */
    static JsonObject button(String mark, String words, String style) {
        JsonObject button = of("button");
        button.addProperty("action_id", mark);
        button.add("text", plain(words));
        if (!style.isEmpty()) {
            button.addProperty("style", style);
        }
        return button;
    }

    static JsonObject menu(String mark, String placeholder, List<JsonObject> options) {
        JsonObject menu = of("static_select");
        menu.addProperty("action_id", mark);
        menu.add("placeholder", plain(placeholder));
        menu.add("options", array(options));
        return menu;
    }

    static JsonObject option(String value, String words) {
        JsonObject option = new JsonObject();
        option.add("text", plain(words));
        option.addProperty("value", value);
        return option;
    }

    static JsonObject people(String mark, String placeholder) {
        JsonObject menu = of("users_select");
        menu.addProperty("action_id", mark);
        menu.add("placeholder", plain(placeholder));
        return menu;
    }

    /**
     * A field in which something is written.
     *
     * @param first whether it is the one to begin with
     */
    static JsonObject field(Form.Field field, boolean first) {
        JsonObject element = of("plain_text_input");
        element.addProperty("action_id", field.name());
        element.addProperty("multiline", field.longer());
        element.addProperty("focus_on_load", first);
        element.addProperty("max_length", field.most());
        if (!field.value().isEmpty()) {
            element.addProperty("initial_value", field.value());
        }
        JsonObject input = of("input");
        input.addProperty("block_id", field.name());
        input.addProperty("optional", !field.required());
        input.add("label", plain(field.label()));
        input.add("element", element);
        return input;
    }

    /** Words letter by letter, to copy. */
    static JsonObject preformatted(String words) {
        JsonObject text = of("text");
        text.addProperty("text", words);
        JsonObject part = of("rich_text_preformatted");
        part.add("elements", array(List.of(text)));
        JsonObject block = of("rich_text");
        block.add("elements", array(List.of(part)));
        return block;
    }

    static JsonArray array(Collection<? extends JsonElement> elements) {
        JsonArray all = new JsonArray();
        elements.forEach(all::add);
        return all;
    }

    static JsonObject of(String type) {
        JsonObject object = new JsonObject();
        object.addProperty(TYPE, type);
        return object;
    }
}
