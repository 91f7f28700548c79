package dev.parley.platform.slack.talk;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.parley.platform.Letters;
import dev.parley.platform.slack.wire.SlackText;
import dev.parley.platform.talk.Limits;
import dev.parley.platform.talk.Row;
import dev.parley.platform.talk.Saying;
import java.util.ArrayList;
import java.util.List;

/** Sayings as Slack is told them, in messages or in a view. */
final class Rendering {
    /** Those of the reference of Block Kit; of buttons more would fit, but five are one line. */
    static final Limits LIMITS = new Limits(75, 75, 150, 24, 150, 3_000, 5, 10, 100, 4);

    private Rendering() {}

    /**
     * One message.
     *
     * @param below what stands under the words
     */
    record Shown(SlackText.Part words, JsonArray below) {

        /** All of it. */
        JsonArray blocks() {
            JsonArray all = new JsonArray();
            all.add(words.block());
            all.addAll(below);
            return all;
        }
    }

    /** The messages of a saying, one at least. */
    static List<Shown> messages(Saying saying) {
        List<SlackText.Part> parts = parts(saying);
        List<Shown> messages = new ArrayList<>();
        for (int at = 0; at < parts.size(); at++) {
            boolean last = at == parts.size() - 1;
            messages.add(new Shown(parts.get(at), last ? rows(saying.rows()) : new JsonArray()));
        }
        return messages;
    }

    /** A saying as a part of a view. */
    static List<JsonObject> blocks(Saying saying) {
        List<JsonObject> blocks = new ArrayList<>();
        parts(saying).forEach(part -> blocks.add(part.block()));
        saying.rows().forEach(row -> blocks.add(row(row)));
        return blocks;
    }

    private static List<SlackText.Part> parts(Saying saying) {
        List<SlackText.Part> parts = new ArrayList<>(
                saying.brief() ? List.of(SlackText.beginning(saying.text())) : SlackText.parts(saying.text()));
        saying.typed().ifPresent(typed -> givenBack(typed, parts));
        return parts;
    }

    private static void givenBack(String typed, List<SlackText.Part> parts) {
        StringBuilder part = new StringBuilder();
        for (String letter : Letters.of(typed)) {
            if (part.length() + letter.length() > SlackText.LONGEST) {
                parts.add(letterByLetter(part));
            }
            part.append(letter);
        }
        if (!part.isEmpty()) {
            parts.add(letterByLetter(part));
        }
    }

    private static SlackText.Part letterByLetter(StringBuilder words) {
        String part = words.toString();
        words.setLength(0);
        return new SlackText.Part(Kit.preformatted(part), SlackText.escaped(part));
    }

    private static JsonArray rows(List<Row> rows) {
        return Kit.array(rows.stream().map(Rendering::row).toList());
    }

    private static JsonObject row(Row row) {
        return switch (row) {
            case Row.Buttons(List<Row.Button> buttons) ->
                Kit.row(buttons.stream().map(Rendering::button).toList());
            case Row.Menu menu ->
                Kit.row(List.of(Kit.menu(
                        menu.wish().toString(),
                        menu.placeholder(),
                        menu.options().stream()
                                .map(option -> Kit.option(option.value(), option.label()))
                                .toList())));
            case Row.People people -> Kit.row(List.of(Kit.people(people.wish().toString(), people.placeholder())));
        };
    }

    static JsonObject button(Row.Button button) {
        String style = switch (button.style()) {
            case PRIMARY, SUCCESS -> "primary";
            case DANGER -> "danger";
            case SECONDARY -> "";
        };
        return Kit.button(button.wish().toString(), button.label(), style);
    }
}
