package dev.parley.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.Card;
import dev.parley.platform.FakeFacilitator;
import dev.parley.platform.slack.local.Channel;
import dev.parley.platform.slack.local.Message;
import dev.parley.platform.slack.local.Person;
import dev.parley.platform.slack.local.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HomeTest {
    private final TalkEvening evening = new TalkEvening();

    @AfterEach
    void nothingWasWrong() {
        evening.close();
        assertThat(evening.slack.violations()).isEmpty();
    }

    private static View home(Person person) {
        person.opensHome();
        Awaitility.await().until(() -> person.home() != null);
        return Objects.requireNonNull(person.home());
    }

    private static String menu(View view) {
        for (var block : view.blocks()) {
            for (var element : block.path("elements")) {
                if (element.path("type").asText().endsWith("_select")) {
                    return element.path("action_id").asText();
                }
            }
        }
        throw new AssertionError("no menu in " + view.blocks());
    }

    @Test
    void oneSeesTheChatsAndWhatIsTheirs() {
        evening.in(evening.channel, evening.staff).thirdQuestion(evening.starts());
        evening.facilitator.cards.put(TalkEvening.room(evening.staff), evening.card());
        evening.ana.runs(evening.channel, "/parley answer Q1 Silence").reply();

        View home = home(evening.ana);

        assertThat(home.shown())
                .contains("The chats", "question 3", "Tuesday talk", "My answers", "Silence")
                .doesNotContain("For hosts", "Next question");
        assertThat(home.shown().split("question 3", -1)).hasSize(2);
        assertThat(home(evening.bo).shown().split("question 3", -1)).hasSize(3);
    }

    @Test
    void asManyChatsAsFitAreThoseThatOneSeesInTheOrderOfTheSettings() {
        List<Channel> rooms = new ArrayList<>();
        for (int at = 0; at < 9; at++) {
            rooms.add(evening.workspace.privateChannel("staff-" + at, evening.bo));
        }
        for (int at = 0; at < 9; at++) {
            rooms.add(evening.workspace.channel("open-" + at));
        }
        rooms.forEach(room -> evening.facilitator.cards.put(TalkEvening.room(room), saying(room)));
        evening.in(rooms.toArray(Channel[]::new)).starts();

        assertThat(home(evening.ana).shown())
                .doesNotContain("staff-", "open-8")
                .containsSubsequence("open-0", "open-1", "open-2", "open-3", "open-4", "open-5", "open-6", "open-7");
    }

    @Test
    void aHostSeesTheChatThatRunsHoweverManyRoomsAreSilent() {
        Stream<Channel> silent = IntStream.range(0, 9).mapToObj(at -> evening.workspace.channel("silent-" + at));
        evening.in(Stream.concat(silent, Stream.of(evening.channel)).toArray(Channel[]::new));
        evening.thirdQuestion(evening.starts());

        assertThat(home(evening.hanna).shown()).contains("For hosts", "Next question", "question 3");
    }

    /** A card of a room that names its channel. */
    private static Card saying(Channel channel) {
        Card card = FakeFacilitator.thirdQuestion(TalkEvening.room(channel), Instant.now());
        return new Card(
                card.room(),
                channel.name(),
                card.stage(),
                card.question(),
                card.until(),
                card.asked(),
                "We talk",
                card.agenda(),
                card.verbs(),
                List.of());
    }

    @Test
    void oneAnswersAndAsksFromThere() {
        Message question = evening.thirdQuestion(evening.starts());
        View home = home(evening.ana);

        View where = evening.ana.presses(home, home.button("Where are we?")).modal();
        TalkEvening.showing(where, "We are at ");
        View dialog = evening.ana.presses(home, home.button("Answer")).modal();
        evening.ana.submits(dialog, TalkEvening.text("From home"));
        TalkEvening.showing(dialog, "Kept");

        TalkEvening.showing(home, "From home");
        assertThat(evening.channel.history()).containsExactly(question);
    }

    @Test
    void oneMovesDeletesAndLeavesFromThere() {
        evening.thirdQuestion(evening.starts());
        evening.ana.runs(evening.channel, "/parley answer Q1 Silence").reply();
        View home = home(evening.ana);
        String id = evening.facilitator.lastSaid().message().id();

        View one = evening.ana
                .presses(home, menu(home), evening.room.id() + "." + id)
                .modal();
        TalkEvening.showing(one, "Filed as");
        evening.ana.presses(one, menu(one), "Q2");
        TalkEvening.showing(one, "Filed under");
        TalkEvening.showing(home, "an answer to question 2");
        evening.ana.presses(one, one.button("Delete"));
        TalkEvening.showing(one, "Deleted.");
        TalkEvening.showing(home, "Nothing of yours is kept");
        View erase = evening.ana.presses(home, home.button("Erase me…")).modal();
        TalkEvening.showing(erase, "Erase everything");
        evening.ana.presses(erase, erase.button("Erase me"));
        TalkEvening.showing(erase, "Everything that Parley kept of you is erased.");
    }

    @Test
    void itOpensSomethingAtOnceWhateverTheDatabaseDoes() {
        evening.thirdQuestion(evening.starts());
        View home = home(evening.ana);
        evening.databaseHangs();

        View where = evening.ana.presses(home, home.button("Where are we?")).modal();

        assertThat(where.shown()).contains("One moment");
        evening.databaseMoves();
        TalkEvening.showing(where, "We are at ");
    }

    @Test
    void hostsSteerFromThere() {
        evening.thirdQuestion(evening.starts());
        View home = home(evening.hanna);
        assertThat(home.shown()).contains("For hosts", "Tuesday talk", "running", "Next question");

        assertThat(evening.hanna.presses(home, home.button("Next question")).isAcknowledged())
                .isTrue();
        Awaitility.await().until(() -> evening.facilitator.steered.equals(List.of("next")));

        View end = evening.hanna.presses(home, home.button("End")).modal();
        TalkEvening.showing(end, "End the chat now?");
        evening.hanna.presses(end, end.button("Go on"));
        TalkEvening.showing(end, "The chat goes on.");
        assertThat(evening.hanna.inbox()).isEmpty();
    }

    @Test
    void whoHostsNoMoreIsToldSo() {
        evening.thirdQuestion(evening.starts());
        View home = home(evening.hanna);
        evening.facilitator.cards.remove(evening.room);

        evening.hanna.presses(home, home.button("Next question"));

        TalkEvening.showing(home, "This is for hosts.");
    }

    @Test
    void itIsBroughtUpToDateForThoseWhoLooked() {
        SlackPlatform platform = evening.starts();
        evening.thirdQuestion(platform);
        View home = home(evening.hanna);
        long before = published();

        Card closing = evening.at(Card.Stage.CLOSING);
        evening.facilitator.cards.put(evening.room, closing);
        platform.keepInSight(closing);

        TalkEvening.showing(home, "closing");
        assertThat(evening.ana.home()).isNull();
        assertThat(published()).isEqualTo(before + 1);
    }

    private long published() {
        return evening.slack.requests().all().stream()
                .filter(one -> one.path().endsWith("views.publish"))
                .count();
    }
}
