package dev.parley.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Place;
import dev.parley.platform.Card;
import dev.parley.platform.Incoming;
import dev.parley.platform.slack.local.Interaction;
import dev.parley.platform.slack.local.Message;
import dev.parley.platform.slack.local.View;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {
    private final TalkEvening evening = new TalkEvening();

    @AfterEach
    void nothingWasWrong() {
        evening.close();
        assertThat(evening.slack.violations()).isEmpty();
    }

    private String answer(Interaction interaction) {
        return interaction.reply().shown();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/parley where", "/parley WHERE", "/parley Where are we?", "/parley  where?"})
    void whereWeAreIsSaidToTheOneWhoAsks(String line) {
        evening.thirdQuestion(evening.starts());

        assertThat(answer(evening.ana.runs(evening.channel, line))).startsWith("We are at question 3");
        assertThat(evening.ana.seesEphemerals()).hasSize(1);
        assertThat(evening.channel.fromBot()).hasSize(1);
    }

    @Test
    void theRecapTheScheduleAndTheQuestions() {
        evening.thirdQuestion(evening.starts());

        assertThat(answer(evening.ana.runs(evening.channel, "/parley recap"))).isEqualTo("The recap of Tuesday talk");
        assertThat(answer(evening.ana.runs(evening.channel, "/parley schedule")))
                .isEqualTo("Tuesday talk on Tuesday");
        assertThat(answer(evening.ana.runs(evening.channel, "/parley questions")))
                .contains("1 What helped you listen this week?")
                .contains("3 What makes a meeting");
    }

    @Test
    void anAnswerBehindTheCommandIsKeptAtOnce() {
        Message question = evening.thirdQuestion(evening.starts());

        assertThat(answer(evening.ana.runs(evening.channel, "/parley answer By listening <first> & last")))
                .startsWith("Kept, as side talk. /parley mine shows it");
        Incoming.Said said = evening.facilitator.lastSaid();
        assertThat(said.text()).isEqualTo("By listening <first> & last");
        assertThat(said.author()).isEqualTo(evening.account(evening.ana));
        assertThat(said.name()).isEqualTo("Ana");
        assertThat(said.place()).isEqualTo(new Place.Under(evening.id(question)));
        assertThat(evening.channel.history()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"answer Q4 Early", "answer a4: Early", "ANSWER 4: Early", "Q4 Early", "A4: Early"})
    void aNumberLeadsToItsQuestion(String line) {
        evening.thirdQuestion(evening.starts());

        answer(evening.ana.runs(evening.channel, "/parley " + line));

        assertThat(evening.facilitator.lastSaid().text()).isEqualTo("A4: Early");
    }

    @Test
    void aNumberMayBeginASentence() {
        evening.thirdQuestion(evening.starts());

        answer(evening.ana.runs(evening.channel, "/parley answer 3 things helped"));

        assertThat(evening.facilitator.lastSaid().text()).isEqualTo("3 things helped");
    }

    @Test
    void withoutWordsAWindowOpens() {
        evening.thirdQuestion(evening.starts());

        assertThat(evening.ana.runs(evening.channel, "/parley answer").modal().title())
                .isEqualTo("Your answer");
        View modal = evening.ana.runs(evening.channel, "/parley answer q2").modal();
        assertThat(modal.title()).isEqualTo("Answer to question 2");
        TalkEvening.showing(modal, "Where did a colleague surprise you?");
    }

    @Test
    void helpNamesTheHostsVerbsToHostsAlone() {
        evening.thirdQuestion(evening.starts());

        assertThat(answer(evening.ana.runs(evening.channel, "/parley help")))
                .contains("/parley where", "/parley answer", "/parley mine")
                .doesNotContain("/parley next");
        assertThat(answer(evening.ana.runs(evening.channel, "/parley"))).contains("/parley where");
        assertThat(answer(evening.hanna.runs(evening.channel, "/parley help"))).contains("/parley next");
    }

    @Test
    void whatIsNotUnderstoodIsGivenBack() {
        evening.thirdQuestion(evening.starts());

        Interaction asked = evening.ana.runs(evening.channel, "/parley I think that @Bo listens");

        assertThat(asked.replies(2).getLast().shown()).isEqualTo("I think that @bo listens");
        assertThat(evening.bo.pings()).isEmpty();
    }

    @Test
    void hostsSteer() {
        evening.thirdQuestion(evening.starts());

        assertThat(answer(evening.hanna.runs(evening.channel, "/parley Next"))).startsWith("Done.");
        answer(evening.ines.runs(evening.channel, "/parley jump Q2"));
        answer(evening.hanna.runs(evening.channel, "/parley cohost @Bo please"));
        answer(evening.hanna.runs(evening.channel, "/parley add What would you drop?"));
        assertThat(evening.facilitator.steered)
                .containsExactly(
                        "next",
                        "jump 2",
                        "cohost " + evening.account(evening.bo).id(),
                        "add What would you drop?");

        assertThat(answer(evening.ana.runs(evening.channel, "/parley next"))).isEqualTo("This is for hosts.");
        assertThat(evening.facilitator.steered).hasSize(4);
    }

    @Test
    void whatAVerbNeedsIsAskedFor() {
        evening.thirdQuestion(evening.starts());

        Message jump = evening.hanna.runs(evening.channel, "/parley jump").reply();
        evening.hanna.picks(jump, menu(jump), "4");
        Awaitility.await().until(() -> evening.facilitator.steered.contains("jump 4"));
        Message cohost = evening.hanna.runs(evening.channel, "/parley cohost").reply();
        evening.hanna.picks(cohost, menu(cohost), evening.bo.id());
        Awaitility.await()
                .until(() -> evening.facilitator.steered.contains(
                        "cohost " + evening.account(evening.bo).id()));
        View add = evening.hanna.runs(evening.channel, "/parley add").modal();
        evening.hanna.submits(add, TalkEvening.text("What would you drop?"));
        Awaitility.await().until(() -> evening.facilitator.steered.contains("add What would you drop?"));
    }

    private static String menu(Message message) {
        return message.blocks()
                .get(message.blocks().size() - 1)
                .path("elements")
                .get(0)
                .path("action_id")
                .asText();
    }

    @Test
    void anotherChannelIsNamedByItsName() {
        evening.in(evening.channel, evening.other).thirdQuestion(evening.starts());

        assertThat(answer(evening.ana.runs(evening.other, "/parley where")))
                .isEqualTo("There is no chat here just now.");
        assertThat(answer(evening.ana.runs(evening.other, "/parley where in #tuesday-talk")))
                .startsWith("We are at question 3");
        assertThat(answer(evening.ana.runs(evening.hosts, "/parley where"))).contains("#channel");
    }

    @Test
    void aPrivateChannelIsForThoseWhoAreInIt() {
        evening.in(evening.channel, evening.staff).thirdQuestion(evening.starts());

        assertThat(answer(evening.ana.runs(evening.channel, "/parley where #staff-talk")))
                .isEqualTo("That channel is not one that you can see.");
        assertThat(answer(evening.bo.runs(evening.channel, "/parley where #staff-talk")))
                .isEqualTo("There is no chat here just now.");
    }

    @Test
    void aGuestSeesOnlyWhereTheyAre() {
        evening.in(evening.channel, evening.other).thirdQuestion(evening.starts());
        evening.ana.becomesGuest().leaves(evening.channel);

        assertThat(answer(evening.ana.runs(evening.other, "/parley where #tuesday-talk")))
                .isEqualTo("That channel is not one that you can see.");
    }

    @Test
    void aDatabaseThatHangsHoldsUpNoAcknowledgement() {
        evening.thirdQuestion(evening.starts());
        evening.databaseHangs();

        Interaction where = evening.ana.runs(evening.channel, "/parley where");
        Interaction answered = evening.bo.runs(evening.channel, "/parley answer Slowly");
        assertThat(where.isAcknowledged()).isTrue();
        assertThat(answered.isAcknowledged()).isTrue();
        evening.databaseMoves();
        assertThat(answer(where)).startsWith("We are at question 3");
        assertThat(answer(answered)).startsWith("Kept");
        assertThat(evening.facilitator.lastSaid().text()).isEqualTo("Slowly");
    }

    @Test
    void onceTheAddressIsUsedUpItIsSaidInTheChannelToTheOneAlone() {
        evening.thirdQuestion(evening.starts());
        String words = "Much. ".repeat(3_500);
        evening.facilitator.cards.computeIfPresent(
                evening.room,
                (_, card) -> new Card(
                        card.room(),
                        card.title(),
                        card.stage(),
                        card.question(),
                        card.until(),
                        card.asked(),
                        words,
                        card.agenda(),
                        card.verbs(),
                        card.troubles()));

        evening.ana.runs(evening.channel, "/parley where");

        List<String> parts = TalkEvening.asides(evening.ana, 8);
        assertThat(String.join(" ", parts).replaceAll("\\s+", " ").strip()).isEqualTo(words.strip());
        assertThat(evening.channel.fromBot()).hasSize(1);
    }
}
