package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is heard, when, and what becomes of it. */
class HearingTest {

    private final Played chat = new Played(Played.hour(4));

    @BeforeEach
    void theFirstQuestionIsOpen() {
        chat.attendance = new Attendance(2, false);
        chat.until(Played.START.plus(Duration.ofMinutes(6)));
    }

    private Filing filing(MessageId message) {
        return chat.chat.message(message).orElseThrow().filing();
    }

    @Test
    void anAnswerIsFiledAndGetsAQuietReceipt() {
        MessageId message = chat.say("Ida", "A1: we listen first");
        assertThat(filing(message)).isEqualTo(Filing.answer(1, true));
        assertThat(chat.effects.getLast())
                .isInstanceOfSatisfying(
                        Effect.React.class, react -> assertThat(react.receipt()).isEqualTo(Receipt.FILED));
    }

    @Test
    void aPlainMessageIsAnAnswerAndAGuessEvenWhereEverybodyElseLabels() {
        chat.say("Ida", "A1: we listen first");
        chat.say("Bo", "A1: we write it down");
        chat.say("Cem", "A1: we sleep over it");
        chat.say("Dara", "A1: we ask the quiet ones");
        MessageId plain = chat.say("Eli", "in our team the newest person always begins");
        assertThat(filing(plain)).isEqualTo(Filing.answer(1, false));
        assertThat(chat.effects.getLast())
                .isInstanceOfSatisfying(
                        Effect.React.class, react -> assertThat(react.receipt()).isEqualTo(Receipt.GUESSED));
    }

    @Test
    void aPlainMessageAfterTheCallForFinalThoughtsIsOne() {
        chat.until(Played.START.plus(Duration.ofMinutes(57)));
        MessageId plain = chat.say("Ida", "I will begin my next meeting with a question");
        assertThat(filing(plain)).isEqualTo(Filing.as(Kind.FINAL, false));
    }

    @Test
    void anAnswerToAQuestionNotAskedYetIsKeptForIt() {
        MessageId message = chat.say("Ida", "A3: already thinking of this one");
        assertThat(filing(message).questions()).containsExactly(3);
    }

    @Test
    void tellingTheSameAgainDecidesNothing() {
        MessageId message = chat.say("Ida", "A1: we listen first");
        int before = chat.happened.size();
        chat.say(message, "Ida", "A1: we listen first", Place.ROOM);
        assertThat(chat.happened).hasSize(before);
    }

    @Test
    void partsThatAreHeardInAnotherOrderAreFiledAsTheyWereSaid() {
        MessageId third = chat.say("Ida", "3/3 and we write it down");
        MessageId second = chat.said("Ida", "2/3 then we ask the quiet ones", Duration.ofSeconds(5));
        chat.said("Bo", "A1 1/3: this is nobody's beginning", Duration.ofSeconds(9));
        assertThat(filing(third).questions()).containsExactly(1);
        chat.said("Ida", "A2 1/3: we listen first", Duration.ofSeconds(10));
        assertThat(filing(second)).isEqualTo(part("2/3"));
        assertThat(filing(third)).isEqualTo(part("3/3"));
    }

    private static Filing part(String typed) {
        return new Filing(Kind.ANSWER, new TreeSet<>(Set.of(2)), Optional.of(typed), Optional.empty(), true);
    }

    @Test
    void whatAPersonFiledStaysWhateverIsHeardLate() {
        MessageId second = chat.say("Ida", "2/2 then we ask the quiet ones");
        chat.tell(new Command.Refile(second, new PersonId("Ida"), Filing.answer(3, true)));
        chat.said("Ida", "A2 1/2: we listen first", Duration.ofSeconds(5));
        assertThat(filing(second)).isEqualTo(Filing.answer(3, true));
    }

    @Test
    void anEditReplacesAndFilesAnew() {
        MessageId message = chat.say("Ida", "A1: we listen first");
        chat.say(message, "Ida", "A2: we listen first", Place.ROOM);
        assertThat(filing(message).questions()).containsExactly(2);
        assertThat(chat.chat.message(message).orElseThrow().text()).isEqualTo("A2: we listen first");
        assertThat(chat.chat.messages()).hasSize(1);
    }

    @Test
    void whatAPersonFiledByHandAnEditDoesNotMove() {
        MessageId message = chat.say("Ida", "A1: we listen first");
        chat.tell(new Command.Refile(message, new PersonId("Ida"), Filing.answer(2, true)));
        chat.say(message, "Ida", "A1: we listen first, always", Place.ROOM);
        assertThat(filing(message).questions()).containsExactly(2);
    }

    @Test
    void whatIsDeletedIsGoneAndARepeatOfItTakesItsPlace() {
        MessageId first = chat.say("Ida", "A1: we listen first and only then we talk about it");
        MessageId again = chat.say("Ida", "A1: we listen first and only then we talk about it");
        assertThat(filing(again).repeatOf()).contains(first);
        assertThat(chat.chat.answers(1)).isEqualTo(1);
        chat.tell(new Command.Unhear(first));
        assertThat(chat.chat.message(first)).isEmpty();
        assertThat(chat.chat.counting()).extracting(Heard::message).containsExactly(again);
    }

    @Test
    void aLateDeliveryDoesNotBringBackWhatWasDeleted() {
        MessageId message = chat.say("Ida", "A1: we listen first");
        chat.tell(new Command.Unhear(message));
        chat.say(message, "Ida", "A1: we listen first", Place.ROOM);
        assertThat(chat.chat.message(message)).isEmpty();
    }

    @Test
    void offTheRecordIsNeverHeardAndTakesBackWhatWas() {
        chat.say("Ida", "  OFF the record: my boss said no");
        chat.say("Ida", "A1: off the record: my boss said no");
        assertThat(chat.chat.messages()).isEmpty();
        MessageId message = chat.say("Ida", "A1: my boss said no");
        chat.say(message, "Ida", "off the record: my boss said no", Place.ROOM);
        assertThat(chat.chat.messages()).isEmpty();
    }

    @Test
    void whatWasTakenOffTheRecordCanBePutBack() {
        MessageId message = chat.say("Ida", "A1: we listen first");
        chat.say(message, "Ida", "off the record: we listen first", Place.ROOM);
        chat.say(message, "Ida", "A1: we listen first, and you may say so", Place.ROOM);
        assertThat(filing(message).questions()).containsExactly(1);
    }

    @Test
    void aPartOfTheRecapThatLostItsLastAnswerIsSaidAnew() {
        MessageId only = chat.say("Ida", "A4: the only one about this matter");
        chat.steer(new Verb.End());
        chat.effects.stream()
                .filter(Effect.Post.class::isInstance)
                .map(Effect.Post.class::cast)
                .filter(post -> post.content() instanceof Content.Recap)
                .toList()
                .forEach(post -> chat.tell(new Command.Stands(post.key(), new MessageId(Played.ROOM, post.key()))));
        chat.effects.clear();
        chat.tell(new Command.Unhear(only));
        assertThat(chat.effects)
                .filteredOn(Effect.Edit.class::isInstance)
                .extracting(effect -> ((Effect.Edit) effect).content())
                .contains(new Content.Recap(Optional.of(4)));
    }

    @Test
    void inSlowTimeOnlyLabelsAndRepliesAreHeard() {
        MessageId early = chat.say("Ida", "A1: we listen first");
        chat.until(Played.START.plus(Duration.ofMinutes(90)));
        MessageId talk = chat.say("Bo", "see you at the station tomorrow");
        MessageId late = chat.say("Bo", "A2: a day later I know better");
        MessageId reply = new MessageId(Played.ROOM, "reply");
        chat.say(reply, "Bo", "that is what we do as well", new Place.Under(early));
        assertThat(chat.chat.message(talk)).isEmpty();
        assertThat(filing(late).questions()).containsExactly(2);
        assertThat(chat.chat.message(reply)).isPresent();
        chat.until(Played.START.plus(Duration.ofHours(26)));
        MessageId tooLate = chat.say("Bo", "A2: two days later");
        assertThat(chat.chat.message(tooLate)).isEmpty();
        chat.say(late, "Bo", "A2: a day later I know much better", Place.ROOM);
        assertThat(chat.chat.message(late)).map(Heard::text).contains("A2: a day later I know much better");
    }

    @Test
    void aChangeAfterTheCloseRenewsThePostedRecapOnceABeat() {
        chat.say("Ida", "A1: we listen first");
        chat.until(Played.START.plus(Duration.ofMinutes(61)));
        chat.effects.stream()
                .filter(Effect.Post.class::isInstance)
                .map(Effect.Post.class::cast)
                .filter(post -> post.content() instanceof Content.Recap)
                .toList()
                .forEach(post -> chat.tell(new Command.Stands(post.key(), new MessageId(Played.ROOM, post.key()))));
        chat.effects.clear();
        chat.say("Bo", "A1: me too, and more than that");
        assertThat(chat.effects)
                .filteredOn(Effect.Edit.class::isInstance)
                .extracting(effect -> ((Effect.Edit) effect).content())
                .contains(new Content.Recap(Optional.empty()), new Content.Recap(Optional.of(1)));
        assertThat(chat.chat.changedSinceClose()).contains(chat.now);
    }

    /** A post that was rendered may stand already, though we have not been told so. */
    @Test
    void aChangeWhileThePartsOfTheRecapAreOnTheirWayIsSaidAfterThem() {
        MessageId answer = chat.say("Ida", "A1: we listen first");
        chat.steer(new Verb.End());
        chat.effects.clear();
        chat.pass(Duration.ofSeconds(11));
        chat.say(answer, "Ida", "A1: we listen first of all", Place.ROOM);
        assertThat(chat.effects).noneMatch(Effect.Edit.class::isInstance);

        chat.pass(Duration.ofSeconds(2));
        chat.say(answer, "Ida", "A1: we listen, all of us", Place.ROOM);
        assertThat(chat.effects)
                .filteredOn(Effect.Edit.class::isInstance)
                .extracting(effect -> ((Effect.Edit) effect).content())
                .contains(new Content.Recap(Optional.empty()), new Content.Recap(Optional.of(1)));
    }

    @Test
    void everythingOfAPersonIsForgotten() {
        chat.say("Ida", "A1: we listen first");
        MessageId other = chat.say("Bo", "A1: we do not");
        chat.tell(new Command.Forget(new PersonId("Ida")));
        assertThat(chat.chat.messages()).extracting(Heard::message).containsExactly(other);
    }

    @Test
    void aReplyToAQuestionsPostAnswersIt() {
        MessageId post = new MessageId(Played.ROOM, "post of Q1");
        chat.tell(new Command.Stands(keyOfQ1(), post));
        chat.pass(Duration.ofMinutes(15));
        MessageId reply = under(post, "reply", "we listen first");
        assertThat(filing(reply)).isEqualTo(Filing.answer(1, true));
    }

    /** A platform tells of an answer under a question's post before it has told us which message that post is. */
    @Test
    void whatWasSaidUnderAQuestionBeforeItWasKnownToStandThereAnswersIt() {
        MessageId post = new MessageId(Played.ROOM, "post of Q1");
        chat.pass(Duration.ofMinutes(15));
        MessageId early = under(post, "early", "we listen first, all of us");
        MessageId labelled = under(post, "labelled", "A2: that is another matter");
        MessageId settled = under(post, "settled", "this is no answer to anything");
        chat.tell(new Command.Refile(settled, new PersonId("Ida"), Filing.as(Kind.SIDE, true)));
        MessageId elsewhere = chat.say("Bo", "we do not listen at all, I think");
        assertThat(filing(early).sure()).isFalse();
        Filing guess = filing(elsewhere);
        String key = keyOfQ1();
        chat.effects.clear();

        chat.tell(new Command.Stands(key, post));
        assertThat(filing(early)).isEqualTo(Filing.answer(1, true));
        assertThat(filing(labelled).questions()).containsExactly(2);
        assertThat(filing(settled).kind()).isEqualTo(Kind.SIDE);
        assertThat(filing(elsewhere)).isEqualTo(guess);
        assertThat(chat.effects)
                .filteredOn(Effect.React.class::isInstance)
                .extracting(effect -> ((Effect.React) effect).message())
                .containsExactly(early);

        chat.say(early, "Ida", "A2: we listen first, all of us", new Place.Under(post));
        assertThat(filing(early).questions()).containsExactly(2);
    }

    private MessageId under(MessageId post, String id, String text) {
        MessageId message = new MessageId(Played.ROOM, id);
        chat.say(message, "Ida", text, new Place.Under(post));
        return message;
    }

    private String keyOfQ1() {
        return chat.effects.stream()
                .map(Effect::key)
                .filter(some -> some.contains("/Q1#"))
                .findFirst()
                .orElseThrow();
    }
}
