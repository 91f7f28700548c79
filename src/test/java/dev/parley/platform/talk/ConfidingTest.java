package dev.parley.platform.talk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Choice;
import dev.parley.platform.FakeCoaching;
import dev.parley.platform.FakeFacilitator;
import dev.parley.platform.Incoming;
import dev.parley.platform.Note;
import dev.parley.platform.Order;
import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import dev.parley.voice.Prompts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is between one person and coaching, on a platform that is none. */
class ConfidingTest {
    private static final MessageId LETTER = new MessageId(Fairground.PRIVATE, "1");
    private static final Wish ANSWER = Wish.of(FakeCoaching.CHOICES.getFirst().mark());
    private static final Wish LATER = Wish.of(FakeCoaching.CHOICES.get(1).mark());

    private final FakeFacilitator facilitator = new FakeFacilitator();
    private final FakeCoaching coaching = new FakeCoaching();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Stopping stopping = new Stopping();
    private Duration doing = Duration.ofSeconds(20);
    private Duration keeping = Duration.ofSeconds(20);

    {
        facilitator.coaching = Optional.of(coaching);
    }

    @AfterEach
    void stops() {
        coaching.busy.countDown();
        threads.shutdown();
    }

    private Talk talk(RoomId... rooms) {
        return new Talk(
                facilitator,
                Prompts.of("commands"),
                new Fairground(List.of(rooms), Fairground.LARGE, new ArrayList<>()),
                new CommandNames("parley", "when", "parley answer", "parley mine", "room"),
                new Patience(doing, keeping, Duration.ofMillis(10), Duration.ofMillis(500)),
                stopping,
                threads);
    }

    private Talk talk() {
        return talk(Fairground.ROOM);
    }

    private static Visit visit() {
        return new Visit("1", Fairground.ANA, Fairground.ROOM, false, true);
    }

    private void chatIsOpen() {
        facilitator.cards.put(
                Fairground.ROOM, FakeFacilitator.thirdQuestion(Fairground.ROOM, Visit.AT.plusSeconds(360)));
    }

    private static void done(CompletionStage<Void> stage) {
        stage.toCompletableFuture().join();
    }

    private static Order order(Order.Kind kind, String text) {
        return new Order(kind, Optional.empty(), text);
    }

    @Test
    void whatIsOrderedIsAcknowledgedAndThenRelayed() {
        Visit visit = visit();

        talk().coaching(visit, order(Order.Kind.OVERVIEW, ""));

        assertThat(visit.acknowledged).containsExactly("think");
        assertThat(coaching.callers.getFirst().account()).isEqualTo(Fairground.ANA);
        assertThat(visit.answer().text()).startsWith("How things stand for **Ana**");
        assertThat(visit.buttons())
                .containsExactly(
                        new Row.Button(new Wish("coaching-form", "", "answer:1"), Row.Style.PRIMARY, "Answer"),
                        new Row.Button(new Wish("coaching", "", "later:1"), Row.Style.SECONDARY, "Later"),
                        new Row.Button(new Wish("coaching", "", "stop:1"), Row.Style.DANGER, "Not this time"));
    }

    @Test
    void theLongestMeaningFitsIntoAMark() {
        String meaning = "a".repeat(Choice.LONGEST - 3) + ".:~";

        Choice choice = new Choice(meaning, "Long", Choice.Style.OTHER, true);

        assertThat(choice.mark()).hasSizeLessThanOrEqualTo(100);
        assertThat(Wish.of(choice.mark())).isEqualTo(new Wish("coaching-form", "", meaning));
        assertThat(Wish.of(choice.mark())).hasToString(choice.mark());
    }

    @Test
    void underALetterTheAnswerIsAMessageOfItsOwn() {
        Visit letter = visit();
        Visit passing = visit();
        passing.fleeting = true;

        talk().pressed(letter, LATER, "");
        talk().pressed(passing, LATER, "");

        assertThat(letter.acknowledged).containsExactly("think");
        assertThat(passing.acknowledged).containsExactly("think in place");
        assertThat(passing.answer().text()).isEqualTo("Later, then");
        assertThat(coaching.pressed).containsExactly("later:1", "later:1");
    }

    @Test
    void nobodyNeedsARoomToConfide() {
        Visit outside = new Visit("1", Fairground.ANA, Fairground.ROOM, false, false);

        talk().pressed(outside, LATER, "");

        assertThat(outside.answer().text()).isEqualTo("Later, then");
        assertThat(coaching.callers.getFirst().account()).isEqualTo(Fairground.ANA);
    }

    @Test
    void aFormOpensAndWhatIsFilledInIsRelayed() {
        coaching.asked.add(Fairground.ANA);
        Talk talk = talk();
        Visit press = visit();
        Visit sent = visit();
        Map<String, String> fields = new LinkedHashMap<>(Map.of("back", "We listened"));
        fields.put("ahead", "");

        talk.pressed(press, ANSWER, "");
        talk.sent(sent, press.opened.getFirst().wish(), fields);

        assertThat(press.acknowledged).containsExactly("open");
        Dialog dialog = press.opened.getFirst();
        assertThat(dialog.title()).hasSizeLessThanOrEqualTo(Fairground.LARGE.title());
        assertThat(dialog.fields()).extracting(field -> field.name()).containsExactly("back", "ahead");
        assertThat(dialog.fields().getFirst().most()).isEqualTo(Fairground.LARGE.typed());
        assertThat(coaching.filled).containsExactly(fields);
        assertThat(sent.acknowledged).containsExactly("think");
        assertThat(sent.answer().text()).startsWith("Kept for you alone");
    }

    @Test
    void aFormThatMakesNoSenseAnyMoreIsSaidToBeOutdated() {
        Visit press = visit();

        talk().pressed(press, ANSWER, "");

        assertThat(press.opened).isEmpty();
        assertThat(press.answer().text()).startsWith("This button is from another time");
    }

    @Test
    void aFormThatTakesTooLongIsNotWaitedFor() {
        coaching.asked.add(Fairground.ANA);
        coaching.busy = new CountDownLatch(1);
        Visit press = visit();

        talk().pressed(press, ANSWER, "");

        assertThat(press.acknowledged).containsExactly("think");
        assertThat(press.answer().text()).startsWith("Something went wrong");
    }

    @Test
    void wordsThatDoNotFitIntoAWindowAreNotCutInIt() {
        coaching.asked.add(Fairground.ANA);
        coaching.held = "w".repeat(3_001);
        Visit press = visit();

        talk().pressed(press, ANSWER, "");

        assertThat(press.opened).isEmpty();
        assertThat(press.answer().text()).startsWith("Your words are longer");
    }

    @Test
    void whatIsRefusedIsGivenBack() {
        coaching.trouble = new Refused("You have left already.");
        Visit filled = visit();
        Visit ordered = visit();
        Visit empty = visit();

        talk().sent(filled, ANSWER, Map.of("back", "We *listened*"));
        talk().coaching(ordered, order(Order.Kind.TRY, "silence"));
        talk().coaching(empty, order(Order.Kind.GOAL, ""));

        assertThat(filled.said).containsExactly(Saying.givenBack("You have left already.", "We *listened*"));
        assertThat(ordered.said).containsExactly(Saying.givenBack("You have left already.", "silence"));
        assertThat(empty.said).containsExactly(Saying.of("You have left already."));
    }

    @Test
    void whatCouldNotBeKeptIsGivenBackWhole() {
        coaching.trouble = new IllegalStateException("no database");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("back", "We listened");
        fields.put("ahead", "More of it");
        Visit filled = visit();

        talk().sent(filled, ANSWER, fields);

        assertThat(filled.said)
                .containsExactly(Saying.givenBack(
                        "This could not be kept. Here is what you wrote, to copy:", "We listened\n\nMore of it"));
    }

    @Test
    void whatTakesTooLongIsGivenBackAndToldOfLater() {
        doing = Duration.ofMillis(50);
        coaching.busy = new CountDownLatch(1);
        Visit filled = visit();
        Thread sending = Thread.ofVirtual().start(() -> talk().sent(filled, ANSWER, Map.of("back", "We listened")));

        Awaitility.await().until(() -> filled.said.size() == 1);
        assertThat(filled.said.getFirst().typed()).contains("We listened");
        assertThat(filled.said.getFirst().text()).startsWith("This is not kept yet");
        coaching.busy.countDown();
        Awaitility.await().until(() -> !sending.isAlive());

        assertThat(filled.said).hasSize(2);
        assertThat(filled.answer().text()).startsWith("Kept for you alone");
        assertThat(coaching.filled).hasSize(1);
    }

    @Test
    void whatIsNotKeptWhenParleyStopsIsGivenBack() {
        coaching.busy = new CountDownLatch(1);
        Visit filled = visit();
        Thread sending = Thread.ofVirtual().start(() -> talk().sent(filled, ANSWER, Map.of("back", "We listened")));

        stopping.begin();
        Awaitility.await().until(() -> !sending.isAlive());

        assertThat(filled.said).hasSize(1);
        assertThat(filled.answer().typed()).contains("We listened");
    }

    @Test
    void withoutCoachingItsButtonsDoNothingAndNothingIsLost() {
        facilitator.coaching = Optional.empty();
        Visit press = visit();
        Visit sent = visit();
        Visit ordered = visit();

        talk().pressed(press, LATER, "");
        talk().sent(sent, ANSWER, Map.of("back", "We listened"));
        talk().coaching(ordered, order(Order.Kind.OVERVIEW, ""));

        assertThat(press.answer().text()).startsWith("This button is from another time");
        assertThat(sent.answer().typed()).contains("We listened");
        assertThat(ordered.answer().text()).startsWith("This button is from another time");
        assertThat(talk().coaching(visit().asker(Fairground.ROOM).caller())).isEmpty();
    }

    @Test
    void whereNoChatIsOpenAPlainMessageAnswers() {
        coaching.asked.add(Fairground.ANA);
        Word word = Word.of("5", "A1: it went well");
        Word asking = Word.of("6", "what now?");

        done(talk().saidInPrivate(word));
        done(talk().saidInPrivate(asking));

        assertThat(coaching.kept).containsEntry(word.message(), "A1: it went well");
        assertThat(word.answers()).containsExactly(Word.RECEIPT);
        assertThat(asking.answers()).hasSize(2);
        assertThat(asking.answers().getLast().text()).startsWith("A good question");
        assertThat(facilitator.heard).isEmpty();
    }

    /** Nobody brings it again, since it is kept. */
    @Test
    void aReceiptThatCannotBeGivenAtOnceIsGivenLater() {
        coaching.asked.add(Fairground.ANA);
        Word word = Word.of("6", "what now?");
        AtomicInteger troubles = new AtomicInteger(2);
        PrivateWord unlucky = new PrivateWord() {
            @Override
            public String id() {
                return word.id();
            }

            @Override
            public Optional<String> repliesTo() {
                return word.repliesTo();
            }

            @Override
            public Incoming.Said said() {
                return word.said();
            }

            @Override
            public void answer(Saying saying) {
                word.answer(saying);
            }

            @Override
            public void receipt() {
                if (troubles.getAndDecrement() > 0) {
                    throw new Unreachable("bad gateway", Duration.ZERO);
                }
                word.receipt();
            }
        };

        done(talk().saidInPrivate(unlucky));

        assertThat(word.answers()).hasSize(2).startsWith(Word.RECEIPT);
    }

    /** After a session was resumed platforms tell some of it again, when perhaps nothing is asked any more. */
    @Test
    void whatComesAgainIsDealtWithOnce() {
        coaching.asked.add(Fairground.ANA);
        Word word = Word.of("5", "it went well");
        Talk talk = talk();

        done(talk.saidInPrivate(word));
        coaching.asked.clear();
        done(talk.saidInPrivate(word));

        assertThat(word.answers()).containsExactly(Word.RECEIPT);
    }

    /** Nothing is asked any more when it comes again, and to say that it is not kept would not be so. */
    @Test
    void whatIsKeptAndComesAgainAfterARestartIsReceived() {
        Word word = Word.of("5", "it went well");
        coaching.letters.put(word.message(), Fairground.ANA);

        done(talk().saidInPrivate(word));

        assertThat(word.answers()).containsExactly(Word.RECEIPT);
    }

    @Test
    void whoWasNotAskedIsToldThatNothingIsKept() {
        Word word = Word.of("5", "hello");

        done(talk().saidInPrivate(word));

        assertThat(coaching.said).isEmpty();
        assertThat(word.answers().getFirst().text()).startsWith("No chat is running just now");
    }

    @Test
    void aReplyToALetterBelongsToItWhateverElseIsOpen() {
        chatIsOpen();
        coaching.letters.put(LETTER, Fairground.ANA);
        Word word = Word.of("5", "A3: it went well").under(LETTER);

        done(talk().saidInPrivate(word));

        assertThat(coaching.said).containsExactly(word.said());
        assertThat(facilitator.heard).isEmpty();
    }

    @Test
    void whileAChatIsOpenALabelGoesThere() {
        chatIsOpen();
        coaching.asked.add(Fairground.ANA);

        done(talk().saidInPrivate(Word.of("5", "A3: quietly")));

        assertThat(facilitator.lastSaid().text()).isEqualTo("A3: quietly");
        assertThat(coaching.said).isEmpty();
    }

    @Test
    void aReplyToWhatIsInTheChatGoesThereToo() {
        chatIsOpen();
        coaching.asked.add(Fairground.ANA);
        Talk talk = talk();

        done(talk.saidInPrivate(Word.of("5", "A1: quietly")));
        done(talk.saidInPrivate(Word.of("6", "and slowly").under(new MessageId(Fairground.PRIVATE, "5"))));

        assertThat(facilitator.lastSaid().text()).isEqualTo("A1: and slowly");
        assertThat(coaching.said).isEmpty();
    }

    @Test
    void ofAnythingElseItIsAskedForWhichItIs() {
        chatIsOpen();
        coaching.asked.add(Fairground.ANA);
        Talk talk = talk();
        Word word = Word.of("5", "quietly");

        done(talk.saidInPrivate(word));
        assertThat(word.offered()).containsExactly("Answer to Q3", "For my reflection", "Not for the chat");
        assertThat(word.answers().getLast().text()).contains("a reflection is yours alone");
        assertThat(facilitator.heard).isEmpty();
        assertThat(coaching.said).isEmpty();
        Visit press = visit();
        press.word = Optional.of(word.edited("quietly, I said"));
        talk.pressed(press, word.wish("For my reflection"), "");

        assertThat(coaching.kept).containsExactly(Map.entry(word.message(), "quietly, I said"));
        assertThat(press.answer().text()).isEqualTo("Kept.");
        assertThat(press.answer().rows()).isEmpty();
        assertThat(word.answers()).last().isEqualTo(Word.RECEIPT);
        assertThat(facilitator.heard).isEmpty();
    }

    @Test
    void thatButtonIsForTheOneWhoSaidIt() {
        Word word = Word.of("5", "quietly");
        Visit other = new Visit("2", new Account("fairground", "bo"), Fairground.ROOM, false, true);
        other.word = Optional.of(word);

        talk().pressed(other, new Wish("reflection", "", word.id()), "");

        assertThat(other.answer().text()).isEqualTo("This is gone already.");
        assertThat(coaching.said).isEmpty();
    }

    @Test
    void whereSeveralChatsAreOpenTheReflectionIsOfferedStill() {
        RoomId second = new RoomId("fairground", "8");
        chatIsOpen();
        facilitator.cards.put(second, FakeFacilitator.thirdQuestion(second, Visit.AT));
        coaching.asked.add(Fairground.ANA);
        Word word = Word.of("5", "quietly");

        done(talk(Fairground.ROOM, second).saidInPrivate(word));

        assertThat(word.answers().getLast().text()).startsWith("Several chats are running");
        assertThat(word.offered()).containsExactly("For my reflection");
    }

    @Test
    void whoWasNotAskedIsOfferedTheChatAlone() {
        chatIsOpen();
        Word word = Word.of("5", "quietly");

        done(talk().saidInPrivate(word));

        assertThat(word.offered()).containsExactly("Answer to Q3", "Not for the chat");
    }

    @Test
    void editsAndDeletionsReachWhatIsKept() {
        coaching.asked.add(Fairground.ANA);
        Talk talk = talk();
        Word word = Word.of("5", "it went well");

        done(talk.saidInPrivate(word));
        done(talk.editedInPrivate(word.edited("it went very well")));
        assertThat(coaching.kept).containsExactly(Map.entry(word.message(), "it went very well"));
        done(talk.deletedInPrivate(word.message(), word.id()));

        assertThat(coaching.kept).isEmpty();
        assertThat(word.answers()).containsExactly(Word.RECEIPT);
    }

    @Test
    void anEditOfWhatWasSaidForSomethingElseIsNotSpokenOf() {
        coaching.asked.add(Fairground.ANA);
        Word word = Word.of("5", "said to somebody else?").edited("said to somebody else, and when?");

        done(talk().editedInPrivate(word));

        assertThat(word.answers()).isEmpty();
        assertThat(coaching.kept).isEmpty();
    }

    @Test
    void whatIsInTheChatStaysThereWhenItIsEdited() {
        chatIsOpen();
        coaching.asked.add(Fairground.ANA);
        Talk talk = talk();
        Word word = Word.of("5", "A3: quietly");

        done(talk.saidInPrivate(word));
        done(talk.editedInPrivate(word.edited("A3: slowly")));
        done(talk.editedInPrivate(Word.of("6", "").edited("of nobody's business")));

        assertThat(facilitator.lastSaid().text()).isEqualTo("A3: slowly");
        assertThat(coaching.kept).isEmpty();
    }

    @Test
    void whatIsDeletedIsGoneForCoachingThoughTheChatFails() {
        coaching.asked.add(Fairground.ANA);
        Talk talk = talk();
        Word word = Word.of("5", "it went well");
        done(talk.saidInPrivate(word));
        facilitator.trouble = new IllegalStateException("no database");

        assertThat(talk.deletedInPrivate(word.message(), word.id()).toCompletableFuture())
                .failsWithin(Duration.ofSeconds(10));
        assertThat(coaching.kept).isEmpty();
    }

    @Test
    void whatCannotBeKeptIsSaid() {
        keeping = Duration.ofMillis(100);
        coaching.asked.add(Fairground.ANA);
        coaching.trouble = new IllegalStateException("no database");
        Word lost = Word.of("5", "precious");
        done(talk().saidInPrivate(lost));
        coaching.trouble = new Refused("This is not open any more.");
        Word refused = Word.of("6", "late");
        done(talk().saidInPrivate(refused));

        assertThat(lost.answers())
                .containsExactly(Saying.of("This could not be kept. Please send it again in a while."));
        assertThat(refused.answers()).containsExactly(Saying.of("This is not open any more."));
    }

    @Test
    void whereItCannotBeFoundOutWhatIsAskedItIsFoundOutLaterOrSaid() {
        coaching.asked.add(Fairground.ANA);
        coaching.unknown = new IllegalStateException("no database");
        Word word = Word.of("5", "it went well");
        var saying = talk().saidInPrivate(word);
        coaching.unknown = null;
        done(saying);
        keeping = Duration.ofMillis(100);
        coaching.unknown = new IllegalStateException("no database");
        Word lost = Word.of("6", "and then");
        done(talk().saidInPrivate(lost));

        assertThat(word.answers()).containsExactly(Word.RECEIPT);
        assertThat(lost.answers())
                .containsExactly(Saying.of("This could not be kept. Please send it again in a while."));
    }

    @Test
    void tenChoicesStandInRowsThatFitAndSayWhatTheySay() {
        List<Choice> ten = IntStream.range(0, 10)
                .mapToObj(number -> new Choice("m" + number, "*_" + number, Choice.Style.OTHER))
                .toList();
        Limits five = new Limits(80, 100, 100, 45, 45, 4_000, 5, 5, 25, 4);
        Wording wording = new Wording(Prompts.of("commands"));

        List<Row> rows = new Choices(wording, five).of(new Note("Ten", ten));

        assertThat(rows)
                .hasSize(2)
                .allMatch(row -> ((Row.Buttons) row).buttons().size() == 5);
        assertThat(((Row.Buttons) rows.getFirst()).buttons().getFirst().label()).isEqualTo("*_0");
        assertThat(new Choices(wording, Fairground.LARGE).of(new Note("Ten", ten)))
                .hasSize(1);
    }

    @Test
    void aDeletionIsTriedAgainUntilItIsDone() {
        coaching.asked.add(Fairground.ANA);
        Talk talk = talk();
        Word word = Word.of("5", "it went well");
        done(talk.saidInPrivate(word));
        coaching.trouble = new IllegalStateException("no database");

        var deleting = talk.deletedInPrivate(word.message(), word.id());
        Awaitility.await().until(() -> facilitator.heard.stream().anyMatch(Incoming.Unsaid.class::isInstance));
        coaching.trouble = null;
        done(deleting);

        assertThat(coaching.kept).isEmpty();
    }
}
