package dev.parley.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.Place;
import dev.parley.platform.Incoming;
import dev.parley.platform.slack.local.Faults;
import dev.parley.platform.slack.local.Message;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final Community community = new Community();
    private final SlackPlatform platform = community.platform;
    private final Instant from = Instant.now().minusSeconds(60);

    @AfterEach
    void stop() {
        community.close();
        assertThat(community.slack.violations()).isEmpty();
    }

    private List<Incoming> since(MessageId... known) {
        return platform.since(community.room, from, Set.of(known));
    }

    private static Stream<Incoming.Said> said(List<Incoming> told) {
        return told.stream().filter(Incoming.Said.class::isInstance).map(Incoming.Said.class::cast);
    }

    @Test
    void whatPeopleSaidInTheChannelAndItsThreadsIsToldInOrder() {
        Message question = community.message(platform.post(community.question("c/Q1", "Q1")));
        community.ana.says(community.channel, "A1: one");
        community.bo.replies(question, "two");
        community.ana.broadcasts(question, "three & <four>");
        community.workspace.integrationSays(community.channel, "Feed", "not a person");
        Message edited = community.bo.says(community.channel, "fuor");
        community.bo.edits(edited, "five");

        List<Incoming> told = since();

        assertThat(said(told))
                .extracting(Incoming.Said::text)
                .containsExactly("A1: one", "two", "three & <four>", "five");
        assertThat(said(told))
                .extracting(Incoming.Said::place)
                .containsExactly(
                        Place.ROOM,
                        new Place.Under(community.id(question)),
                        new Place.Under(community.id(question)),
                        Place.ROOM);
        Incoming.Said last = (Incoming.Said) told.getLast();
        assertThat(last.revised()).isAfter(last.at());
        assertThat(last.author()).isEqualTo(community.account(community.bo));
        assertThat(last.name()).isEqualTo("Bo");
    }

    @Test
    void whatIsGoneIsTold() {
        Message question = community.message(platform.post(community.question("c/Q1", "Q1")));
        Message first = community.ana.says(community.channel, "first");
        Message second = community.ana.says(community.channel, "second");
        Message withThread = community.bo.says(community.channel, "with a thread");
        community.ana.replies(withThread, "in it");
        Message reply = community.bo.replies(question, "reply");
        MessageId dialog = new MessageId(community.room, "mV123");
        MessageId before = new MessageId(community.room, from.minusSeconds(5).getEpochSecond() + ".000100");
        Set<MessageId> known = Set.of(
                community.id(first),
                community.id(second),
                community.id(withThread),
                community.id(reply),
                dialog,
                before);
        community.ana.deletes(second);
        community.bo.deletes(withThread);
        community.bo.deletes(reply);

        List<Incoming> told = platform.since(community.room, from, known);

        assertThat(told.stream().filter(Incoming.Unsaid.class::isInstance))
                .containsExactlyInAnyOrder(
                        new Incoming.Unsaid(community.id(second)),
                        new Incoming.Unsaid(community.id(withThread)),
                        new Incoming.Unsaid(community.id(reply)));
        assertThat(said(told)).extracting(Incoming.Said::text).containsExactly("first", "in it");
    }

    @Test
    void manyPagesAreReadWhateverHappensMeanwhile() {
        for (int at = 0; at < 450; at++) {
            community.ana.says(community.channel, "Message " + at);
        }
        community.slack.faults(Faults.from(11).failing(0.1).limiting(0.1));

        List<Incoming> told = since();

        assertThat(said(told)).hasSize(450);
        assertThat(said(told).findFirst().orElseThrow().text()).isEqualTo("Message 0");
    }
}
