package dev.parley.platform.discord;

import dev.parley.conversation.RoomId;
import dev.parley.platform.Caller;
import dev.parley.platform.Card;
import dev.parley.platform.Facilitator;
import dev.parley.platform.Refused;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.selections.EntitySelectMenu;
import net.dv8tion.jda.api.modals.Modal;

/** The host's verbs. Whether somebody may is asked of the facilitator, each time. */
final class Steering {
    private static final int BUTTON = 80;
    private static final int PLACEHOLDER = 100;

    private final Facilitator facilitator;
    private final Wording wording;
    private final Choices choices;
    private final Patience patience;

    Steering(Facilitator facilitator, Wording wording, Choices choices, Patience patience) {
        this.facilitator = facilitator;
        this.wording = wording;
        this.choices = choices;
        this.patience = patience;
    }

    /** Does it. Throws {@link Refused} in the community's words. */
    Card steer(Asker asker, HostVerb verb, String detail) {
        return Patience.await(facilitator.steer(asker.caller(), asker.room(), verb.word(), detail), patience.doing());
    }

    /** Says how the chat stands after a step, with a way back while there is one. */
    Saying done(Card card) {
        String text = wording.say(CommandPhrase.DONE) + "\n\n" + card.text();
        boolean undo = card.verbs().contains(HostVerb.UNDO.word());
        return Saying.of(Wording.within(text, Posts.LONGEST))
                .with(undo ? List.of(ActionRow.of(undo(card.room()))) : List.of());
    }

    private Button undo(RoomId room) {
        return Button.secondary(
                new CustomId("verb", room.id(), HostVerb.UNDO.word()).toString(),
                Wording.label(wording.say(CommandPhrase.BUTTON_UNDO), BUTTON));
    }

    /** A dialog for a question of one's own. */
    Modal adding(RoomId room) {
        return Answering.dialog(
                new CustomId("add", room.id(), ""),
                wording.say(CommandPhrase.ADD_TITLE),
                wording.say(CommandPhrase.ADD_LABEL));
    }

    /** Which question to jump to. What is yet to come is shown to hosts alone. */
    Saying askQuestion(Asker asker) {
        Optional<Card> card = facilitator.where(asker.room());
        if (card.isEmpty()) {
            return Saying.of(wording.say(CommandPhrase.NO_CHAT));
        }
        List<Card.Asked> questions = questions(card.get(), asker.caller());
        return questions.isEmpty()
                ? Saying.of(wording.say(CommandPhrase.NOTHING_ASKED))
                : Saying.of(wording.say(CommandPhrase.JUMP_TITLE)).with(choices.questions(asker.room(), questions));
    }

    /** The questions that one could jump to: for hosts all, for others those that everybody knows. */
    List<Card.Asked> questions(Card card, Caller caller) {
        return isHost(caller) ? card.agenda() : card.asked();
    }

    /** Whether somebody hosts by the settings or the community; a chat may have other hosts, which only its verbs know. */
    boolean isHost(Caller caller) {
        return caller.host()
                || facilitator
                        .member(caller.account())
                        .filter(Facilitator.Member::host)
                        .isPresent();
    }

    /** Who is to host too. */
    Saying askPerson(RoomId room) {
        EntitySelectMenu menu = EntitySelectMenu.create(
                        new CustomId("cohost", room.id(), "").toString(), EntitySelectMenu.SelectTarget.USER)
                .setPlaceholder(Wording.label(wording.say(CommandPhrase.COHOST_TITLE), PLACEHOLDER))
                .build();
        return Saying.of(wording.say(CommandPhrase.COHOST_TITLE)).with(List.of(ActionRow.of(menu)));
    }

    /** Whether the end is meant. */
    Saying askEnd(RoomId room) {
        return Saying.of(wording.say(CommandPhrase.END_TITLE))
                .with(List.of(ActionRow.of(
                        Button.danger(
                                new CustomId("verb", room.id(), HostVerb.END.word()).toString(),
                                Wording.label(wording.say(CommandPhrase.END_YES), BUTTON)),
                        Button.secondary(
                                new CustomId("verb", room.id(), "no").toString(),
                                Wording.label(wording.say(CommandPhrase.END_NO), BUTTON)))));
    }
}
