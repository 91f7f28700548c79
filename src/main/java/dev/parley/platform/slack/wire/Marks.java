package dev.parley.platform.slack.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.parley.platform.Choice;
import dev.parley.platform.Letters;
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

    /** The longest label of a button. */
    private static final int LABEL = 75;

    private final Voice voice;

    public Marks(Voice voice) {
        this.voice = voice;
    }

    /** The buttons under a post, if it has any. */
    public Optional<JsonObject> under(Outgoing post) {
        return switch (post.tone()) {
            case QUESTION ->
                Optional.of(row(
                        styled(button(ANSWER, post.key(), SlackPhrase.ANSWER), "primary"),
                        button(WHERE, post.key(), SlackPhrase.WHERE)));
            case PLAIN, RECAP -> choices(post);
        };
    }

    /** Ten at most, and Slack takes 25 in a row. */
    private static Optional<JsonObject> choices(Outgoing post) {
        return post.choices().isEmpty()
                ? Optional.empty()
                : Optional.of(row(post.choices().stream().map(Marks::button).toArray(JsonObject[]::new)));
    }

    private static JsonObject button(Choice choice) {
        JsonObject button = button(choice.mark(), Letters.shortened(choice.label(), LABEL));
        return switch (choice.style()) {
            case MAIN -> styled(button, "primary");
            case OTHER -> button;
            case ENDING -> styled(button, "danger");
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
        return Reader.array(message, "blocks");
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

    private static JsonObject styled(JsonObject button, String style) {
        button.addProperty("style", style);
        return button;
    }

    private JsonObject button(String name, String value, SlackPhrase phrase) {
        JsonObject button = button(name, voice.say(phrase));
        button.addProperty("value", value);
        return button;
    }

    private static JsonObject button(String name, String label) {
        JsonObject text = new JsonObject();
        text.addProperty("type", "plain_text");
        text.addProperty("text", label);
        JsonObject button = new JsonObject();
        button.addProperty("type", "button");
        button.addProperty("action_id", name);
        button.add("text", text);
        return button;
    }
}
