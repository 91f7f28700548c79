package dev.parley.platform.talk;

import dev.parley.conversation.RoomId;
import dev.parley.conversation.Verb;
import dev.parley.platform.Caller;
import dev.parley.platform.Card;
import dev.parley.platform.Facilitator;
import dev.parley.platform.Refused;
import java.util.List;
import java.util.Optional;

/** The host's verbs. Whether somebody may is asked of the facilitator, each time. */
final class Steering {
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
    Card steer(Asker asker, Verb.Name verb, String detail) {
        return Patience.await(facilitator.steer(asker.caller(), asker.room(), verb.word(), detail), patience.doing());
    }

    /**
     * Says how the chat stands after a step, with a way back while there is one.
     *
     * @param step names the step: pressing the way back tells it
     */
    Saying done(Card card, String step) {
        Saying done = Saying.brief(wording.say(TalkPhrase.DONE) + "\n\n" + card.text());
        Wish undo = new Wish("verb", card.room().id(), Verb.Name.UNDO.word() + "." + step);
        return card.verbs().contains(Verb.Name.UNDO.word())
                ? done.with(Row.of(choices.button(Row.Style.SECONDARY, undo, TalkPhrase.BUTTON_UNDO)))
                : done;
    }

    /** A dialog for a question of one's own. */
    Dialog adding(RoomId room) {
        return choices.dialog(new Wish("add", room.id(), ""), wording.say(TalkPhrase.ADD_TITLE), TalkPhrase.ADD_LABEL);
    }

    /** Which question to jump to. What is yet to come is shown to hosts alone. */
    Saying askQuestion(Asker asker) {
        Optional<Card> card = facilitator.where(asker.room());
        if (card.isEmpty()) {
            return Saying.of(wording.say(TalkPhrase.NO_CHAT));
        }
        List<Card.Asked> questions = questions(card.get(), asker.caller());
        return questions.isEmpty()
                ? Saying.of(wording.say(TalkPhrase.NOTHING_ASKED))
                : Saying.of(wording.say(TalkPhrase.JUMP_TITLE)).with(choices.questions(asker.room(), questions));
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
        return Saying.of(wording.say(TalkPhrase.COHOST_TITLE))
                .with(choices.people(new Wish("cohost", room.id(), ""), TalkPhrase.COHOST_TITLE));
    }

    /** Whether the end is meant. */
    Saying askEnd(RoomId room) {
        Wish end = new Wish("verb", room.id(), Verb.Name.END.word());
        Wish not = new Wish("verb", room.id(), "no");
        return Saying.of(wording.say(TalkPhrase.END_TITLE))
                .with(Row.of(
                        choices.button(Row.Style.DANGER, end, TalkPhrase.END_YES),
                        choices.button(Row.Style.SECONDARY, not, TalkPhrase.END_NO)));
    }
}
