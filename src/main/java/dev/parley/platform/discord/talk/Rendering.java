package dev.parley.platform.discord.talk;

import dev.parley.platform.Form;
import dev.parley.platform.Letters;
import dev.parley.platform.discord.wire.Bodies;
import dev.parley.platform.discord.wire.DiscordText;
import dev.parley.platform.talk.Dialog;
import dev.parley.platform.talk.Limits;
import dev.parley.platform.talk.Row;
import dev.parley.platform.talk.Saying;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.EntitySelectMenu;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** Sayings and dialogs as Discord is told them. */
final class Rendering {
    /** Discord's own; four menus leave room for a row of buttons below them. */
    static final Limits LIMITS = new Limits(80, 100, 100, 45, 45, 4_000, 5, 5, 25, 4);

    private static final String FENCE = "```";
    private static final int IN_FENCES = Bodies.LONGEST - 20;

    private Rendering() {}

    /** The messages of a saying. Nothing stays under one that is not here. */
    static List<DataObject> bodies(Saying saying) {
        List<String> parts = parts(saying);
        List<DataObject> bodies = new ArrayList<>();
        for (int at = 0; at < parts.size(); at++) {
            List<ActionRow> rows = at == parts.size() - 1
                    ? saying.rows().stream().map(Rendering::row).toList()
                    : List.of();
            bodies.add(Bodies.saying(parts.get(at)).put("components", DataArray.fromCollection(rows)));
        }
        return bodies;
    }

    private static List<String> parts(Saying saying) {
        List<String> parts = new ArrayList<>(DiscordText.parts(saying.text(), Bodies.LONGEST));
        if (saying.brief() && parts.size() > 1) {
            return List.of(Letters.shortened(parts.getFirst() + "…", Bodies.LONGEST));
        }
        saying.typed().map(Rendering::fenced).ifPresent(parts::addAll);
        return parts;
    }

    /** Letter by letter, to copy. */
    private static List<String> fenced(String typed) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (String letter : Letters.of(typed.replace(FENCE, "`\u200b`\u200b`"))) {
            if (part.length() + letter.length() > IN_FENCES) {
                parts.add(fence(part));
            }
            part.append(letter);
        }
        parts.add(fence(part));
        return parts;
    }

    private static String fence(StringBuilder part) {
        String fenced = FENCE + "\n" + part + "\n" + FENCE;
        part.setLength(0);
        return fenced;
    }

    private static ActionRow row(Row row) {
        return switch (row) {
            case Row.Buttons(List<Row.Button> buttons) ->
                ActionRow.of(buttons.stream().map(Rendering::button).toList());
            case Row.Menu menu ->
                ActionRow.of(StringSelectMenu.create(menu.wish().toString())
                        .setPlaceholder(menu.placeholder())
                        .addOptions(menu.options().stream()
                                .map(option -> SelectOption.of(option.label(), option.value()))
                                .toList())
                        .build());
            case Row.People people ->
                ActionRow.of(EntitySelectMenu.create(people.wish().toString(), EntitySelectMenu.SelectTarget.USER)
                        .setPlaceholder(people.placeholder())
                        .build());
        };
    }

    private static Button button(Row.Button button) {
        ButtonStyle style = switch (button.style()) {
            case PRIMARY -> ButtonStyle.PRIMARY;
            case SECONDARY -> ButtonStyle.SECONDARY;
            case SUCCESS -> ButtonStyle.SUCCESS;
            case DANGER -> ButtonStyle.DANGER;
        };
        return Button.of(style, button.wish().toString(), button.label());
    }

    /** A dialog. Discord has words of its own for the button that sends it off. */
    static Modal dialog(Dialog dialog) {
        List<Label> fields = dialog.fields().stream()
                .map(field -> Label.of(field.label(), input(field)))
                .toList();
        return Modal.create(dialog.wish().toString(), dialog.title())
                .addComponents(fields)
                .build();
    }

    private static TextInput input(Form.Field field) {
        TextInputStyle style = field.longer() ? TextInputStyle.PARAGRAPH : TextInputStyle.SHORT;
        return TextInput.create(field.name(), style)
                .setRequired(field.required())
                .setMaxLength(field.most())
                .setValue(field.value().isEmpty() ? null : field.value())
                .build();
    }
}
