package dev.parley.platform.talk;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Card;
import dev.parley.platform.Choice;
import dev.parley.platform.Form;
import dev.parley.platform.Letters;
import dev.parley.platform.Note;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Buttons and menus: those of questions, and of places where a message can be filed. */
final class Choices {
    private final Wording wording;
    private final Limits limits;

    Choices(Wording wording, Limits limits) {
        this.wording = wording;
        this.limits = limits;
    }

    Row.Button button(Row.Style style, Wish wish, TalkPhrase phrase) {
        return button(style, wish, wording.say(phrase));
    }

    Row.Button button(Row.Style style, Wish wish, String markdown) {
        return new Row.Button(wish, style, Wording.label(markdown, limits.button()));
    }

    /** As many rows as these need. */
    List<Row> rows(List<Row.Button> buttons) {
        return rows(buttons, limits.buttons());
    }

    private static List<Row> rows(List<Row.Button> buttons, int most) {
        List<Row> rows = new ArrayList<>();
        for (int from = 0; from < buttons.size(); from += most) {
            rows.add(new Row.Buttons(buttons.subList(from, Math.min(buttons.size(), from + most))));
        }
        return rows;
    }

    /** What a person can do with what they were told. */
    List<Row> of(Note note) {
        List<Row.Button> buttons = note.choices().stream()
                .map(choice -> new Row.Button(
                        Wish.of(choice.mark()),
                        style(choice.style()),
                        Letters.shortened(choice.label(), limits.button())))
                .toList();
        return rows(buttons, limits.choices());
    }

    private static Row.Style style(Choice.Style style) {
        return switch (style) {
            case MAIN -> Row.Style.PRIMARY;
            case OTHER -> Row.Style.SECONDARY;
            case ENDING -> Row.Style.DANGER;
        };
    }

    /** A dialog with one field for as much text as the platform takes. */
    Dialog dialog(Wish wish, String title, TalkPhrase label) {
        String over = Wording.label(wording.say(label), limits.field());
        Form.Field field = new Form.Field(Dialog.TEXT, over, "", true, true, limits.typed());
        return new Dialog(wish, Wording.label(title, limits.title()), Optional.empty(), List.of(field));
    }

    /** The dialog of a form; empty where it holds more to begin with than the platform takes, of which some would be lost. */
    Optional<Dialog> dialog(Form form) {
        if (form.fields().stream().anyMatch(field -> field.value().length() > limits.typed())) {
            return Optional.empty();
        }
        return Optional.of(new Dialog(
                new Wish(Choice.FORM_MARK, "", form.meaning()),
                Letters.shortened(form.title(), limits.title()),
                Optional.of(Letters.shortened(form.send(), limits.title())),
                form.fields().stream().map(this::fitting).toList()));
    }

    /** What it holds already stays, whatever else it is to take. */
    private Form.Field fitting(Form.Field field) {
        int most = Math.min(field.most(), limits.typed());
        return new Form.Field(
                field.name(),
                Letters.shortened(field.label(), limits.field()),
                field.value(),
                field.longer(),
                field.required(),
                Math.max(field.value().length(), most));
    }

    /** A question as one line without markup. */
    String line(Card.Asked question) {
        String line = wording.say(
                TalkPhrase.QUESTION_CHOICE,
                "number",
                Integer.toString(question.number()),
                "text",
                Wording.label(question.text(), limits.option()));
        return Letters.shortened(line, limits.option());
    }

    /** What a wish for a place is called. */
    String place(String wish) {
        return switch (wish) {
            case "intro" -> wording.say(TalkPhrase.PLACE_INTRO);
            case "final" -> wording.say(TalkPhrase.PLACE_FINAL);
            case "side" -> wording.say(TalkPhrase.PLACE_SIDE);
            default -> wording.say(TalkPhrase.FILED_QUESTION, "number", wish.substring(1));
        };
    }

    /** Where a message can be filed: the questions that were asked, and what is no answer. */
    List<Row> places(Optional<Card> card, MessageId message) {
        List<Row.Option> places = new ArrayList<>();
        card.stream()
                .flatMap(one -> one.asked().stream())
                .sorted(Comparator.comparingInt(Card.Asked::number))
                .forEach(question -> places.add(new Row.Option("Q" + question.number(), line(question))));
        places.add(option("intro", TalkPhrase.PLACE_INTRO));
        places.add(option("final", TalkPhrase.PLACE_FINAL));
        places.add(option("side", TalkPhrase.PLACE_SIDE));
        return menus("file", message.room().id(), message.id(), places, TalkPhrase.PLACE_MENU);
    }

    private Row.Option option(String value, TalkPhrase phrase) {
        return new Row.Option(value, Wording.label(wording.say(phrase), limits.option()));
    }

    /** Questions to jump to. */
    List<Row> questions(RoomId room, List<Card.Asked> questions) {
        List<Row.Option> options = questions.stream()
                .map(question -> new Row.Option(Integer.toString(question.number()), line(question)))
                .toList();
        return menus("jump", room.id(), "", options, TalkPhrase.JUMP_TITLE);
    }

    /** One menu, which has all these options. */
    Row menu(Wish wish, TalkPhrase placeholder, List<Row.Option> options) {
        return new Row.Menu(wish, placeholder(placeholder), options);
    }

    Row people(Wish wish, TalkPhrase placeholder) {
        return new Row.People(wish, placeholder(placeholder));
    }

    private String placeholder(TalkPhrase phrase) {
        return Wording.label(wording.say(phrase), limits.placeholder());
    }

    /** As many menus as are needed, the last options where there are too many. Each has a mark of its own. */
    private List<Row> menus(String name, String room, String detail, List<Row.Option> all, TalkPhrase placeholder) {
        int most = limits.options() * limits.menus();
        List<Row.Option> shown = all.subList(Math.max(0, all.size() - most), all.size());
        List<Row> rows = new ArrayList<>();
        for (int from = 0; from < shown.size(); from += limits.options()) {
            Wish wish = new Wish(from == 0 ? name : name + from, room, detail);
            rows.add(menu(wish, placeholder, shown.subList(from, Math.min(shown.size(), from + limits.options()))));
        }
        return rows;
    }
}
