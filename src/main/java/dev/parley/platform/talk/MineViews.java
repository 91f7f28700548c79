package dev.parley.platform.talk;

import dev.parley.conversation.MessageId;
import dev.parley.platform.Card;
import dev.parley.platform.Mine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How one's own answers look: page by page, and one by one. */
final class MineViews {
    static final int PAGE = 8;
    private static final int EXCERPT = 80;
    private static final int KIND = 100;
    private static final int WHOLE = 700;

    private final Wording wording;
    private final Choices choices;
    private final Limits limits;

    MineViews(Wording wording, Choices choices, Limits limits) {
        this.wording = wording;
        this.choices = choices;
        this.limits = limits;
    }

    /** Where a message was filed, in words. */
    static String filed(Wording wording, Mine one) {
        if (one.questions().isEmpty()) {
            return Wording.within(one.kind(), KIND);
        }
        return one.questions().stream()
                .map(number -> wording.say(TalkPhrase.FILED_QUESTION, "number", number.toString()))
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
            return Saying.of(wording.say(TalkPhrase.MINE_NOTHING)).with(Row.of(erase(room)));
        }
        List<Mine> latest = mine.reversed();
        int pages = (mine.size() + PAGE - 1) / PAGE;
        int shown = Math.clamp(page, 0, pages - 1);
        int from = shown * PAGE;
        List<Mine> part = latest.subList(from, Math.min(latest.size(), from + PAGE));
        List<Row> rows = new ArrayList<>();
        rows.add(menu(part, room, shown, from));
        rows.addAll(choices.rows(turning(room, shown, pages)));
        return Saying.brief(text(mine, part, shown, pages, from)).with(rows);
    }

    private String text(List<Mine> mine, List<Mine> part, int shown, int pages, int from) {
        List<String> lines = new ArrayList<>();
        lines.add(wording.say(
                TalkPhrase.MINE_TITLE, "page", Integer.toString(shown + 1), "pages", Integer.toString(pages)));
        if (!mine.stream().allMatch(Mine::sure)) {
            lines.add(wording.say(TalkPhrase.MINE_DOUBTS));
        }
        lines.add("");
        for (int at = 0; at < part.size(); at++) {
            lines.add(line(part.get(at), from + at + 1));
        }
        return String.join("\n", lines);
    }

    private String line(Mine one, int number) {
        return wording.say(
                one.sure() ? TalkPhrase.MINE_LINE : TalkPhrase.MINE_LINE_GUESS,
                "number",
                Integer.toString(number),
                "filed",
                filed(wording, one),
                "text",
                Wording.excerpt(one.text(), EXCERPT));
    }

    private Row menu(List<Mine> part, String room, int page, int from) {
        List<Row.Option> options = new ArrayList<>();
        for (int at = 0; at < part.size(); at++) {
            MessageId message = part.get(at).message();
            String words = (from + at + 1) + ". " + part.get(at).text();
            options.add(new Row.Option(message.room().id() + "." + message.id(), Wording.line(words, limits.option())));
        }
        return choices.menu(new Wish("pick", room, "" + page), TalkPhrase.MINE_MENU, options);
    }

    private List<Row.Button> turning(String room, int page, int pages) {
        List<Row.Button> buttons = new ArrayList<>();
        if (page + 1 < pages) {
            buttons.add(button("mine", room, "" + (page + 1), TalkPhrase.MINE_EARLIER));
        }
        if (page > 0) {
            buttons.add(button("mine", room, "" + (page - 1), TalkPhrase.MINE_LATER));
        }
        buttons.add(erase(room));
        return buttons;
    }

    private Row.Button erase(String room) {
        return button("erase", room, "ask", TalkPhrase.ERASE);
    }

    /** One message whole, with what can be done with it. */
    Saying one(Mine one, Optional<Card> card, String notice) {
        MessageId message = one.message();
        String filed =
                wording.say(one.sure() ? TalkPhrase.MINE_ONE : TalkPhrase.MINE_ONE_GUESS, "filed", filed(wording, one));
        List<Row> rows = new ArrayList<>(choices.places(card, message));
        rows.addAll(choices.rows(buttons(one)));
        String text = (notice.isEmpty() ? "" : notice + "\n\n") + filed + "\n\n" + Wording.quoted(one.text(), WHOLE);
        return Saying.brief(text).with(rows);
    }

    private List<Row.Button> buttons(Mine one) {
        String room = one.message().room().id();
        String id = one.message().id();
        List<Row.Button> buttons = new ArrayList<>();
        if (!one.sure() && one.questions().size() == 1) {
            buttons.add(choices.button(Row.Style.SUCCESS, new Wish("right", room, id), TalkPhrase.MINE_RIGHT));
        }
        buttons.add(choices.button(Row.Style.DANGER, new Wish("take", room, id), TalkPhrase.MINE_DELETE));
        buttons.add(button("mine", room, "0", TalkPhrase.MINE_BACK));
        return buttons;
    }

    /** Asks whether it is meant. */
    Saying askErase(String room) {
        return Saying.of(wording.say(TalkPhrase.ERASE_TITLE))
                .with(Row.of(
                        choices.button(Row.Style.DANGER, new Wish("erase", room, "yes"), TalkPhrase.ERASE_YES),
                        button("mine", room, "0", TalkPhrase.ERASE_NO)));
    }

    private Row.Button button(String name, String room, String detail, TalkPhrase phrase) {
        return choices.button(Row.Style.SECONDARY, new Wish(name, room, detail), phrase);
    }
}
