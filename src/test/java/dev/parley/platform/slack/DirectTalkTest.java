package dev.parley.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Place;
import dev.parley.platform.Card;
import dev.parley.platform.Incoming;
import dev.parley.platform.slack.local.Faults;
import dev.parley.platform.slack.local.Message;
import dev.parley.platform.slack.local.Person;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DirectTalkTest {
    private final TalkEvening evening = new TalkEvening();

    @AfterEach
    void nothingWasWrong() {
        evening.close();
        assertThat(evening.slack.violations()).isEmpty();
    }

    private static Message said(Person to, String words) {
        Awaitility.await()
                .until(() -> to.inbox().stream().anyMatch(one -> one.shown().contains(words)));
        return to.inbox().reversed().stream()
                .filter(one -> one.shown().contains(words))
                .findFirst()
                .orElseThrow();
    }

    private Incoming.Said heard(String words) {
        Awaitility.await()
                .until(() -> evening.facilitator.heard.stream()
                        .anyMatch(one ->
                                one instanceof Incoming.Said said && said.text().equals(words)));
        return (Incoming.Said) evening.facilitator.heard.stream()
                .filter(one -> one instanceof Incoming.Said said && said.text().equals(words))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLabelIsHeardAndMarked() {
        evening.thirdQuestion(evening.starts());

        Message word = evening.ana.dm("A3: By listening");

        Incoming.Said said = heard("A3: By listening");
        assertThat(said.author()).isEqualTo(evening.account(evening.ana));
        assertThat(said.name()).isEqualTo("Ana");
        assertThat(said.message().room()).isEqualTo(evening.room);
        assertThat(said.message().id()).startsWith("d").hasSizeLessThanOrEqualTo(40);
        Awaitility.await().until(() -> word.reactions().containsKey("white_check_mark"));
        assertThat(said(evening.ana, "It will be in the recap").shown()).contains("/parley mine");
        assertThat(evening.channel.history()).hasSize(1);
    }

    @Test
    void whatHasNoLabelIsAskedAboutAndStandsNowhereBefore() {
        Message question = evening.thirdQuestion(evening.starts());

        evening.ana.dm("By listening");
        Message asks = said(evening.ana, "Is this for the chat in");
        assertThat(evening.facilitator.heard).isEmpty();
        evening.ana.pressesLabel(asks, "Answer to Q3");

        assertThat(heard("By listening").place()).isEqualTo(new Place.Under(evening.id(question)));
        TalkEvening.showing(asks, one -> one.shown().startsWith("Kept."));
        assertThat(evening.ana.inbox()).hasSize(2);
        assertThat(evening.ana.seesEphemerals()).isEmpty();
    }

    @Test
    void whoDoesNotWantItIsLetBe() {
        evening.thirdQuestion(evening.starts());

        evening.ana.dm("Just for you");
        Message asks = said(evening.ana, "Is this for the chat in");
        evening.ana.pressesLabel(asks, "Not for the chat");

        TalkEvening.showing(asks, one -> one.shown().startsWith("Then it stays between us"));
        assertThat(evening.facilitator.heard).isEmpty();
    }

    @Test
    void whatIsKeptChangesAndGoesWithTheMessage() {
        evening.thirdQuestion(evening.starts());
        Message word = evening.ana.dm("A3: By listening");
        Incoming.Said first = heard("A3: By listening");

        evening.ana.edits(word, "A3: By waiting");
        assertThat(heard("A3: By waiting").message()).isEqualTo(first.message());
        evening.ana.deletes(word);

        Awaitility.await().until(() -> evening.facilitator.heard.contains(new Incoming.Unsaid(first.message())));
        assertThat(evening.facilitator.mine(evening.account(evening.ana), evening.room))
                .isEmpty();
    }

    @Test
    void whatIsAskedAboutIsReadAgainWhereItStands() {
        evening.thirdQuestion(evening.starts());
        Message word = evening.ana.dm("By listning");
        Message asks = said(evening.ana, "Is this for the chat in");
        evening.ana.edits(word, "By listening");
        Awaitility.await().until(() -> evening.slack.deliveries().underWay() == 0);

        evening.ana.pressesLabel(asks, "Answer to Q3");

        heard("By listening");
        assertThat(evening.facilitator.heard).hasSize(1);
    }

    @Test
    void whatComesAgainAndAgainIsDealtWithOnce() {
        evening.slack.faults(Faults.from(7).repeating(1));
        evening.thirdQuestion(evening.starts());

        evening.ana.dm("By listening");
        said(evening.ana, "Is this for the chat in");
        evening.bo.dm("A1: Silence");
        said(evening.bo, "It will be in the recap");

        Awaitility.await().until(() -> evening.slack.deliveries().underWay() == 0);
        assertThat(evening.ana.inbox()).hasSize(2);
        assertThat(evening.bo.inbox()).hasSize(2);
    }

    @Test
    void aWordIsAcknowledgedWhenItIsKept() {
        evening.thirdQuestion(evening.starts());
        evening.slack.retriesAfter(Duration.ZERO, Duration.ofMillis(300), Duration.ofSeconds(1));
        evening.databaseHangs();

        evening.ana.dm("A3: By listening");
        Awaitility.await().until(() -> evening.slack.deliveries().retries() > 0);
        assertThat(evening.facilitator.heard).isEmpty();
        evening.databaseMoves();

        heard("A3: By listening");
        Awaitility.await().until(() -> evening.slack.deliveries().underWay() == 0);
        assertThat(evening.facilitator.heard).hasSize(1);
        assertThat(evening.slack.deliveries().lost()).isZero();
    }

    @Test
    void whatCouldNotBeTakenBackComesAgain() {
        evening.thirdQuestion(evening.starts());
        evening.slack.retriesAfter(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(3));
        Message word = evening.ana.dm("A3: By listening");
        Incoming.Said first = heard("A3: By listening");
        Awaitility.await().until(() -> evening.slack.deliveries().underWay() == 0);

        evening.facilitator.trouble = new IllegalStateException("the database is away");
        evening.ana.deletes(word);
        Awaitility.await().until(() -> evening.slack.deliveries().retries() > 0);
        evening.facilitator.trouble = null;

        Awaitility.await().until(() -> evening.facilitator.heard.contains(new Incoming.Unsaid(first.message())));
        Awaitility.await().until(() -> evening.slack.deliveries().underWay() == 0);
        assertThat(evening.slack.deliveries().lost()).isZero();
    }

    @Test
    void aWordThatCouldNotBeAnsweredComesAgain() {
        evening.thirdQuestion(evening.starts());
        evening.slack.retriesAfter(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(3));

        evening.slack.faults(Faults.from(5).failing(1));
        evening.ana.dm("By listening");
        Awaitility.await().until(() -> evening.slack.deliveries().retries() > 0);
        evening.slack.faultless();

        said(evening.ana, "Is this for the chat in");
        Awaitility.await().until(() -> evening.slack.deliveries().underWay() == 0);
        assertThat(evening.ana.inbox()).hasSize(2);
    }

    @Test
    void whoWasAskedBeforeARestartIsNotAskedAgain() {
        SlackPlatform before = evening.starts();
        evening.thirdQuestion(before);
        evening.slack.retriesAfter(
                Collections.nCopies(30, Duration.ofSeconds(1)).toArray(Duration[]::new));
        evening.slack.patience(Duration.ofMillis(1));
        evening.ana.dm("By listening");
        said(evening.ana, "Is this for the chat in");
        evening.stops(before);
        evening.slack.patience(Duration.ofSeconds(3));

        evening.starts();

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> evening.slack.deliveries().underWay() == 0);
        assertThat(evening.slack.deliveries().lost()).isZero();
        assertThat(evening.ana.inbox()).hasSize(2);
    }

    @Test
    void nothingIsKeptWhereNoChatIsOpenToThem() {
        evening.in(evening.staff).starts();
        evening.thirdQuestionIn(evening.staff);

        evening.ana.dm("A3: By listening");
        assertThat(said(evening.ana, "No chat is running just now").shown()).contains("/parley schedule");
        evening.bo.dm("A3: From inside");
        heard("A3: From inside");
        assertThat(evening.facilitator.heard).hasSize(1);
    }

    @Test
    void afterTheChatNothingIsKept() {
        evening.thirdQuestion(evening.starts());
        evening.facilitator.cards.put(evening.room, evening.at(Card.Stage.OVER));

        evening.ana.dm("A3: Late");

        said(evening.ana, "No chat is running just now");
        assertThat(evening.facilitator.heard).isEmpty();
    }

    @Test
    void hostileWordsAreKeptAsTheyAreAndPingNobody() {
        evening.thirdQuestion(evening.starts());

        evening.ana.dm("A3: <!channel> & *all* [x](javascript:alert(1))");

        heard("A3: <!channel> & *all* [x](javascript:alert(1))");
        assertThat(List.of(evening.bo.pings(), evening.ana.pings())).allMatch(List::isEmpty);
    }
}
