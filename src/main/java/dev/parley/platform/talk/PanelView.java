package dev.parley.platform.talk;

import dev.parley.conversation.RoomId;
import dev.parley.conversation.Verb;
import dev.parley.platform.Card;
import dev.parley.platform.Moments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the hosts' panel looks. */
final class PanelView {
    /** The button that only shows how things are. */
    private static final String REFRESH = "refresh";

    private static final int WORDS = 300;

    private final Wording wording;
    private final Choices choices;

    PanelView(Wording wording, Choices choices) {
        this.wording = wording;
        this.choices = choices;
    }

    Saying saying(Card card) {
        List<String> lines = new ArrayList<>();
        lines.add(wording.say(
                TalkPhrase.PANEL, "title", Wording.within(card.title(), WORDS), "stage", wording.say(stage(card))));
        card.question()
                .ifPresent(question -> lines.add(wording.say(
                        TalkPhrase.PANEL_QUESTION,
                        "number",
                        Integer.toString(question.number()),
                        "text",
                        Wording.within(question.text(), WORDS))));
        card.until().ifPresent(until -> lines.add(wording.say(TalkPhrase.PANEL_UNTIL, "when", left(until))));
        card.troubles()
                .forEach(trouble ->
                        lines.add(wording.say(TalkPhrase.PANEL_TROUBLE, "trouble", Wording.within(trouble, WORDS))));
        return Saying.brief(String.join("\n", lines)).with(rows(card));
    }

    /** Counts down by itself, where the platform can do that. */
    private String left(Instant until) {
        return Moments.left(until, wording.say(TalkPhrase.PANEL_PLANNED));
    }

    private static TalkPhrase stage(Card card) {
        return switch (card.stage()) {
            case BEFORE -> TalkPhrase.STAGE_BEFORE;
            case WELCOME -> TalkPhrase.STAGE_WELCOME;
            case QUESTION -> TalkPhrase.STAGE_QUESTION;
            case PAUSED -> TalkPhrase.STAGE_PAUSED;
            case CLOSING -> TalkPhrase.STAGE_CLOSING;
            case SLOW -> TalkPhrase.STAGE_SLOW;
            case OVER -> TalkPhrase.STAGE_OVER;
        };
    }

    private List<Row> rows(Card card) {
        if (card.stage() == Card.Stage.OVER) {
            return List.of();
        }
        Set<String> sensible = Set.copyOf(card.verbs());
        List<Row.Button> buttons = Stream.of(Verb.Name.values())
                .filter(verb -> sensible.contains(verb.word()))
                .map(verb -> button(card.room(), verb))
                .collect(Collectors.toCollection(ArrayList::new));
        buttons.add(choices.button(
                Row.Style.SECONDARY, new Wish(Panel.NAME, card.room().id(), REFRESH), TalkPhrase.PANEL_REFRESH));
        return choices.rows(buttons);
    }

    private Row.Button button(RoomId room, Verb.Name verb) {
        Row.Style style = switch (verb) {
            case START, NEXT, RESUME -> Row.Style.PRIMARY;
            case END -> Row.Style.DANGER;
            case HOLD, PAUSE, SKIP, REPEAT, ADD, JUMP, COHOST, UNDO -> Row.Style.SECONDARY;
        };
        Wish wish = new Wish(Panel.NAME, room.id(), verb.word());
        return choices.button(style, wish, VerbPhrases.of(verb).button());
    }
}
