package dev.parley.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.Place;
import dev.parley.platform.Incoming;
import dev.parley.platform.slack.local.Interaction;
import dev.parley.platform.slack.local.Message;
import dev.parley.platform.slack.local.Person;
import java.time.Instant;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MineTest {
    private final TalkEvening evening = new TalkEvening();

    @AfterEach
    void nothingWasWrong() {
        evening.close();
        assertThat(evening.slack.violations()).isEmpty();
    }

    private Message says(Person person, String words) {
        Message message = person.says(evening.channel, words);
        Awaitility.await()
                .until(() -> evening.facilitator.heard.stream()
                        .anyMatch(one -> one instanceof Incoming.Said said
                                && said.message().equals(evening.id(message))));
        return message;
    }

    /** The action of a menu, the first in a message. */
    private static String menu(Message message) {
        for (var block : message.blocks()) {
            for (var element : block.path("elements")) {
                if (element.path("type").asText().endsWith("_select")) {
                    return element.path("action_id").asText();
                }
            }
        }
        throw new AssertionError("no menu in " + message.blocks());
    }

    private static Message showing(Message message, String words) {
        return TalkEvening.showing(message, one -> one.shown().contains(words));
    }

    @Test
    void oneSeesMovesAndDeletesWhatIsTheirsInPlace() {
        evening.thirdQuestion(evening.starts());
        says(evening.ana, "A1: Silence");
        Message second = says(evening.ana, "Something about lunch");
        says(evening.bo, "A2: Not hers");

        Message mine = evening.ana.runs(evening.channel, "/parley mine").reply();
        assertThat(mine.shown())
                .contains("My answers", "Silence", "Something about lunch")
                .doesNotContain("Not hers");

        evening.ana.picks(mine, menu(mine), evening.room.id() + "." + second.ts());
        showing(mine, "Filed as side talk");
        evening.ana.picks(mine, menu(mine), "Q2");
        showing(mine, "Filed under");
        assertThat(evening.facilitator
                        .mine(evening.account(evening.ana), evening.room)
                        .getLast()
                        .questions())
                .containsExactly(2);

        evening.ana.pressesLabel(mine, "Delete");
        showing(mine, "Deleted: Parley keeps it no longer.");
        assertThat(evening.ana.seesEphemerals()).containsExactly(mine);
        assertThat(evening.facilitator.mine(evening.account(evening.ana), evening.room))
                .hasSize(1);
        assertThat(evening.channel.history()).hasSize(4);
    }

    @Test
    void anAnswerThatStoodNowhereIsGoneWhenItIsDeleted() {
        evening.thirdQuestion(evening.starts());
        evening.ana.runs(evening.channel, "/parley answer Q1 Silence").reply();

        Message mine = evening.ana.runs(evening.channel, "/parley mine").reply();
        evening.ana.picks(
                mine,
                menu(mine),
                evening.room.id() + "."
                        + evening.facilitator.lastSaid().message().id());
        showing(mine, "Filed as");
        evening.ana.pressesLabel(mine, "Delete");

        TalkEvening.showing(mine, one -> one.shown().equals("Deleted."));
    }

    @Test
    void whoLeavesIsForgotten() {
        evening.thirdQuestion(evening.starts());
        says(evening.ana, "A1: Silence");

        Message mine = evening.ana.runs(evening.channel, "/parley mine").reply();
        evening.ana.pressesLabel(mine, "Erase me…");
        showing(mine, "Erase everything");
        evening.ana.pressesLabel(mine, "Erase me");

        showing(mine, "Everything that Parley kept of you is erased.");
        assertThat(evening.facilitator.mine(evening.account(evening.ana), evening.room))
                .isEmpty();
    }

    @Test
    void afterFivePressesTheAnswersStillComeToTheOneAlone() {
        evening.thirdQuestion(evening.starts());
        for (int number = 1; number <= 30; number++) {
            evening.facilitator.hear(new Incoming.Said(
                    new MessageId(evening.room, "1700000000.0000" + (10 + number)),
                    evening.account(evening.ana),
                    "Ana",
                    "A1: number " + number,
                    Place.ROOM,
                    Instant.EPOCH));
        }
        Message mine = evening.ana.runs(evening.channel, "/parley mine").reply();

        for (int page = 2; page <= 4; page++) {
            evening.ana.pressesLabel(mine, "Earlier");
            showing(mine, "(" + page + " of 4)");
        }
        for (int page = 3; page >= 1; page--) {
            evening.ana.pressesLabel(mine, "Later");
            showing(mine, "(" + page + " of 4)");
        }
        assertThat(evening.ana.seesEphemerals()).containsExactly(mine);
    }

    @Test
    void theMenuOfAMessageSaysWhereItBelongs() {
        evening.thirdQuestion(evening.starts());
        Message said = says(evening.ana, "Something about lunch");

        Interaction opened = evening.ana.opensShortcut("file_under", said);
        Message choices = opened.reply();
        assertThat(choices.shown()).isEqualTo("Where does this belong?");
        evening.ana.picks(choices, menu(choices), "Q3");

        showing(choices, "Filed under");
        assertThat(evening.facilitator
                        .mine(evening.account(evening.ana), evening.room)
                        .getLast()
                        .questions())
                .containsExactly(3);
        assertThat(Objects.requireNonNull(evening.slack.message(evening.channel, said.ts()))
                        .versions())
                .hasSize(1);
    }

    @Test
    void nobodyFilesWhatIsNotTheirsButHosts() {
        evening.thirdQuestion(evening.starts());
        Message said = says(evening.ana, "Something about lunch");

        Message choices = evening.bo.opensShortcut("file_under", said).reply();
        evening.bo.picks(choices, menu(choices), "Q3");
        showing(choices, "not theirs");

        Message hosts = evening.hanna.opensShortcut("file_under", said).reply();
        evening.hanna.picks(hosts, menu(hosts), "Q3");
        showing(hosts, "Filed under");
    }

    @Test
    void elsewhereThereIsNothingToFile() {
        evening.thirdQuestion(evening.starts());
        Message said = evening.ana.says(evening.other, "Hello");

        assertThat(evening.ana.opensShortcut("file_under", said).reply().shown())
                .isEqualTo("There is no chat here just now.");
    }
}
