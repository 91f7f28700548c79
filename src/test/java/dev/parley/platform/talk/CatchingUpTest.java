package dev.parley.platform.talk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.MessageId;
import dev.parley.platform.FakeCoaching;
import dev.parley.platform.FakeFacilitator;
import dev.parley.platform.Incoming;
import dev.parley.platform.PrivateGap;
import dev.parley.voice.Prompts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was said in private while nobody listened, at the fair. */
class CatchingUpTest {
    private static final Instant LONG_AFTER = Visit.AT.plus(Duration.ofHours(3));

    private final FakeFacilitator facilitator = new FakeFacilitator();
    private final FakeCoaching coaching = new FakeCoaching();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Remembered history = new Remembered();
    private final Talk talk;

    CatchingUpTest() {
        facilitator.coaching = Optional.of(coaching);
        talk = talk();
    }

    private Talk talk() {
        return new Talk(
                facilitator,
                Prompts.of("commands"),
                new Fairground(List.of(Fairground.ROOM), Fairground.LARGE, new ArrayList<>()),
                new CommandNames("parley", "when", "parley answer", "parley mine", "room"),
                new Patience(
                        Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofMillis(10), Duration.ofSeconds(1)),
                new Stopping(),
                threads);
    }

    @AfterEach
    void stops() {
        coaching.busy.countDown();
        threads.shutdown();
    }

    /** What the fair remembers of Ana's private room, in which a letter of ours stands first. */
    private static final class Remembered implements PrivateHistory {
        private final Map<MessageId, Found> standing = new LinkedHashMap<>();
        private boolean oldAreDeleted;
        private Runnable meanwhile = () -> {};

        Word says(Word word) {
            standing.put(word.message(), new Found(word, false));
            return word;
        }

        void dealtWith(Word word) {
            standing.put(word.message(), new Found(word, true));
        }

        @Override
        public Optional<MessageId> message(String id) {
            return Optional.of(new MessageId(Fairground.PRIVATE, id.substring("D1/".length())));
        }

        @Override
        public String id(MessageId message) {
            return "D1/" + message.id();
        }

        @Override
        public Past since(Instant from, Set<MessageId> known) {
            Map<MessageId, Instant> gone = new LinkedHashMap<>();
            known.stream()
                    .filter(message -> !standing.containsKey(message))
                    .forEach(message -> gone.put(message, Visit.AT));
            Instant oldest = oldAreDeleted ? Visit.AT.plusSeconds(1) : Visit.AT.minusSeconds(60);
            Past past = new Past(List.copyOf(standing.values()), gone, Optional.of(oldest));
            meanwhile.run();
            return past;
        }
    }

    private void chatIsOpen() {
        facilitator.cards.put(
                Fairground.ROOM, FakeFacilitator.thirdQuestion(Fairground.ROOM, Visit.AT.plusSeconds(360)));
    }

    private void catchesUp(Instant spokenOf, MessageId... known) {
        talk.catchUp(new PrivateGap(Fairground.ANA, Fairground.PRIVATE, Instant.MIN, spokenOf, Set.of(known)), history);
    }

    private static void done(CompletionStage<Void> stage) {
        stage.toCompletableFuture().join();
    }

    @Test
    void whatHasALabelIsHeardInTheChatHoweverLongAgoItWasSaid() {
        chatIsOpen();
        Word word = history.says(Word.of("5", "A3: quietly"));

        catchesUp(LONG_AFTER);

        assertThat(facilitator.lastSaid().text()).isEqualTo("A3: quietly");
        assertThat(facilitator.lastSaid().at()).isEqualTo(Visit.AT);
        assertThat(word.answers().getFirst()).isEqualTo(Word.RECEIPT);
        assertThat(facilitator.privateRooms).containsEntry(Fairground.ANA, Fairground.PRIVATE);
    }

    @Test
    void whatIsInTheChatChangesAndGoesThere() {
        chatIsOpen();
        Word changes = Word.of("5", "A1: quietly");
        Word goes = Word.of("6", "A2: slowly");
        done(talk.saidInPrivate(changes));
        done(talk.saidInPrivate(goes));
        history.dealtWith(changes.edited("A1: very quietly"));
        history.oldAreDeleted = true;

        catchesUp(LONG_AFTER);

        assertThat(facilitator.mine(Fairground.ANA, Fairground.ROOM))
                .extracting(mine -> mine.text())
                .containsExactly("A1: very quietly");
        assertThat(changes.answers()).filteredOn(Word.RECEIPT::equals).hasSize(1);
    }

    @Test
    void whatWouldHaveToBeAskedIsAskedForAWhileOnly() {
        chatIsOpen();
        Word word = history.says(Word.of("5", "quietly"));

        catchesUp(LONG_AFTER);
        assertThat(word.answers()).isEmpty();
        Word lately = history.says(Word.of("6", "quietly"));
        catchesUp(Visit.AT);

        assertThat(lately.offered()).containsExactly("Answer to Q3", "Not for the chat");
        assertThat(facilitator.heard).isEmpty();
    }

    @Test
    void whatWasSaidBeforeTheChatOpenedIsForWhatWasAskedThen() {
        chatIsOpen();
        facilitator.opened.put(Fairground.ROOM, Visit.AT.plusSeconds(60));
        coaching.asked.add(Fairground.ANA);
        Word word = history.says(Word.of("5", "it went well"));

        catchesUp(LONG_AFTER);

        assertThat(coaching.kept).containsOnly(Map.entry(word.message(), "it went well"));
        assertThat(word.answers()).containsExactly(Word.RECEIPT);
    }

    @Test
    void whatIsKeptWithoutAReceiptGetsOne() {
        coaching.asked.add(Fairground.ANA);
        Word word = history.says(Word.of("5", "it went well"));
        coaching.kept.put(word.message(), "it went well");

        catchesUp(LONG_AFTER, word.message());

        assertThat(word.answers()).containsExactly(Word.RECEIPT);
        assertThat(coaching.said).isEmpty();
    }

    @Test
    void aReflectionIsNotGoneBecauseThePlatformForgetsWhatIsOld() {
        MessageId answer = new MessageId(Fairground.PRIVATE, "5");
        coaching.kept.put(answer, "it went well");
        history.oldAreDeleted = true;
        catchesUp(LONG_AFTER, answer);
        assertThat(coaching.kept).containsKey(answer);

        history.oldAreDeleted = false;
        catchesUp(LONG_AFTER, answer);
        assertThat(coaching.kept).isEmpty();
    }

    @Test
    void whatIsDeliveredBesidesIsHeardOnce() {
        coaching.asked.add(Fairground.ANA);
        Word word = history.says(Word.of("5", "it went well"));

        done(talk.saidInPrivate(word));
        catchesUp(LONG_AFTER);
        done(talk.saidInPrivate(word));

        assertThat(coaching.said).hasSize(1);
        assertThat(word.answers()).containsExactly(Word.RECEIPT);
    }

    @Test
    void whatIsDeletedOrEditedWhileTheHistoryIsReadCounts() {
        coaching.asked.add(Fairground.ANA);
        Word gone = history.says(Word.of("5", "better not"));
        Word changed = history.says(Word.of("6", "firts"));
        history.meanwhile = () -> {
            done(talk.deletedInPrivate(gone.message(), gone.id()));
            done(talk.editedInPrivate(changed.edited("first")));
        };

        catchesUp(LONG_AFTER);

        assertThat(coaching.kept).containsOnly(Map.entry(changed.message(), "first"));
    }

    @Test
    void whatWasSaidAndEditedMeanwhileIsHeardAsItStands() {
        coaching.asked.add(Fairground.ANA);
        Word word = Word.of("5", "firts").edited("first");
        history.says(word);

        catchesUp(LONG_AFTER);

        assertThat(coaching.kept).containsOnly(Map.entry(word.message(), "first"));
        Incoming.Said said = coaching.said.getLast();
        assertThat(said.at()).isEqualTo(Visit.AT);
    }

    @Test
    void nothingIsDoneBeforeItIsKept() {
        coaching.asked.add(Fairground.ANA);
        history.says(Word.of("5", "it went well"));
        coaching.busy = new CountDownLatch(1);
        Thread catching = Thread.ofVirtual().start(() -> catchesUp(LONG_AFTER));

        assertThat(catching.isAlive()).isTrue();
        assertThat(coaching.kept).isEmpty();
        coaching.busy.countDown();

        assertThat(catching).satisfies(one -> one.join());
        assertThat(coaching.kept).hasSize(1);
    }
}
