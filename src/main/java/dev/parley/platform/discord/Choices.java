package dev.parley.platform.discord;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Card;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;

/** Menus of questions and of places where a message can be filed. */
final class Choices {
    private static final int IN_A_MENU = 25;
    private static final int MENUS = 4;
    private static final int LABEL = 100;

    private final Wording wording;

    Choices(Wording wording) {
        this.wording = wording;
    }

    /** A question as one line without markup. */
    String line(Card.Asked question) {
        return DiscordText.shortened(
                wording.say(
                        CommandPhrase.QUESTION_CHOICE,
                        "number",
                        Integer.toString(question.number()),
                        "text",
                        Wording.label(question.text(), LABEL)),
                LABEL);
    }

    /** What a wish is called. */
    String place(String wish) {
        return switch (wish) {
            case "intro" -> wording.say(CommandPhrase.PLACE_INTRO);
            case "final" -> wording.say(CommandPhrase.PLACE_FINAL);
            case "side" -> wording.say(CommandPhrase.PLACE_SIDE);
            default -> wording.say(CommandPhrase.FILED_QUESTION, "number", wish.substring(1));
        };
    }

    /** Where a message can be filed: the questions that were asked, and what is no answer. */
    List<ActionRow> places(Optional<Card> card, MessageId message) {
        List<SelectOption> places = new ArrayList<>();
        card.stream()
                .flatMap(one -> one.asked().stream())
                .sorted(Comparator.comparingInt(Card.Asked::number))
                .forEach(question -> places.add(SelectOption.of(line(question), "Q" + question.number())));
        places.add(place(CommandPhrase.PLACE_INTRO, "intro"));
        places.add(place(CommandPhrase.PLACE_FINAL, "final"));
        places.add(place(CommandPhrase.PLACE_SIDE, "side"));
        return menus("file", message.room().id(), message.id(), places, CommandPhrase.PLACE_MENU);
    }

    private SelectOption place(CommandPhrase phrase, String wish) {
        return SelectOption.of(Wording.label(wording.say(phrase), LABEL), wish);
    }

    /** Questions to jump to. */
    List<ActionRow> questions(RoomId room, List<Card.Asked> questions) {
        List<SelectOption> options = questions.stream()
                .map(question -> SelectOption.of(line(question), Integer.toString(question.number())))
                .toList();
        return menus("jump", room.id(), "", options, CommandPhrase.JUMP_TITLE);
    }

    /** As many menus as are needed, the last choices where there are too many. Each has a mark of its own. */
    private List<ActionRow> menus(
            String name, String room, String detail, List<SelectOption> all, CommandPhrase placeholder) {
        List<SelectOption> shown = all.subList(Math.max(0, all.size() - IN_A_MENU * MENUS), all.size());
        List<ActionRow> rows = new ArrayList<>();
        for (int from = 0; from < shown.size(); from += IN_A_MENU) {
            String mark = new CustomId(from == 0 ? name : name + from, room, detail).toString();
            rows.add(ActionRow.of(StringSelectMenu.create(mark)
                    .setPlaceholder(Wording.label(wording.say(placeholder), LABEL))
                    .addOptions(shown.subList(from, Math.min(shown.size(), from + IN_A_MENU)))
                    .build()));
        }
        return rows;
    }
}
