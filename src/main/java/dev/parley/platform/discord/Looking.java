package dev.parley.platform.discord;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Card;
import dev.parley.platform.Facilitator;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;

/** What everybody can ask to see: where the chat stands, what was asked, the recap, when it meets. */
final class Looking {
    private static final int BUTTON = 80;

    private final Facilitator facilitator;
    private final Wording wording;
    private final Function<MessageId, Optional<URI>> links;

    Looking(Facilitator facilitator, Wording wording, Function<MessageId, Optional<URI>> links) {
        this.facilitator = facilitator;
        this.wording = wording;
        this.links = links;
    }

    Saying look(Look look, Asker asker) {
        RoomId room = asker.room();
        return switch (look) {
            case WHERE ->
                facilitator
                        .where(room)
                        .map(card -> Wording.shown(card.text()).with(answering(card)))
                        .orElseGet(() -> nothing(CommandPhrase.NO_CHAT));
            case QUESTIONS ->
                facilitator.where(room).map(this::questions).orElseGet(() -> nothing(CommandPhrase.NO_CHAT));
            case RECAP ->
                facilitator
                        .recap(asker.caller(), room)
                        .map(Wording::shown)
                        .orElseGet(() -> nothing(CommandPhrase.NO_RECAP));
            case SCHEDULE ->
                facilitator.schedule(room).map(Wording::shown).orElseGet(() -> nothing(CommandPhrase.NO_SCHEDULE));
        };
    }

    private Saying nothing(CommandPhrase phrase) {
        return Saying.of(wording.say(phrase));
    }

    /** Who asks where we are may want to answer at once. */
    private List<ActionRow> answering(Card card) {
        return card
                .question()
                .map(question -> new CustomId("answer", card.room().id(), "Q" + question.number()))
                .map(mark -> ActionRow.of(Button.primary(
                        mark.toString(), Wording.label(wording.say(CommandPhrase.BUTTON_ANSWER), BUTTON))))
                .stream()
                .toList();
    }

    private Saying questions(Card card) {
        if (card.asked().isEmpty()) {
            return nothing(CommandPhrase.NOTHING_ASKED);
        }
        return Wording.shown(card.asked().stream().map(this::line).collect(Collectors.joining("\n\n")));
    }

    private String line(Card.Asked question) {
        String number = Integer.toString(question.number());
        return question.post()
                .flatMap(links)
                .map(link -> wording.say(
                        CommandPhrase.QUESTION_LINE_LINKED,
                        "number",
                        number,
                        "text",
                        question.text(),
                        "link",
                        link.toString()))
                .orElseGet(() -> wording.say(CommandPhrase.QUESTION_LINE, "number", number, "text", question.text()));
    }
}
