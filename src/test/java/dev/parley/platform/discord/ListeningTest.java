package dev.parley.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.Place;
import dev.parley.platform.Incoming;
import dev.parley.platform.discord.local.Channel;
import dev.parley.platform.discord.local.MessageRecord;
import dev.parley.platform.discord.local.Permission;
import dev.parley.platform.discord.wire.Snowflake;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListeningTest {
    private final Community community = new Community();

    @BeforeEach
    void start() {
        community.start();
    }

    @AfterEach
    void stop() {
        community.close();
        assertThat(community.discord.violations()).isEmpty();
    }

    private List<Incoming> heard() {
        return community.facilitator.heard;
    }

    /** Says something that is heard last, so that everything before it has been heard. */
    private List<Incoming> heardUntilNow() {
        MessageId last = community.id(community.bo.says(community.channel, "That is all"));
        await().until(() -> heard().stream()
                .anyMatch(one ->
                        one instanceof Incoming.Said said && said.message().equals(last)));
        return heard().subList(0, heard().size() - 1);
    }

    @Test
    void aFacilitatorThatTakesItsTimeHoldsUpNothingElse() {
        CountDownLatch busy = new CountDownLatch(1);
        community.facilitator.busy = busy;
        community.ana.says(community.channel, "A1: slowly");
        community.bo.types(community.channel);

        await().until(() -> community.platform.presence(community.room).typing());
        assertThat(heard()).isEmpty();
        busy.countDown();
        await().until(() -> heard().size() == 1);
    }

    @Test
    void editsDeletionsAndReactionsAreHeardInOrder() {
        MessageRecord message = community.ana.says(community.channel, "A1: teh");
        community.ana.edits(message, "A1: the");
        community.bo.reacts(message, "👍");
        community.bo.unreacts(message, "👍");
        community.ana.deletes(message);

        MessageId id = community.id(message);
        List<Incoming> heard = heardUntilNow();
        assertThat(heard).hasSize(5);
        Incoming.Said first = (Incoming.Said) heard.get(0);
        Incoming.Said edited = (Incoming.Said) heard.get(1);
        assertThat(edited.text()).isEqualTo("A1: the");
        assertThat(edited.message()).isEqualTo(first.message()).isEqualTo(id);
        assertThat(edited.at()).isEqualTo(first.at()).isEqualTo(first.revised());
        assertThat(edited.revised()).isAfterOrEqualTo(edited.at());
        assertThat(heard.subList(2, 5))
                .containsExactly(
                        new Incoming.Reacted(id, Community.account(community.bo), "👍", true),
                        new Incoming.Reacted(id, Community.account(community.bo), "👍", false),
                        new Incoming.Unsaid(id));
    }

    @Test
    void aModeratorsBroomIsHeardMessageByMessage() {
        MessageRecord one = community.ana.says(community.channel, "One");
        MessageRecord two = community.ana.says(community.channel, "Two");
        community.discord.bulkDeletes(community.channel, List.of(one, two));

        assertThat(heardUntilNow())
                .hasSize(4)
                .contains(new Incoming.Unsaid(community.id(one)), new Incoming.Unsaid(community.id(two)));
    }

    @Test
    void previewsBotsWebhooksOtherChannelsAndOurselvesAreNotHeard() {
        MessageRecord link = community.ana.says(community.channel, "https://example.org");
        community.discord.previewsLink(link);
        community.guild.bot("Counter").says(community.channel, "42");
        community.channel.webhook("News").says("Something happened");
        community.ana.says(community.guild.channel("elsewhere"), "Hello");
        MessageId own = community.platform.post(community.saying("k", "Welcome"));
        community.platform.receipt(community.id(link), dev.parley.platform.Mark.FILED);
        assertThat(own).isNotNull();

        assertThat(heardUntilNow()).singleElement().isInstanceOf(Incoming.Said.class);
    }

    @Test
    void aReplyIsHeardUnderItsMessage() {
        MessageRecord question = community.record(community.platform.post(community.saying("k", "Q1 What now?")));
        community.ana.replies(question, "This");

        assertThat(heardUntilNow()).singleElement().satisfies(one -> {
            assertThat(((Incoming.Said) one).text()).isEqualTo("This");
            assertThat(((Incoming.Said) one).place()).isEqualTo(new Place.Under(community.id(question)));
        });
    }

    @Test
    void threadsOfPeopleAreHeardTooAndSleepingOnesWhenTheyWake() {
        MessageRecord message = community.ana.says(community.channel, "Shall we?");
        Channel thread = community.ana.startsThread(message, "Shall we");
        MessageRecord inThread = community.bo.says(thread, "Yes");
        thread.archives();
        community.bo.unarchives(thread);
        MessageRecord later = community.ana.says(thread, "Good");
        community.ana.deletes(later);

        List<Incoming> heard = heardUntilNow();
        assertThat(heard).hasSize(4);
        assertThat(((Incoming.Said) heard.get(1)).message()).isEqualTo(community.id(inThread));
        assertThat(((Incoming.Said) heard.get(2)).place()).isEqualTo(new Place.Under(community.id(message)));
        assertThat(heard.get(3)).isEqualTo(new Incoming.Unsaid(community.id(later)));
    }

    @Test
    void whatIsSaidInAPrivateThreadStaysThere() {
        MessageRecord first = community.ana.says(community.channel, "Between the two of us?");
        Channel thread = community.ana.startsPrivateThread(community.channel, "Just us");
        community.bo.says(thread, "A secret");
        thread.archives();
        community.bo.unarchives(thread);
        community.bo.says(thread, "Another");

        assertThat(heardUntilNow())
                .extracting(one -> ((Incoming.Said) one).text())
                .containsExactly("Between the two of us?");
        assertThat(community.platform.since(community.room, Snowflake.time(Long.toString(first.id())), Set.of()))
                .extracting(one -> ((Incoming.Said) one).text())
                .containsExactly("Between the two of us?", "That is all");
    }

    @Test
    void aResumedSessionMissesNothing() {
        community.ana.says(community.channel, "Before");
        heardUntilNow();
        int sessions = community.facilitator.returned.size();
        community.discord.dropsConnections();
        community.ana.says(community.channel, "Meanwhile");
        await().until(() -> community.discord.resumes() == 1 && community.discord.listeners() == 1);

        assertThat(heardUntilNow())
                .extracting(one -> ((Incoming.Said) one).text())
                .contains("Before", "Meanwhile");
        assertThat(community.facilitator.returned).hasSize(sessions);
    }

    @Test
    void aNewSessionIsToldSoThatTheGapIsReadBack() {
        community.ana.says(community.channel, "Before");
        heardUntilNow();
        int sessions = community.facilitator.returned.size();
        community.discord.invalidatesSessions(false);

        await().atMost(java.time.Duration.ofSeconds(30))
                .until(() -> community.facilitator.returned.size() > sessions && community.discord.listeners() == 1);
        heardUntilNow();
    }

    @Test
    void aPermissionGrantedLaterIsToldToMend() {
        community.channel.deniesBot(Permission.SEND_MESSAGES);
        assertThat(community.platform.check(community.room))
                .singleElement()
                .satisfies(trouble -> assertThat(trouble).contains("Send Messages", "#tuesday-talk"));
        community.facilitator.mended.clear();

        community.channel.leavesBotAlone();

        await().until(() -> community.facilitator.mended.contains(community.room));
        assertThat(community.platform.check(community.room)).isEmpty();
    }

    @Test
    void whatWasMissedIsReadBack() {
        MessageRecord deleted = community.ana.says(community.channel, "A1: away with it");
        MessageRecord edited = community.ana.says(community.channel, "A2: one");
        Channel thread = community.ana.startsThread(edited, "On two");
        heardUntilNow();
        java.time.Instant from = Snowflake.time(Long.toString(deleted.id()));
        Set<MessageId> known =
                Set.of(community.id(deleted), community.id(edited), new MessageId(community.room, "i123456"));
        community.discord.dropsConnections();
        community.ana.deletes(deleted);
        community.ana.edits(edited, "A2: two");
        MessageRecord inThread = community.bo.says(thread, "Three");
        thread.archives();

        List<Incoming> told = community.platform.since(community.room, from, known);

        assertThat(told.getFirst()).isEqualTo(new Incoming.Unsaid(community.id(deleted)));
        assertThat(told.stream().filter(Incoming.Said.class::isInstance).map(one -> ((Incoming.Said) one).text()))
                .containsExactly("A2: two", "That is all", "Three");
        assertThat(((Incoming.Said) told.getLast()).message()).isEqualTo(community.id(inThread));
        assertThat(told).doesNotContain(new Incoming.Unsaid(new MessageId(community.room, "i123456")));
    }

    @Test
    void whatIsReadBackHasTheNamesOfTheServer() {
        community.ana.calledIn(community.guild, "Ana from down the road");
        community.bo.calledIn(community.guild, "Bo from the harbour");
        MessageRecord kept = community.ana.says(community.channel, "A1: one");
        heardUntilNow();
        MessageRecord missed = community.bo.says(community.channel, "Thanks " + community.ana.mention());
        MessageRecord last = community.guild.member("Cleo").says(community.channel, "A1: two");

        List<Incoming> told = community.platform.since(
                community.room, Snowflake.time(Long.toString(kept.id())), Set.of(community.id(kept)));

        assertThat(said(told, community.id(kept)).name()).isEmpty();
        assertThat(said(told, community.id(missed)).name()).isEqualTo("Bo from the harbour");
        assertThat(said(told, community.id(missed)).text()).isEqualTo("Thanks @Ana from down the road");
        assertThat(said(told, community.id(last)).name()).isEqualTo("Cleo");
    }

    private static Incoming.Said said(List<Incoming> told, MessageId message) {
        return told.stream()
                .filter(Incoming.Said.class::isInstance)
                .map(Incoming.Said.class::cast)
                .filter(said -> said.message().equals(message))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLongGapIsReadBackWhole() {
        java.time.Instant from = null;
        for (int at = 0; at < 250; at++) {
            MessageRecord message = community.ana.says(community.channel, "Message " + at);
            from = from == null ? Snowflake.time(Long.toString(message.id())) : from;
        }
        List<Incoming> told = community.platform.since(community.room, from, Set.of());

        assertThat(told).hasSize(250);
        assertThat(((Incoming.Said) told.get(249)).text()).isEqualTo("Message 249");
    }

    @Test
    void whatCouldNotBeKeptIsReadBack() {
        community.facilitator.trouble = new IllegalStateException("the disk is full");
        int sessions = community.facilitator.returned.size();
        community.ana.says(community.channel, "Lost?");

        await().until(() -> community.facilitator.returned.size() > sessions);
        community.facilitator.trouble = null;
        heardUntilNow();
    }

    @Test
    void whateverGoesWrongWithOneThingTheNextIsHeard() {
        int sessions = community.facilitator.returned.size();
        community.facilitator.busy = new CountDownLatch(0) {
            @Override
            public void await() {
                throw new NoClassDefFoundError("gone");
            }
        };
        community.ana.says(community.channel, "Lost?");
        await().until(() -> community.facilitator.returned.size() > sessions);
        community.facilitator.busy = new CountDownLatch(0);

        assertThat(heardUntilNow()).isEmpty();
    }
}
