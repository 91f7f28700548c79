package dev.parley.platform.talk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.Place;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Verb;
import dev.parley.platform.Account;
import dev.parley.platform.Card;
import dev.parley.platform.FakeFacilitator;
import dev.parley.platform.Incoming;
import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import dev.parley.voice.Prompts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Talking, on a platform that is none. */
class TalkTest {
    private static final RoomId ROOM = Fairground.ROOM;
    private static final Account ANA = Fairground.ANA;
    private static final Limits SMALL = new Limits(10, 20, 20, 12, 12, 100, 2, 2, 3, 2);
    private static final Limits LARGE = Fairground.LARGE;

    private final FakeFacilitator facilitator = new FakeFacilitator();
    private final List<MessageId> taken = new ArrayList<>();

    {
        facilitator.cards.put(ROOM, FakeFacilitator.thirdQuestion(ROOM, Visit.AT.plusSeconds(360)));
    }

    private Talk talk(Limits limits) {
        Patience patience = new Patience(
                Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofMillis(10), Duration.ofSeconds(1));
        return new Talk(
                facilitator,
                Prompts.of("commands"),
                new Fairground(List.of(ROOM), limits, taken),
                new CommandNames("parley", "when", "parley answer", "parley mine", "room"),
                patience,
                new Stopping(),
                Runnable::run);
    }

    private static Visit visit(String id) {
        return new Visit(id, ANA, ROOM, false, true);
    }

    private static Visit host(String id) {
        return new Visit(id, ANA, ROOM, true, true);
    }

    @Test
    void whatIsAskedIsAcknowledgedFirst() {
        Visit visit = visit("1");

        talk(LARGE).look(visit, "", Look.WHERE);

        assertThat(visit.acknowledged).containsExactly("think");
        assertThat(visit.answer().text()).isEqualTo("Q3");
        assertThat(visit.buttons())
                .containsExactly(new Row.Button(new Wish("answer", "7", "Q3"), Row.Style.PRIMARY, "Answer"));
    }

    @Test
    void ofARoomThatOneDoesNotSeeNothingIsTold() {
        Visit stranger = new Visit("1", ANA, ROOM, false, false);

        talk(LARGE).look(stranger, "7", Look.QUESTIONS);

        assertThat(stranger.answer()).isEqualTo(Saying.of("That channel is not one that you can see."));
        assertThat(talk(LARGE).questions(stranger, "7", true)).isEmpty();
    }

    @Test
    void anAnswerUnderAQuestionIsHeardUnderIt() {
        Talk talk = talk(LARGE);
        Visit press = visit("1");
        press.under = Optional.of(new MessageId(ROOM, "1700.5"));

        talk.pressed(press, Wish.of("answer.abcdef"), "");
        Dialog dialog = press.opened.getFirst();
        Visit sent = visit("2");
        talk.sent(sent, Wish.of(dialog.wish().toString()), Map.of("text", "we listen"));

        assertThat(dialog.wish()).isEqualTo(new Wish("say", "7", "1700.5"));
        Incoming.Said heard = facilitator.lastSaid();
        assertThat(heard.message()).isEqualTo(new MessageId(ROOM, "typed2"));
        assertThat(heard.place()).isEqualTo(new Place.Under(new MessageId(ROOM, "1700.5")));
        assertThat(heard.text()).isEqualTo("we listen");
        assertThat(sent.answer().text()).startsWith("Kept, as").contains("`/parley mine`");
    }

    @Test
    void aDialogIsAboutTheQuestionThatWasOpenWhenItOpened() {
        Talk talk = talk(LARGE);
        Visit asks = visit("1");

        talk.answer(asks, "", "");
        Card later = facilitator.cards.get(ROOM);
        facilitator.cards.put(ROOM, withQuestion(later, later.asked().getFirst()));
        talk.sent(visit("2"), asks.opened.getFirst().wish(), Map.of("text", "slowly"));

        assertThat(facilitator.lastSaid().text()).isEqualTo("A3: slowly");
    }

    private static Card withQuestion(Card card, Card.Asked question) {
        return new Card(
                card.room(),
                card.title(),
                card.stage(),
                Optional.of(question),
                card.until(),
                card.asked(),
                card.text(),
                card.agenda(),
                card.verbs(),
                card.troubles());
    }

    private void offers(Verb.Name... verbs) {
        Card card = facilitator.cards.get(ROOM);
        facilitator.cards.put(
                ROOM,
                new Card(
                        ROOM,
                        card.title(),
                        card.stage(),
                        card.question(),
                        card.until(),
                        card.asked(),
                        card.text(),
                        card.agenda(),
                        List.of(verbs).stream().map(Verb.Name::word).toList(),
                        card.troubles()));
    }

    @Test
    void aStepCanBeTakenBackForAShortWhile() {
        offers(Verb.Name.UNDO);
        Visit next = host("1");

        talk(LARGE).steer(next, "", Verb.Name.NEXT, "");

        assertThat(facilitator.steered).containsExactly("next");
        assertThat(next.said).hasSize(2);
        assertThat(next.said.getFirst().rows())
                .containsExactly(Row.of(new Row.Button(new Wish("verb", "7", "undo.1"), Row.Style.SECONDARY, "Undo")));
        assertThat(next.answer().rows()).isEmpty();
    }

    @Test
    void whatWasTakenBackIsNotSaidAgain() {
        Talk talk = talk(LARGE);
        offers(Verb.Name.PAUSE);
        talk.pressed(host("2"), new Wish("verb", "7", "undo.1"), "");
        offers(Verb.Name.UNDO);
        Visit next = host("1");

        talk.steer(next, "", Verb.Name.NEXT, "");

        assertThat(facilitator.steered).containsExactly("undo", "next");
        assertThat(next.said).hasSize(1);
    }

    @Test
    void onlyAWordToAddOpensADialog() {
        Visit without = host("1");
        Visit with = host("2");

        talk(LARGE).steer(without, "", Verb.Name.ADD, "");
        talk(LARGE).steer(with, "", Verb.Name.ADD, "What now?");
        talk(LARGE).sent(with, without.opened.getFirst().wish(), Map.of("text", "And then?"));

        assertThat(facilitator.steered).containsExactly("add What now?", "add And then?");
        assertThat(with.opened).isEmpty();
    }

    @Test
    void whatMayNotBeAddedIsGivenBack() {
        Visit visit = visit("1");

        talk(LARGE).sent(visit, new Wish("add", "7", ""), Map.of("text", "What *now*?"));

        assertThat(visit.answer()).isEqualTo(Saying.givenBack("This is for hosts.", "What *now*?"));
    }

    @Test
    void menusAndButtonsAreNoLargerThanThePlatformTakes() {
        IntStream.rangeClosed(1, 3)
                .forEach(number -> facilitator.hear(new Incoming.Said(
                        new MessageId(ROOM, "m" + number), ANA, "Ana", "one", Place.ROOM, Instant.EPOCH)));
        Visit visit = visit("1");

        talk(SMALL).pressed(visit, new Wish("pick", "7", "0"), "7.m2");

        List<Row.Menu> menus = visit.answer().rows().stream()
                .filter(Row.Menu.class::isInstance)
                .map(Row.Menu.class::cast)
                .toList();
        assertThat(menus).extracting(menu -> menu.wish().name()).containsExactly("file", "file3");
        assertThat(menus).allSatisfy(menu -> {
            assertThat(menu.options()).hasSizeLessThanOrEqualTo(SMALL.options());
            assertThat(menu.options()).allMatch(option -> option.label().length() <= SMALL.option());
        });
        assertThat(visit.buttons()).allMatch(button -> button.label().length() <= SMALL.button());
        Visit files = visit("2");
        talk(SMALL).pressed(files, menus.getLast().wish(), "side");
        assertThat(facilitator.mine(ANA, ROOM)).anyMatch(mine -> mine.kind().equals("side"));
        assertThat(talk(SMALL).panel(facilitator.cards.get(ROOM)).rows()).hasSize(2);
    }

    @Test
    void whatIsTakenBackIsTakenAwayThereToo() {
        MessageId message = new MessageId(ROOM, "m1");
        facilitator.hear(new Incoming.Said(message, ANA, "Ana", "A1: one", Place.ROOM, Instant.EPOCH));
        Visit visit = visit("1");

        talk(LARGE).pressed(visit, new Wish("take", "7", "m1"), "");

        assertThat(taken).containsExactly(message);
        assertThat(visit.answer().text()).isEqualTo("Deleted.");
    }

    @Test
    void whatIsNotKnownAnyMoreDoesNothing() {
        Visit visit = visit("1");

        talk(LARGE).pressed(visit, Wish.of("something else"), "");

        assertThat(visit.answer().text()).startsWith("This button is from another time");
    }

    @Test
    void whatHasALabelIsHeardFromPrivate() {
        Word word = Word.of("5", "A3: quietly");

        talk(LARGE).saidInPrivate(word);

        assertThat(facilitator.lastSaid().message()).isEqualTo(new MessageId(ROOM, "dD1/5"));
        assertThat(facilitator.lastSaid().name()).isEqualTo("Ana of the fair");
        assertThat(word.answers()).first().isEqualTo(Word.RECEIPT);
        assertThat(word.answers())
                .last()
                .satisfies(saying -> assertThat(saying.text()).contains("[7](room:7)"));
    }

    @Test
    void whatCouldNotBeHeardFromPrivateFailsAndHoldsNothingUp() {
        Talk talk = talk(LARGE);
        Incoming.Unsaid gone = new Incoming.Unsaid(new MessageId(ROOM, "dD1/5"));

        facilitator.trouble = new Unreachable("away", Duration.ZERO);
        assertThat(talk.deletedInPrivate(new MessageId(Fairground.PRIVATE, "5"), "D1/5"))
                .isCompletedExceptionally();
        facilitator.trouble = null;
        assertThat(talk.deletedInPrivate(new MessageId(Fairground.PRIVATE, "5"), "D1/5"))
                .isCompleted();
        assertThat(facilitator.heard).containsExactly(gone);
    }

    @Test
    void whatIsRefusedFromPrivateIsDealtWith() {
        facilitator.trouble = new Refused("never");

        assertThat(talk(LARGE).deletedInPrivate(new MessageId(Fairground.PRIVATE, "5"), "D1/5"))
                .isCompleted();
    }

    @Test
    void ofAnythingElseItIsAskedFirst() {
        Talk talk = talk(LARGE);
        Word word = Word.of("5", "quietly");

        talk.saidInPrivate(word);
        assertThat(facilitator.heard).isEmpty();
        Row.Buttons buttons = (Row.Buttons) word.answers().getFirst().rows().getFirst();
        Visit press = visit("2");
        press.word = Optional.of(word);
        talk.pressed(press, buttons.buttons().getFirst().wish(), "");

        assertThat(facilitator.lastSaid().text()).isEqualTo("A3: quietly");
        assertThat(press.answer().text()).startsWith("Kept.");
    }
}
