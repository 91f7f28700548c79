package dev.parley.platform.slack.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.parley.platform.Outgoing;
import dev.parley.voice.Voice;
import java.util.Optional;

/**
 * What stands under messages of ours, and what the buttons there are marked with: {@code action_id} says what is wished, {@code value}
 * about what. Whoever presses one may be anybody and long after.
 */
public final class Marks {
    /** Opens the dialog for an answer; the value is the key of the question's post. */
    public static final String ANSWER = "answer";

    /** Says where the chat stands; the value is the key of the post, or {@link #CARD}. */
    public static final String WHERE = "where";

    /** The value of the button under the card that is kept in sight. */
    public static final String CARD = "in sight";

    private final Voice voice;

    public Marks(Voice voice) {
        this.voice = voice;
    }

    /** The buttons under a post, if it has any. */
    public Optional<JsonObject> under(Outgoing post) {
        return switch (post.tone()) {
            case QUESTION ->
                Optional.of(row(
                        primary(button(ANSWER, post.key(), SlackPhrase.ANSWER)),
                        button(WHERE, post.key(), SlackPhrase.WHERE)));
            case PLAIN, RECAP -> Optional.empty();
        };
    }

    /** The button under the card. */
    public JsonObject underCard() {
        return row(button(WHERE, CARD, SlackPhrase.WHERE));
    }

    /** Whether a message is a card that was kept in sight. */
    public static boolean isCard(JsonObject message) {
        return rows(message).toString().contains("\"value\":\"" + CARD + "\"");
    }

    private static JsonArray rows(JsonObject message) {
        JsonArray rows = new JsonArray();
        for (JsonElement block : blocks(message)) {
            if (isOf("actions", block)) {
                rows.add(block);
            }
        }
        return rows;
    }

    /** The blocks of a message. */
    public static JsonArray blocks(JsonObject message) {
        return message.get("blocks") instanceof JsonArray blocks ? blocks : new JsonArray();
    }

    public static boolean isOf(String type, JsonElement block) {
        return block instanceof JsonObject object && Reader.text(object, "type").equals(type);
    }

    private static JsonObject row(JsonObject... buttons) {
        JsonArray elements = new JsonArray();
        for (JsonObject button : buttons) {
            elements.add(button);
        }
        JsonObject row = new JsonObject();
        row.addProperty("type", "actions");
        row.add("elements", elements);
        return row;
    }

    private static JsonObject primary(JsonObject button) {
        button.addProperty("style", "primary");
        return button;
    }

    private JsonObject button(String name, String value, SlackPhrase phrase) {
        JsonObject text = new JsonObject();
        text.addProperty("type", "plain_text");
        text.addProperty("text", voice.say(phrase));
        JsonObject button = new JsonObject();
        button.addProperty("type", "button");
        button.addProperty("action_id", name);
        button.addProperty("value", value);
        button.add("text", text);
        return button;
    }
}
