package dev.parley.platform.discord;

import dev.parley.conversation.MessageId;
import dev.parley.platform.Card;
import dev.parley.platform.Mine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;

/** How one's own answers look: page by page, and one by one. */
final class MineViews {
    static final int PAGE = 8;
    private static final int EXCERPT = 80;
    private static final int LABEL = 100;
    private static final int BUTTON = 80;
    private static final int WHOLE = 1_400;

    private final Wording wording;
    private final Choices choices;

    MineViews(Wording wording, Choices choices) {
        this.wording = wording;
        this.choices = choices;
    }

    /** Where a message was filed, in words. */
    static String filed(Wording wording, Mine one) {
        if (one.questions().isEmpty()) {
            return Wording.within(one.kind(), LABEL);
        }
        return one.questions().stream()
                .map(number -> wording.say(CommandPhrase.FILED_QUESTION, "number", number.toString()))
                .collect(Collectors.joining(", "));
    }

    /**
     * A page of what is mine, the latest first.
     *
     * @param room the room that it is about; empty for all
     * @param page counted from 0; the last one where there are not so many
     */
    Saying list(List<Mine> mine, String room, int page) {
        if (mine.isEmpty()) {
            return Saying.of(wording.say(CommandPhrase.MINE_NOTHING)).with(List.of(ActionRow.of(erase(room))));
        }
        List<Mine> latest = mine.reversed();
        int pages = (mine.size() + PAGE - 1) / PAGE;
        int shown = Math.clamp(page, 0, pages - 1);
        int from = shown * PAGE;
        List<Mine> part = latest.subList(from, Math.min(latest.size(), from + PAGE));
        List<ActionRow> rows = new ArrayList<>();
        rows.add(menu(part, room, shown, from));
        rows.add(ActionRow.of(turning(room, shown, pages)));
        return Saying.of(text(mine, part, shown, pages, from)).with(rows);
    }

    private String text(List<Mine> mine, List<Mine> part, int shown, int pages, int from) {
        List<String> lines = new ArrayList<>();
        lines.add(wording.say(
                CommandPhrase.MINE_TITLE, "page", Integer.toString(shown + 1), "pages", Integer.toString(pages)));
        if (!mine.stream().allMatch(Mine::sure)) {
            lines.add(wording.say(CommandPhrase.MINE_DOUBTS));
        }
        for (int at = 0; at < part.size(); at++) {
            lines.add(line(part.get(at), from + at + 1));
        }
        return DiscordText.shortened(String.join("\n", lines), Posts.LONGEST);
    }

    private String line(Mine one, int number) {
        return wording.say(
                one.sure() ? CommandPhrase.MINE_LINE : CommandPhrase.MINE_LINE_GUESS,
                "number",
                Integer.toString(number),
                "filed",
                filed(wording, one),
                "text",
                Wording.excerpt(one.text(), EXCERPT));
    }

    private ActionRow menu(List<Mine> part, String room, int page, int from) {
        List<SelectOption> options = new ArrayList<>();
        for (int at = 0; at < part.size(); at++) {
            MessageId message = part.get(at).message();
            String words = (from + at + 1) + ". " + part.get(at).text().strip().replaceAll("\\s+", " ");
            options.add(SelectOption.of(
                    DiscordText.shortened(words, LABEL), message.room().id() + "." + message.id()));
        }
        return ActionRow.of(StringSelectMenu.create(new CustomId("pick", room, "" + page).toString())
                .setPlaceholder(Wording.label(wording.say(CommandPhrase.MINE_MENU), LABEL))
                .addOptions(options)
                .build());
    }

    private List<Button> turning(String room, int page, int pages) {
        List<Button> buttons = new ArrayList<>();
        if (page + 1 < pages) {
            buttons.add(button("mine", room, "" + (page + 1), CommandPhrase.MINE_EARLIER));
        }
        if (page > 0) {
            buttons.add(button("mine", room, "" + (page - 1), CommandPhrase.MINE_LATER));
        }
        buttons.add(erase(room));
        return buttons;
    }

    private Button erase(String room) {
        return button("erase", room, "ask", CommandPhrase.ERASE);
    }

    /** One message whole, with what can be done with it. */
    Saying one(Mine one, Optional<Card> card, String notice) {
        MessageId message = one.message();
        String filed = wording.say(
                one.sure() ? CommandPhrase.MINE_ONE : CommandPhrase.MINE_ONE_GUESS, "filed", filed(wording, one));
        String words = Wording.escaped(DiscordText.shortened(one.text(), WHOLE / 2));
        String quoted = words.lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
        List<ActionRow> rows = new ArrayList<>(choices.places(card, message));
        rows.add(ActionRow.of(buttons(one)));
        String text = (notice.isEmpty() ? "" : notice + "\n\n") + filed + "\n" + quoted;
        return Saying.of(DiscordText.shortened(text, Posts.LONGEST)).with(rows);
    }

    private List<Button> buttons(Mine one) {
        String room = one.message().room().id();
        String id = one.message().id();
        List<Button> buttons = new ArrayList<>();
        if (!one.sure() && one.questions().size() == 1) {
            String mark = new CustomId("right", room, id).toString();
            buttons.add(Button.success(mark, label(CommandPhrase.MINE_RIGHT)));
        }
        buttons.add(Button.danger(new CustomId("take", room, id).toString(), label(CommandPhrase.MINE_DELETE)));
        buttons.add(button("mine", room, "0", CommandPhrase.MINE_BACK));
        return buttons;
    }

    /** Asks whether it is meant. */
    Saying askErase(String room) {
        return Saying.of(wording.say(CommandPhrase.ERASE_TITLE))
                .with(List.of(ActionRow.of(
                        Button.danger(new CustomId("erase", room, "yes").toString(), label(CommandPhrase.ERASE_YES)),
                        button("mine", room, "0", CommandPhrase.ERASE_NO))));
    }

    private Button button(String name, String room, String detail, CommandPhrase phrase) {
        return Button.secondary(new CustomId(name, room, detail).toString(), label(phrase));
    }

    private String label(CommandPhrase phrase) {
        return Wording.label(wording.say(phrase), BUTTON);
    }
}
