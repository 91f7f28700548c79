package dev.parley.platform.slack.talk;

import com.google.gson.JsonObject;
import dev.parley.platform.Card;
import dev.parley.platform.Form;
import dev.parley.platform.Letters;
import dev.parley.platform.slack.wire.SlackPhrase;
import dev.parley.platform.slack.wire.SlackText;
import dev.parley.platform.talk.Dialog;
import dev.parley.platform.talk.Saying;
import dev.parley.voice.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Modals and the App Home as Slack is told them. */
final class Views {
    private static final int MOST_BLOCKS = 100;

    private final Voice voice;

    Views(Voice voice) {
        this.voice = voice;
    }

    /**
     * A modal in which something is written.
     *
     * @param question what it is about, once that is known
     */
    JsonObject dialog(Dialog dialog, Optional<Card.Asked> question) {
        List<JsonObject> blocks = new ArrayList<>();
        question.ifPresent(one -> blocks.add(SlackText.beginning(one.text()).block()));
        for (Form.Field field : dialog.fields()) {
            blocks.add(Kit.field(field, field == dialog.fields().getFirst()));
        }
        JsonObject view = modal(dialog.title(), blocks);
        view.add("submit", Kit.plain(dialog.send().orElseGet(() -> label(SlackPhrase.WINDOW_SEND))));
        view.addProperty("private_metadata", dialog.wish().toString());
        return view;
    }

    /** A modal that says something. */
    JsonObject saying(Saying saying) {
        return window(Rendering.blocks(saying));
    }

    /** A modal that says that something will come. */
    JsonObject waiting() {
        return saying(Saying.of(voice.say(SlackPhrase.WINDOW_WAIT)));
    }

    /** A modal of such blocks. */
    JsonObject window(List<JsonObject> blocks) {
        return modal(label(SlackPhrase.WINDOW_TITLE), blocks);
    }

    /** The App Home. */
    JsonObject home(List<JsonObject> blocks) {
        return view("home", blocks);
    }

    private JsonObject modal(String title, List<JsonObject> blocks) {
        JsonObject view = view("modal", blocks);
        view.add("title", Kit.plain(title));
        view.add("close", Kit.plain(label(SlackPhrase.WINDOW_CLOSE)));
        return view;
    }

    private static JsonObject view(String type, List<JsonObject> blocks) {
        JsonObject view = Kit.of(type);
        view.add("blocks", Kit.array(blocks.subList(0, Math.min(blocks.size(), MOST_BLOCKS))));
        return view;
    }

    private String label(SlackPhrase phrase) {
        return Letters.shortened(voice.say(phrase), Rendering.LIMITS.title());
    }
}
