package dev.parley.platform.talk;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Card;
import dev.parley.platform.Facilitator;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What everybody can ask to see: where the chat stands, what was asked, the recap, when it meets. */
final class Looking {
    private final Facilitator facilitator;
    private final Wording wording;
    private final Choices choices;
    private final Function<MessageId, Optional<URI>> links;

    Looking(Facilitator facilitator, Wording wording, Choices choices, Function<MessageId, Optional<URI>> links) {
        this.facilitator = facilitator;
        this.wording = wording;
        this.choices = choices;
        this.links = links;
    }

    Saying look(Look look, Asker asker) {
        RoomId room = asker.room();
        return switch (look) {
            case WHERE ->
                facilitator
                        .where(room)
                        .map(card -> Saying.of(card.text()).with(answering(card)))
                        .orElseGet(() -> nothing(TalkPhrase.NO_CHAT));
            case QUESTIONS -> facilitator.where(room).map(this::questions).orElseGet(() -> nothing(TalkPhrase.NO_CHAT));
            case RECAP ->
                facilitator.recap(asker.caller(), room).map(Saying::of).orElseGet(() -> nothing(TalkPhrase.NO_RECAP));
            case SCHEDULE ->
                facilitator.schedule(room).map(Saying::of).orElseGet(() -> nothing(TalkPhrase.NO_SCHEDULE));
        };
    }

    private Saying nothing(TalkPhrase phrase) {
        return Saying.of(wording.say(phrase));
    }

    /** Who asks where we are may want to answer at once. */
    private List<Row> answering(Card card) {
        return card
                .question()
                .map(question -> new Wish("answer", card.room().id(), "Q" + question.number()))
                .map(wish -> Row.of(choices.button(Row.Style.PRIMARY, wish, TalkPhrase.BUTTON_ANSWER)))
                .stream()
                .toList();
    }

    private Saying questions(Card card) {
        if (card.asked().isEmpty()) {
            return nothing(TalkPhrase.NOTHING_ASKED);
        }
        return Saying.of(card.asked().stream().map(this::line).collect(Collectors.joining("\n\n")));
    }

    private String line(Card.Asked question) {
        String number = Integer.toString(question.number());
        return question.post()
                .flatMap(links)
                .map(link -> wording.say(
                        TalkPhrase.QUESTION_LINE_LINKED,
                        "number",
                        number,
                        "text",
                        question.text(),
                        "link",
                        link.toString()))
                .orElseGet(() -> wording.say(TalkPhrase.QUESTION_LINE, "number", number, "text", question.text()));
    }
}
