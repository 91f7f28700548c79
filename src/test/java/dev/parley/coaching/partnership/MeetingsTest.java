package dev.parley.coaching.partnership;

import static dev.parley.coaching.partnership.Worked.ANA;
import static dev.parley.coaching.partnership.Worked.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.coaching.Look;
import dev.parley.conversation.Effect;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Meetings that are set, moved and called off, by people and by calendars. */
class MeetingsTest {

    private static final Instant TEN = Instant.parse("2026-11-02T10:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final Worked worked = Worked.among(ANA, BEN);

    private List<PartnershipEvent> feed(Occurrence... occurrences) {
        return worked.tell(new PartnershipCommand.Reconcile(
                ANA,
                "feed",
                Worked.START,
                Worked.START.plus(Duration.ofDays(60)),
                Arrays.asList(occurrences),
                Set.of()));
    }

    private static Occurrence at(String uid, Instant start) {
        return new Occurrence(uid, "only", start, start.plus(HOUR), false);
    }

    @Test
    void aFeedSetsMovesAndCallsOff() {
        assertThat(feed(at("a", TEN), at("b", TEN.plus(HOUR)))).hasSize(2);
        assertThat(feed(at("a", TEN), at("b", TEN.plus(HOUR))))
                .as("nothing new")
                .isEmpty();
        assertThat(feed(at("a", TEN.plusSeconds(600)), at("b", TEN.plus(HOUR))))
                .containsExactly(new PartnershipEvent.MeetingMoved(
                        "2026-11-02T10:00Z", TEN.plusSeconds(600), TEN.plusSeconds(4200)));
        assertThat(feed(at("b", TEN.plus(HOUR))))
                .containsExactly(new PartnershipEvent.MeetingCancelled("2026-11-02T10:00Z"));
        assertThat(feed(new Occurrence("b", "only", TEN.plus(HOUR), TEN.plus(HOUR.multipliedBy(2)), true)))
                .containsExactly(new PartnershipEvent.MeetingCancelled("2026-11-02T11:00Z"));
        worked.pass(Duration.ofDays(2));
        assertThat(worked.all(PartnershipEvent.Asked.class)).isEmpty();
        assertThat(worked.seenBy(ANA).meetings()).isEmpty();
    }

    @Test
    void whatPeopleCallOffStaysCalledOffWhateverTheCalendarStillHas() {
        feed(at("a", TEN));
        worked.tell(new PartnershipCommand.CancelMeeting(BEN, "2026-11-02T10:00Z"));

        assertThat(feed(at("a", TEN))).isEmpty();
        worked.pass(Duration.ofDays(1));
        assertThat(worked.all(PartnershipEvent.Asked.class)).isEmpty();

        assertThat(feed(at("a", TEN.plus(Duration.ofDays(3)))))
                .as("something new")
                .hasSize(1)
                .allMatch(PartnershipEvent.MeetingSet.class::isInstance);
        assertThat(feed(at("a", TEN.plus(Duration.ofDays(3))))).isEmpty();
    }

    @Test
    void whatPeopleMoveStaysThereUntilTheCalendarMovesItToo() {
        feed(at("a", TEN));
        worked.tell(new PartnershipCommand.MoveMeeting(
                ANA, "2026-11-02T10:00Z", TEN.plus(HOUR), TEN.plus(HOUR.multipliedBy(2))));
        worked.tell(new PartnershipCommand.MoveMeeting(
                BEN, "2026-11-02T10:00Z", TEN.plus(HOUR.multipliedBy(2)), TEN.plus(HOUR.multipliedBy(3))));

        assertThat(feed(at("a", TEN))).isEmpty();
        assertThat(feed(at("a", TEN.plusSeconds(600))))
                .containsExactly(new PartnershipEvent.MeetingMoved(
                        "2026-11-02T10:00Z", TEN.plusSeconds(600), TEN.plusSeconds(4200)));
        assertThat(feed(at("a", TEN)))
                .as("the calendar counts again")
                .containsExactly(new PartnershipEvent.MeetingMoved("2026-11-02T10:00Z", TEN, TEN.plus(HOUR)));
    }

    @Test
    void whatVanishesWhileItGoesOnIsNotAskedAbout() {
        feed(at("a", TEN));
        worked.until(TEN.plus(Duration.ofMinutes(20)));

        worked.tell(new PartnershipCommand.Reconcile(
                ANA, "feed", worked.now, worked.now.plus(Duration.ofDays(60)), List.of(), Set.of()));

        worked.pass(Duration.ofDays(1));
        assertThat(worked.all(PartnershipEvent.Asked.class)).isEmpty();
    }

    /** Nobody called it off: its calendar says something that we do not understand. */
    @Test
    void aMeetingStaysWhileWhatItsCalendarSaysOfItIsNotUnderstood() {
        feed(at("a", TEN), at("b", TEN.plus(HOUR)), at("c", TEN.plus(HOUR.multipliedBy(2))));

        List<PartnershipEvent> events = worked.tell(new PartnershipCommand.Reconcile(
                ANA,
                "feed",
                Worked.START,
                Worked.START.plus(Duration.ofDays(60)),
                List.of(new Occurrence("b", "only", TEN.plus(HOUR), TEN.plus(HOUR.multipliedBy(2)), true)),
                Set.of("a", "b")));

        assertThat(events)
                .containsExactly(
                        new PartnershipEvent.MeetingCancelled("2026-11-02T11:00Z"),
                        new PartnershipEvent.MeetingCancelled("2026-11-02T12:00Z"));
    }

    @Test
    void whatIsToComeFromACalendarGoesWithIt() {
        worked.tell(new PartnershipCommand.GiveCalendar(ANA, "feed", words("one")));
        feed(at("a", TEN), at("b", TEN.plus(HOUR.multipliedBy(3))));
        String byHand = worked.meet(TEN.plus(HOUR.multipliedBy(5)), TEN.plus(HOUR.multipliedBy(6)));
        worked.until(TEN.plus(HOUR.multipliedBy(2)));

        worked.tell(new PartnershipCommand.GiveCalendar(ANA, "feed", words("two")));
        assertThat(worked.seenBy(ANA).meetings()).as("the same calendar").hasSize(3);

        worked.tell(new PartnershipCommand.GiveCalendar(BEN, "another", words("three")));
        assertThat(worked.seenBy(ANA).meetings())
                .extracting(Seen.Meeting::id)
                .containsExactly("2026-11-02T10:00Z", byHand);
    }

    private static MessageId words(String id) {
        return new MessageId(new RoomId("web", "coaching"), id);
    }

    @Test
    void aFeedLeavesOtherMeetingsAlone() {
        String byHand = worked.meet(TEN, TEN.plus(HOUR));
        worked.tell(new PartnershipCommand.SetMeeting(
                BEN, Source.platform("discord", "e1"), TEN, TEN.plus(HOUR), Optional.empty()));
        worked.tell(new PartnershipCommand.Reconcile(
                BEN, "other", Worked.START, TEN.plus(HOUR), List.of(at("x", TEN)), Set.of()));
        feed(at("far", Worked.START.plus(Duration.ofDays(70))));

        assertThat(feed()).isEmpty();
        assertThat(worked.seenBy(ANA).meetings())
                .extracting(Seen.Meeting::id)
                .containsExactly(byHand, byHand + "~2", byHand + "~3", "2027-01-11T09:00Z");
    }

    @Test
    void anEventOfAPlatformIsMovedWhenItIsSetAgain() {
        Source source = Source.platform("discord", "e1");
        worked.tell(new PartnershipCommand.SetMeeting(ANA, source, TEN, TEN.plus(HOUR), Optional.empty()));

        assertThat(worked.tell(new PartnershipCommand.SetMeeting(
                        ANA, source, TEN.plus(HOUR), TEN.plus(HOUR.multipliedBy(2)), Optional.empty())))
                .containsExactly(new PartnershipEvent.MeetingMoved(
                        "2026-11-02T10:00Z", TEN.plus(HOUR), TEN.plus(HOUR.multipliedBy(2))));
    }

    @Test
    void oneThatMovedIsAskedAboutAtItsNewEnd() {
        feed(at("a", TEN));
        feed(at("a", TEN.plus(Duration.ofDays(1))));
        worked.pass(Duration.ofDays(3));

        assertThat(worked.letters(ANA, PartnershipLetter.Asking.class))
                .extracting(Effect.Letter::due)
                .containsExactly(Instant.parse("2026-11-03T11:10:00Z"));
    }

    @Test
    void oneThatWasAskedAboutAndMovesSlightlyIsNotAskedAboutAgain() {
        feed(at("a", TEN));
        worked.until(Instant.parse("2026-11-02T11:15:00Z"));

        feed(at("a", TEN.plus(Duration.ofMinutes(30))));
        worked.pass(Duration.ofDays(1));

        assertThat(worked.all(PartnershipEvent.Asked.class)).hasSize(2);
        assertThat(worked.all(PartnershipEvent.Withdrawn.class)).isEmpty();
    }

    @Test
    void oneThatWasAskedAboutTooSoonIsAskedAboutAnew() {
        feed(at("a", TEN));
        worked.until(Instant.parse("2026-11-02T11:15:00Z"));
        worked.say(BEN, "We did not meet, did we?");

        List<PartnershipEvent> events = feed(at("a", TEN.plus(Duration.ofDays(2))));
        assertThat(events)
                .containsExactly(
                        new PartnershipEvent.MeetingSetAnew(
                                "2026-11-04T10:00Z",
                                "2026-11-02T10:00Z",
                                TEN.plus(Duration.ofDays(2)),
                                TEN.plus(Duration.ofDays(2)).plus(HOUR)),
                        new PartnershipEvent.MeetingCancelled("2026-11-02T10:00Z"),
                        new PartnershipEvent.Withdrawn("2026-11-02T10:00Z", ANA),
                        new PartnershipEvent.Withdrawn("2026-11-02T10:00Z", BEN));
        worked.pass(Duration.ofDays(3));

        assertThat(worked.letters(ANA, PartnershipLetter.Asking.class))
                .extracting(Effect.Letter::due)
                .containsExactly(Instant.parse("2026-11-02T11:10:00Z"), Instant.parse("2026-11-04T11:10:00Z"));
        assertThat(feed(at("a", TEN.plus(Duration.ofDays(2)))))
                .as("the calendar's meeting is the new one")
                .isEmpty();
    }

    @Test
    void questionsAboutOneThatWasCalledOffAreTakenBack() {
        feed(at("a", TEN));
        worked.until(Instant.parse("2026-11-02T11:15:00Z"));
        worked.say(BEN, "It was good.");
        worked.pass(Duration.ofMinutes(1));
        Effect.Letter first =
                worked.letters(BEN, PartnershipLetter.Asking.class).getFirst();
        Effect.Letter second =
                worked.letters(BEN, PartnershipLetter.Asking.class).getLast();
        Effect.Letter anas = worked.lastLetter(ANA);

        feed();

        assertThat(worked.effects)
                .filteredOn(Effect.Remove.class::isInstance)
                .extracting(effect -> ((Effect.Remove) effect).post())
                .containsExactlyInAnyOrder(second.key(), anas.key())
                .doesNotContain(first.key());
        assertThat(worked.seen(BEN, new Item("2026-11-02T10:00Z", Look.BACK)).mine())
                .as("what was said stays")
                .hasSize(1);
        assertThat(worked.seenBy(ANA).meetings()).isEmpty();
        assertThat(worked.partnership.makesSense(ANA, (PartnershipLetter) anas.letter()))
                .isFalse();
        int letters = worked.letters().size();
        worked.pass(Duration.ofDays(20));
        assertThat(worked.letters()).hasSize(letters);
    }

    @Test
    void aLetterThatWasOnItsWayIsTakenBackWhenItStands() {
        feed(at("a", TEN));
        worked.until(Instant.parse("2026-11-02T11:15:00Z"));
        Effect.Letter letter = worked.lastLetter(ANA);
        feed();
        int effects = worked.effects.size();

        worked.tell(worked.partnership.stands(letter.key(), new MessageId(Worked.room(ANA), "another")));

        assertThat(worked.effects.stream().skip(effects)).hasSize(1).allMatch(Effect.Remove.class::isInstance);
    }

    @Test
    void whatIsSetTwiceIsOneMeeting() {
        worked.meet(TEN, TEN.plus(HOUR));

        assertThat(worked.tell(
                        new PartnershipCommand.SetMeeting(BEN, Source.COMMAND, TEN, TEN.plus(HOUR), Optional.empty())))
                .isEmpty();
        assertThat(worked.seenBy(ANA).meetings()).hasSize(1);
        worked.meet(TEN, TEN.plus(HOUR.multipliedBy(2)));
        assertThat(worked.seenBy(ANA).meetings()).hasSize(2);
    }

    @Test
    void onlyMembersSetMeetings() {
        assertThat(worked.tell(new PartnershipCommand.SetMeeting(
                        Worked.CLEO, Source.COMMAND, TEN, TEN.plus(HOUR), Optional.empty())))
                .isEmpty();
        assertThat(worked.tell(new PartnershipCommand.SetMeeting(
                        ANA, Source.COMMAND, TEN, TEN.minusSeconds(1), Optional.empty())))
                .isEmpty();
        String meeting = worked.meet(TEN, TEN.plus(HOUR));
        assertThat(worked.tell(new PartnershipCommand.CancelMeeting(Worked.CLEO, meeting)))
                .isEmpty();
        assertThat(worked.tell(new PartnershipCommand.MoveMeeting(BEN, meeting, TEN.plus(HOUR), TEN.plus(HOUR))))
                .hasSize(1);
        assertThat(worked.tell(new PartnershipCommand.CancelMeeting(BEN, meeting)))
                .containsExactly(new PartnershipEvent.MeetingCancelled(meeting));
        assertThat(worked.tell(new PartnershipCommand.CancelMeeting(BEN, meeting)))
                .isEmpty();
    }
}
