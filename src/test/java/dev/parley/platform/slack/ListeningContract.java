package dev.parley.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.conversation.Place;
import dev.parley.platform.Incoming;
import dev.parley.platform.slack.local.Channel;
import dev.parley.platform.slack.local.Faults;
import dev.parley.platform.slack.local.Message;
import dev.parley.platform.slack.wire.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is heard, whichever way Slack brings it. */
abstract class ListeningContract {
    final Team team = new Team(mode());

    abstract SlackSettings.Mode mode();

    @BeforeEach
    void start() {
        team.start();
    }

    @AfterEach
    void stop() {
        team.close();
        assertThat(team.slack.violations()).isEmpty();
    }

    private List<Incoming.Said> said() {
        return team.heardUntilNow().stream()
                .filter(Incoming.Said.class::isInstance)
                .map(Incoming.Said.class::cast)
                .toList();
    }

    @Test
    void aMessageIsHeardAsItIsSeen() {
        Message message = team.ana.says(team.channel, "A1: @Bo asked: is 1 < 2 && 2 > 1?");

        assertThat(said()).singleElement().satisfies(one -> {
            assertThat(one.message()).isEqualTo(team.id(message));
            assertThat(one.author()).isEqualTo(team.account(team.ana));
            assertThat(one.name()).isEqualTo("Ana");
            assertThat(one.text()).isEqualTo("A1: @Bo asked: is 1 < 2 && 2 > 1?");
            assertThat(one.place()).isEqualTo(Place.ROOM);
            assertThat(one.at()).isEqualTo(Reader.time(message.ts()));
            assertThat(one.revised()).isEqualTo(one.at());
        });
    }

    @Test
    void threadsAndWhatIsSaidInBothPlacesAreHeardInTheirThread() {
        Message question = team.ana.says(team.channel, "What helps?");
        Message reply = team.bo.replies(question, "Listening");
        Message both = team.bo.broadcasts(question, "And asking");

        Place under = new Place.Under(team.id(question));
        assertThat(said()).hasSize(3).anySatisfy(one -> {
            assertThat(one.message()).isEqualTo(team.id(reply));
            assertThat(one.place()).isEqualTo(under);
        });
        assertThat(said()).anySatisfy(one -> {
            assertThat(one.message()).isEqualTo(team.id(both));
            assertThat(one.place()).isEqualTo(under);
        });
    }

    @Test
    void editsAndDeletionsAreHeard() {
        Message message = team.ana.says(team.channel, "A1: frist");
        team.heardUntilNow();
        team.ana.edits(message, "A1: first");
        team.heardUntilNow();
        team.ana.deletes(message);
        team.heardUntilNow();

        assertThat(team.wordsUntilNow()).containsExactly("A1: frist", "A1: first");
        assertThat(said().getLast().message()).isEqualTo(team.id(message));
        assertThat(said().getLast().revised()).isAfter(said().getLast().at());
        assertThat(team.facilitator.heard.getLast()).isEqualTo(new Incoming.Unsaid(team.id(message)));
    }

    @Test
    void aQuestionThatIsDeletedLeavesATombstoneAndItsThread() {
        Message message = team.ana.says(team.channel, "Who is there?");
        team.bo.replies(message, "I am");
        team.heardUntilNow();
        team.ana.deletes(message);

        assertThat(team.heardUntilNow()).last().isEqualTo(new Incoming.Unsaid(team.id(message)));
    }

    @Test
    void thePreviewOfALinkIsNoNews() {
        Message message = team.ana.says(team.channel, "See https://example.org/talk");
        team.heardUntilNow();
        team.channel.previewsLink(message);

        assertThat(team.wordsUntilNow()).containsExactly("See https://example.org/talk");
    }

    @Test
    void aFileIsALineWithItsNameAndALink() {
        Message message =
                team.ana.attaches(team.channel, "notes.txt", "Notes".getBytes(StandardCharsets.UTF_8), "A2: my notes");

        assertThat(team.wordsUntilNow())
                .singleElement()
                .satisfies(words -> assertThat(words.lines())
                        .hasSize(2)
                        .contains("A2: my notes")
                        .anyMatch(line -> line.startsWith("notes.txt: http")));
        assertThat(said().getFirst().message()).isEqualTo(team.id(message));
    }

    @Test
    void reactionsAreHeardAndTakenBack() {
        Message message = team.ana.says(team.channel, "A1: good");
        team.heardUntilNow();
        team.bo.reacts(message, "heart");
        team.heardUntilNow();
        team.bo.unreacts(message, "heart");

        assertThat(team.heardUntilNow())
                .endsWith(
                        new Incoming.Reacted(team.id(message), team.account(team.bo), "heart", true),
                        new Incoming.Reacted(team.id(message), team.account(team.bo), "heart", false));
    }

    @Test
    void whatPeopleDoInTheThirdPersonIsHeardAndMachinesAreNot() {
        team.ana.acts(team.channel, "waves");
        team.workspace.integrationSays(team.channel, "Build", "All green");
        team.workspace.bot().says(team.channel, "I am the bot");

        assertThat(team.wordsUntilNow()).containsExactly("waves");
    }

    @Test
    void aMentionIsHeardOnce() {
        team.ana.says(team.channel, "@" + team.workspace.bot().name() + " A1: to you");

        assertThat(team.wordsUntilNow())
                .singleElement()
                .satisfies(words -> assertThat(words).endsWith("A1: to you"));
    }

    @Test
    void whatIsSaidElsewhereIsNotHeardButAcknowledged() {
        Channel elsewhere = team.workspace.channel("cooking");
        team.ana.says(elsewhere, "Onions");
        team.ana.joins(elsewhere);

        assertThat(team.heardUntilNow()).isEmpty();
        assertThat(team.slack.deliveries().lost()).isZero();
        assertThat(team.slack.deliveries().retries()).isZero();
    }

    @Test
    void theSameMessageManyTimesIsOneMessage() {
        team.slack.faults(Faults.from(7).repeating(0.5).reordering(0.3).onlyAsRetry(0.3));
        Set<String> words = IntStream.range(0, 40).mapToObj(n -> "A1: " + n).collect(Collectors.toSet());
        words.forEach(one -> team.ana.says(team.channel, one));

        assertThat(said().stream().map(Incoming.Said::text)).containsAll(words);
        assertThat(said().stream().distinct()).hasSameSizeAs(words);
        assertThat(team.slack.deliveries().lost()).isZero();
    }

    @Test
    void whatIsNotSafeIsNotAcknowledgedAndComesAgain() {
        CountDownLatch busy = new CountDownLatch(1);
        team.facilitator.busy = busy;
        team.ana.says(team.channel, "A1: keep this");

        await().until(() -> team.slack.deliveries().retries() >= 1);
        assertThat(team.slack.deliveries().acknowledged()).isZero();
        busy.countDown();
        assertThat(team.wordsUntilNow()).contains("A1: keep this");
        assertThat(team.slack.deliveries().acknowledged()).isEqualTo(1);
    }

    @Test
    void whatCannotBeKeptIsNotAcknowledgedAndComesAgain() {
        team.facilitator.trouble = new IllegalStateException("The disk is full");
        team.ana.says(team.channel, "A1: keep this");

        await().until(() -> team.slack.deliveries().retries() >= 1);
        team.facilitator.trouble = null;
        assertThat(team.wordsUntilNow()).contains("A1: keep this");
    }

    @Test
    void aBotThatIsInvitedTellsThatTheRoomIsMended() {
        team.channel.removesBot();
        team.heardUntilNow();
        team.facilitator.mended.clear();

        team.channel.invitesBot();

        await().until(() -> team.facilitator.mended.contains(team.room));
    }

    @Test
    void aCommandIsAcknowledgedThoughNobodyTalksYet() {
        assertThat(team.ana.runs("/parley where").isAcknowledged()).isTrue();
    }
}
