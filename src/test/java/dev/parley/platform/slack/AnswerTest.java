package dev.parley.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Place;
import dev.parley.platform.Card;
import dev.parley.platform.Incoming;
import dev.parley.platform.Refused;
import dev.parley.platform.slack.local.Interaction;
import dev.parley.platform.slack.local.Message;
import dev.parley.platform.slack.local.Person;
import dev.parley.platform.slack.local.View;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
    private final TalkEvening evening = new TalkEvening();

    @AfterEach
    void nothingWasWrong() {
        evening.close();
        assertThat(evening.slack.violations()).isEmpty();
    }

    private View opens(Person person, Message question) {
        return person.pressesLabel(question, "Answer").modal();
    }

    private static View sends(Person person, View modal, String words) {
        assertThat(person.submits(modal, TalkEvening.text(words)).isAcknowledged())
                .isTrue();
        return modal;
    }

    @Test
    void theButtonUnderAQuestionOpensAWindowForIt() {
        Message question = evening.thirdQuestion(evening.starts());

        View modal = opens(evening.ana, question);
        assertThat(modal.title()).isEqualTo("Your answer");
        TalkEvening.showing(modal, "What makes a meeting feel like a talk between equals?");
        sends(evening.ana, modal, "By listening first");

        TalkEvening.showing(modal, "Kept, as side talk. /parley mine shows it");
        Incoming.Said said = evening.facilitator.lastSaid();
        assertThat(said.text()).isEqualTo("By listening first");
        assertThat(said.author()).isEqualTo(evening.account(evening.ana));
        assertThat(said.name()).isEqualTo("Ana");
        assertThat(said.message().id()).isEqualTo("m" + modal.id());
        assertThat(said.place()).isEqualTo(new Place.Under(evening.id(question)));
        assertThat(evening.channel.history()).containsExactly(question);
        assertThat(question.versions()).hasSize(1);
    }

    @Test
    void bySignedRequestsItIsTheSame() {
        Message question = evening.byHttp().thirdQuestion(evening.starts());

        assertThat(evening.ana
                        .runs(evening.channel, "/parley answer Q4 Früh & \"laut\" + 100%")
                        .reply()
                        .shown())
                .startsWith("Kept");
        assertThat(evening.facilitator.lastSaid().text()).isEqualTo("A4: Früh & \"laut\" + 100%");
        View modal = opens(evening.ana, question);
        TalkEvening.showing(sends(evening.ana, modal, "By listening first"), "Kept");
        assertThat(evening.facilitator.lastSaid().text()).isEqualTo("By listening first");
        assertThat(evening.ana.pressesLabel(question, "Where are we?").reply().shown())
                .startsWith("We are at question 3");
    }

    @Test
    void whereWeAreIsSaidToTheOneWhoPresses() {
        Message question = evening.thirdQuestion(evening.starts());

        Interaction pressed = evening.ana.pressesLabel(question, "Where are we?");

        assertThat(pressed.reply().shown()).startsWith("We are at question 3");
        assertThat(evening.ana.seesEphemerals()).hasSize(1);
        assertThat(evening.bo.seesEphemerals()).isEmpty();
        assertThat(question.versions()).hasSize(1);
    }

    @Test
    void underWhereWeAreOneCanAnswerToo() {
        evening.thirdQuestion(evening.starts());
        Message where = evening.ana.runs(evening.channel, "/parley where").reply();

        View modal = evening.ana.pressesLabel(where, "Answer").modal();
        assertThat(modal.title()).isEqualTo("Answer to question 3");

        TalkEvening.showing(sends(evening.ana, modal, "Slowly"), "Kept");
    }

    @Test
    void theWindowOpensWithoutAskingTheDatabase() {
        Message question = evening.thirdQuestion(evening.starts());
        evening.databaseHangs();

        View modal = opens(evening.ana, question);
        sends(evening.ana, modal, "Slowly");
        TalkEvening.showing(modal, "One moment");
        evening.databaseMoves();

        TalkEvening.showing(modal, "Kept");
        assertThat(evening.facilitator.lastSaid().text()).isEqualTo("Slowly");
    }

    @Test
    void theQuestionIsMeantThatWasOpenWhenTheWindowOpened() {
        Message question = evening.thirdQuestion(evening.starts());
        View modal = evening.ana.runs(evening.channel, "/parley answer").modal();
        TalkEvening.showing(modal, "What makes a meeting");
        evening.facilitator.cards.put(evening.room, evening.at(Card.Stage.CLOSING));

        TalkEvening.showing(sends(evening.ana, modal, "Thought for long"), "Kept");

        assertThat(evening.facilitator.lastSaid().place()).isEqualTo(new Place.Under(evening.id(question)));
    }

    @Test
    void whatIsTypedWhileTheWindowIsFilledStays() {
        Message question = evening.thirdQuestion(evening.starts());
        View modal = opens(evening.ana, question);
        String field =
                modal.blocks().get(modal.blocks().size() - 1).path("block_id").asText();

        TalkEvening.showing(modal, "What makes a meeting");

        assertThat(modal.blocks()
                        .get(modal.blocks().size() - 1)
                        .path("block_id")
                        .asText())
                .isEqualTo(field);
    }

    @Test
    void whatIsRefusedIsGivenBackToCopy() {
        Message question = evening.thirdQuestion(evening.starts());
        evening.facilitator.trouble = new Refused("The chat has ended.");
        View modal = opens(evening.ana, question);

        sends(evening.ana, modal, "With *stars* & <!channel>");

        TalkEvening.showing(modal, "The chat has ended.");
        assertThat(modal.shown()).contains("With *stars* & <!channel>");
    }

    @Test
    void whatCannotBeKeptYetIsShownAndKeptLater() {
        Message question = evening.thirdQuestion(evening.starts());
        evening.facilitator.trouble = new IllegalStateException("the database is away");
        View modal = opens(evening.ana, question);

        sends(evening.ana, modal, "Stubbornly");
        TalkEvening.showing(modal, "Stubbornly");
        evening.facilitator.trouble = null;

        TalkEvening.showing(modal, "Kept");
        assertThat(evening.facilitator.lastSaid().text()).isEqualTo("Stubbornly");
    }

    @Test
    void whatCannotBeKeptAtAllIsGivenBackInPrivateToOneWhoHasClosedTheWindow() {
        Message question = evening.keepingFor(Duration.ofSeconds(4)).thirdQuestion(evening.starts());
        evening.facilitator.trouble = new IllegalStateException("the database is away");
        View modal = opens(evening.ana, question);

        sends(evening.ana, modal, "Not to be lost <@everyone>");
        evening.ana.closes(modal);

        Awaitility.await()
                .until(() ->
                        evening.ana.inbox().stream().anyMatch(one -> one.shown().equals("Not to be lost <@everyone>")));
        assertThat(evening.bo.inbox()).isEmpty();
        assertThat(evening.channel.history()).containsExactly(question);
    }

    @Test
    void anAnswerIsKeptEvenWhereSlackDoesNotHearThatItCame() {
        Message question = evening.thirdQuestion(evening.starts());
        View modal = opens(evening.ana, question);
        TalkEvening.showing(modal, "What makes a meeting");

        evening.databaseHangs();
        evening.ana.submits(modal, TalkEvening.text("Through a storm"));
        evening.slack.dropsSockets();
        evening.databaseMoves();

        Awaitility.await().until(() -> !evening.facilitator.heard.isEmpty());
        assertThat(evening.facilitator.lastSaid().text()).isEqualTo("Through a storm");
        evening.slack.forgiveViolations();
    }

    @Test
    void whatIsTypedWhileParleyStopsStaysInTheWindow() throws InterruptedException {
        SlackPlatform platform = evening.starts();
        Message question = evening.thirdQuestion(platform);
        View modal = opens(evening.ana, question);
        TalkEvening.showing(modal, "What makes a meeting");
        View another = opens(evening.bo, question);
        evening.databaseHangs();
        sends(evening.bo, another, "Just in time");

        Thread closing = Thread.ofVirtual().start(platform::close);
        TalkEvening.showing(another, "Just in time");
        Interaction late = evening.ana.submits(modal, TalkEvening.text("Just too late"));

        assertThat(late.isAcknowledged()).isFalse();
        evening.databaseMoves();
        closing.join();
        assertThat(modal.shown()).contains("What makes a meeting");
        evening.slack.forgiveViolations();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hello <!here>", "<@U0001> & *all* _of_ `you`", "@Bo @channel @here", "> quote\n# head"})
    void hostileWordsPingNobody(String words) {
        Message question = evening.thirdQuestion(evening.starts());
        View modal = opens(evening.ana, question);
        sends(evening.ana, modal, words);
        TalkEvening.showing(modal, "Kept");

        Message mine = evening.ana.runs(evening.channel, "/parley mine").reply();

        assertThat(evening.facilitator.lastSaid().text()).isEqualTo(words);
        assertThat(mine.pinged()).isEmpty();
        assertThat(mine.shown().replace("\u2068", "").replace("\u2069", "")).contains(words.replaceAll("\\s+", " "));
        assertThat(List.of(evening.bo.pings(), evening.ana.pings())).allMatch(List::isEmpty);
    }

    @Test
    void aShortcutThatIsEverywhereShowsTheChatsAndTheWayToMine() {
        evening.thirdQuestion(evening.starts());

        View modal = evening.ana.opensShortcut("parley").modal();

        TalkEvening.showing(modal, "We are at ");
        View dialog = modal;
        evening.ana.presses(modal, modal.button("Answer"));
        Awaitility.await().until(() -> dialog.title().equals("Answer to question 3"));
        TalkEvening.showing(sends(evening.ana, modal, "From anywhere"), "Kept");
        assertThat(evening.facilitator.lastSaid().text()).isEqualTo("From anywhere");
    }

    @Test
    void theShortcutOpensWhateverTheDatabaseDoes() {
        evening.thirdQuestion(evening.starts());
        evening.databaseHangs();

        View modal = evening.ana.opensShortcut("parley").modal();

        assertThat(modal.shown()).contains("One moment");
        evening.databaseMoves();
        TalkEvening.showing(modal, "We are at ");
        evening.ana.presses(modal, modal.button("My answers"));
        TalkEvening.showing(modal, "Nothing of yours is kept");
    }
}
