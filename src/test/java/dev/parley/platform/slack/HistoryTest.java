package dev.parley.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.Place;
import dev.parley.platform.Incoming;
import dev.parley.platform.slack.local.Faults;
import dev.parley.platform.slack.local.Message;
import dev.parley.platform.slack.wire.Reader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final Team team = new Team(SlackSettings.Mode.SOCKET, 1);
    private final SlackPlatform platform = team.platform;
    private final Instant from = Instant.now().minusSeconds(60);

    @AfterEach
    void stop() {
        team.close();
        assertThat(team.slack.violations()).isEmpty();
    }

    private List<Incoming> since(MessageId... known) {
        return platform.since(team.room, from, Set.of(known));
    }

    private static Stream<Incoming.Said> said(List<Incoming> told) {
        return told.stream().filter(Incoming.Said.class::isInstance).map(Incoming.Said.class::cast);
    }

    @Test
    void whatPeopleSaidInTheChannelAndItsThreadsIsToldInOrder() {
        Message question = team.message(platform.post(team.question("c/Q1", "Q1")));
        team.ana.says(team.channel, "A1: one");
        team.bo.replies(question, "two");
        team.ana.broadcasts(question, "three & <four>");
        team.workspace.integrationSays(team.channel, "Feed", "not a person");
        Message edited = team.bo.says(team.channel, "fuor");
        team.bo.edits(edited, "five");

        List<Incoming> told = since();

        assertThat(said(told))
                .extracting(Incoming.Said::text)
                .containsExactly("A1: one", "two", "three & <four>", "five");
        assertThat(said(told))
                .extracting(Incoming.Said::place)
                .containsExactly(
                        Place.ROOM, new Place.Under(team.id(question)), new Place.Under(team.id(question)), Place.ROOM);
        Incoming.Said last = (Incoming.Said) told.getLast();
        assertThat(last.revised()).isAfter(last.at());
        assertThat(last.author()).isEqualTo(team.account(team.bo));
        assertThat(last.name()).isEqualTo("Bo");
    }

    @Test
    void whatIsGoneIsTold() {
        Message question = team.message(platform.post(team.question("c/Q1", "Q1")));
        Message first = team.ana.says(team.channel, "first");
        Message second = team.ana.says(team.channel, "second");
        Message withThread = team.bo.says(team.channel, "with a thread");
        team.ana.replies(withThread, "in it");
        Message reply = team.bo.replies(question, "reply");
        MessageId dialog = new MessageId(team.room, "mV123");
        MessageId before = new MessageId(team.room, from.minusSeconds(5).getEpochSecond() + ".000100");
        Set<MessageId> known =
                Set.of(team.id(first), team.id(second), team.id(withThread), team.id(reply), dialog, before);
        team.ana.deletes(second);
        team.bo.deletes(withThread);
        team.bo.deletes(reply);

        List<Incoming> told = platform.since(team.room, from, known);

        assertThat(told.stream().filter(Incoming.Unsaid.class::isInstance))
                .containsExactlyInAnyOrder(
                        new Incoming.Unsaid(team.id(second)),
                        new Incoming.Unsaid(team.id(withThread)),
                        new Incoming.Unsaid(team.id(reply)));
        assertThat(said(told)).extracting(Incoming.Said::text).containsExactly("first", "in it");
    }

    @Test
    void whatStandsInAThreadFromBeforeIsNotGoneForAProcessThatHasJustStarted() {
        Message announcement = team.message(platform.post(team.saying("c/announcement", "Today at eight")));
        Instant begun = Reader.time(announcement.ts());
        Awaitility.await().until(() -> Instant.now().getEpochSecond() > begun.getEpochSecond());
        Instant opened = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Message stands = team.ana.replies(announcement, "I am in");
        Message gone = team.bo.replies(announcement, "So am I");
        team.bo.deletes(gone);
        team.bo.replies(announcement, "Not yet heard");
        try (SlackPlatform after = team.restarted()) {
            List<Incoming> told = after.since(team.room, opened, Set.of(team.id(stands), team.id(gone)));

            assertThat(told.stream().filter(Incoming.Unsaid.class::isInstance))
                    .containsExactly(new Incoming.Unsaid(team.id(gone)));
            assertThat(said(told)).extracting(Incoming.Said::text).containsExactly("I am in", "Not yet heard");
        }
    }

    @Test
    void manyPagesAreReadWhateverHappensMeanwhile() {
        for (int at = 0; at < 450; at++) {
            team.ana.says(team.channel, "Message " + at);
        }
        team.slack.faults(Faults.from(11).failing(0.1).limiting(0.1));

        List<Incoming> told = since();

        assertThat(said(told)).hasSize(450);
        assertThat(said(told).findFirst().orElseThrow().text()).isEqualTo("Message 0");
    }
}
