package dev.parley.coaching.partnership;

import static dev.parley.coaching.partnership.Worked.ANA;
import static dev.parley.coaching.partnership.Worked.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.coaching.Look;
import dev.parley.coaching.Tag;
import dev.parley.conversation.Effect;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Place;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What follows a meeting, as a conversation with each person alone. */
class ReflectionTest {

    private final Worked worked = Worked.among(ANA, BEN);

    @Test
    void bothAreAskedTheSameAWhileAfterTheEnd() {
        worked.meet(Instant.parse("2026-11-02T10:00:00Z"), Instant.parse("2026-11-02T10:45:00Z"));
        worked.pass(Duration.ofHours(3));

        assertThat(worked.lastAsked(ANA)).isEqualTo("BACK at 2026-11-02T10:55:00Z");
        assertThat(worked.lastAsked(BEN)).isEqualTo("BACK at 2026-11-02T10:55:00Z");
        assertThat(worked.all(PartnershipEvent.Prepared.class)).hasSize(1);
        assertThat(worked.all(PartnershipEvent.Prepared.class).getFirst().questions())
                .extracting(Question::look)
                .containsExactly(Look.BACK, Look.AT, Look.AHEAD);
    }

    @Test
    void whoeverIsInQuietHoursIsAskedInTheMorning() {
        worked.clocks.remove(BEN);
        worked.meet(Instant.parse("2026-11-02T19:00:00Z"), Instant.parse("2026-11-02T20:00:00Z"));
        worked.until(Instant.parse("2026-11-03T12:00:00Z"));

        assertThat(worked.lastAsked(ANA)).isEqualTo("BACK at 2026-11-03T07:00:00Z");
        assertThat(worked.lastAsked(BEN)).isEqualTo("BACK at 2026-11-02T20:10:00Z");
    }

    @Test
    void theNextQuestionWaitsUntilNothingMoreIsSaid() {
        String meeting = worked.asked();
        worked.say(ANA, "It went well.");
        worked.pass(Duration.ofSeconds(15));
        worked.say(ANA, "At least the second half.");
        worked.pass(Duration.ofSeconds(19));
        assertThat(worked.letters(ANA, PartnershipLetter.Asking.class)).hasSize(1);

        worked.pass(Duration.ofSeconds(1));
        assertThat(worked.lastAsked(ANA)).isEqualTo("AT at " + worked.now);
        worked.say(ANA, "I see that they talk more.");
        worked.pass(Duration.ofMinutes(1));
        worked.say(ANA, "I will leave more time.");
        worked.pass(Duration.ofMinutes(1));

        assertThat(worked.seen(ANA, new Item(meeting, Look.BACK)).mine()).hasSize(2);
        assertThat(worked.seen(ANA, new Item(meeting, Look.AT)).mine()).hasSize(1);
        assertThat(worked.seen(ANA, new Item(meeting, Look.AHEAD)).mine()).hasSize(1);
        assertThat(worked.lastLetter(ANA).letter()).isEqualTo(new PartnershipLetter.Thanks(meeting));
        assertThat(worked.letters(BEN, PartnershipLetter.Asking.class)).hasSize(1);
    }

    @Test
    void aNumberOrAReplySaysWhichQuestion() {
        String meeting = worked.asked();
        Effect.Letter first = worked.lastLetter(ANA);
        worked.say(ANA, "3) More time.");
        worked.pass(Duration.ofSeconds(5));
        worked.say(ANA, "And a timer.");
        worked.pass(Duration.ofMinutes(5));
        assertThat(worked.lastAsked(ANA)).startsWith("BACK");
        worked.say(ANA, "A2: they talk");
        worked.pass(Duration.ofMinutes(5));
        worked.say(ANA, "The start was slow.", new Place.Under(Worked.message(first)));
        worked.pass(Duration.ofMinutes(5));

        assertThat(worked.seen(ANA, new Item(meeting, Look.AHEAD)).mine()).hasSize(2);
        assertThat(worked.seen(ANA, new Item(meeting, Look.AT)).mine()).hasSize(1);
        assertThat(worked.seen(ANA, new Item(meeting, Look.BACK)).mine()).hasSize(1);
        assertThat(worked.letters(ANA, PartnershipLetter.Thanks.class)).hasSize(1);
    }

    @Test
    void whatWasSaidBeforeAQuestionWasPutIsNoAnswerToIt() {
        String meeting = worked.asked();
        worked.say(ANA, "It went well.");
        worked.pass(Duration.ofSeconds(20));
        assertThat(worked.lastAsked(ANA)).startsWith("AT");

        MessageId late = new MessageId(Worked.room(ANA), "late");
        worked.tell(new PartnershipCommand.Hear(
                new Said(late, ANA, "And it was fun.", Place.ROOM, worked.now.minusSeconds(10))));

        assertThat(worked.seen(ANA, new Item(meeting, Look.BACK)).mine()).hasSize(2);
    }

    @Test
    void whatWasSaidBeforeAnythingWasAskedIsNoAnswer() {
        worked.asked();

        worked.tell(hear("hello", worked.now.minus(Duration.ofHours(2))));

        assertThat(worked.all(PartnershipEvent.Answered.class)).isEmpty();
    }

    @Test
    void whatWasSaidWhileItWasOpenIsAnAnswerHoweverLateItIsHeard() {
        String meeting = worked.asked();
        Instant said = worked.now.plus(Duration.ofMinutes(5));
        worked.sleep(Rhythm.USUAL.patience().plus(Duration.ofDays(1)));
        assertThat(worked.all(PartnershipEvent.Reflected.class)).isNotEmpty();

        worked.tell(hear("in time", said));
        worked.tell(hear("too late", worked.now));

        assertThat(worked.seen(ANA, new Item(meeting, Look.BACK)).mine())
                .containsExactly(new MessageId(Worked.room(ANA), "in time"));
    }

    @Test
    void theReflectionThatWasOpenThenIsAnswered() {
        String first = worked.asked();
        Instant said = worked.now.plus(Duration.ofMinutes(5));
        String second = worked.meetIn(Duration.ofHours(26));
        worked.pass(Duration.ofHours(30));
        assertThat(worked.letters(ANA, PartnershipLetter.Asking.class)).hasSize(2);

        worked.tell(hear("to the first", said));
        worked.tell(hear("to the second", worked.now));

        assertThat(worked.seen(ANA, new Item(first, Look.BACK)).mine())
                .containsExactly(new MessageId(Worked.room(ANA), "to the first"));
        assertThat(worked.seen(ANA, new Item(second, Look.BACK)).mine())
                .containsExactly(new MessageId(Worked.room(ANA), "to the second"));
    }

    @Test
    void whoSaidSomethingHoursAgoIsNotDisturbedAtNight() {
        worked.asked();
        Instant said = worked.now.plus(Duration.ofMinutes(5));
        worked.sleep(Duration.ofHours(12));

        worked.tell(hear("before the night", said));
        worked.pass(Duration.ofMinutes(5));
        assertThat(worked.letters(ANA, PartnershipLetter.Asking.class)).hasSize(1);

        worked.until(Instant.parse("2026-11-03T12:00:00Z"));
        assertThat(worked.lastAsked(ANA)).isEqualTo("AT at 2026-11-03T07:00:00Z");
    }

    @Test
    void nobodyIsRemindedOfWhatTheyAnsweredWhileWeWereAway() {
        worked.asked();
        Instant said = worked.now.plus(Duration.ofMinutes(5));
        worked.sleep(Duration.ofDays(3));
        assertThat(worked.all(PartnershipEvent.Nudged.class)).isEmpty();

        worked.tell(hear("while you were away", said));
        worked.pass(Duration.ofHours(1));

        assertThat(worked.letters(ANA, PartnershipLetter.Nudge.class)).isEmpty();
        assertThat(worked.letters(BEN, PartnershipLetter.Nudge.class)).hasSize(1);
    }

    private static PartnershipCommand hear(String text, Instant at) {
        return new PartnershipCommand.Hear(new Said(new MessageId(Worked.room(ANA), text), ANA, text, Place.ROOM, at));
    }

    @Test
    void anEditReplacesAndADeletionRemoves() {
        String meeting = worked.asked();
        Item item = new Item(meeting, Look.BACK);
        MessageId said = worked.say(ANA, "It went wel.");
        worked.pass(Duration.ofMinutes(1));
        assertThat(worked.edit(said, ANA, "It went well.")).hasSize(1);
        assertThat(worked.edit(said, ANA, "It went well.")).as("the same again").isEmpty();
        worked.pass(Duration.ofMinutes(1));
        worked.edit(said, ANA, "2: It went well.");
        assertThat(worked.seen(ANA, item).mine()).isEmpty();
        assertThat(worked.seen(ANA, new Item(meeting, Look.AT)).mine()).containsExactly(said);

        worked.tell(new PartnershipCommand.Unhear(said));

        assertThat(worked.seen(ANA, new Item(meeting, Look.AT)).mine()).isEmpty();
        worked.pass(Duration.ofMinutes(1));
        assertThat(worked.edit(said, ANA, "What is gone is gone.")).isEmpty();
    }

    @Test
    void whatIsOffTheRecordIsNotKept() {
        worked.asked();
        worked.say(ANA, "off the record: it went badly");
        assertThat(worked.all(PartnershipEvent.Answered.class)).isEmpty();
        MessageId said = worked.say(ANA, "It went badly.");
        worked.pass(Duration.ofMinutes(1));
        assertThat(worked.edit(said, ANA, "off the record: it went badly"))
                .containsExactly(new PartnershipEvent.Unanswered(said));
    }

    @Test
    void aPageWritesTheWholeAnswer() {
        String meeting = worked.asked();
        Item item = new Item(meeting, Look.BACK);
        MessageId one = worked.say(ANA, "It went");
        MessageId two = worked.say(ANA, "well");
        MessageId whole = new MessageId(new RoomId("web", "page"), "whole");

        assertThat(worked.tell(new PartnershipCommand.Write(ANA, item, whole)))
                .contains(new PartnershipEvent.Unanswered(one), new PartnershipEvent.Unanswered(two));

        assertThat(worked.seen(ANA, item).mine()).containsExactly(whole);
        assertThat(worked.tell(new PartnershipCommand.Write(ANA, new Item(meeting, Look.AT), whole)))
                .as("words belong to one item")
                .isEmpty();
        worked.tell(new PartnershipCommand.Unwrite(ANA, item));
        assertThat(worked.seen(ANA, item).mine()).isEmpty();
    }

    @Test
    void aQuestionCanBeLeftOut() {
        String meeting = worked.asked();
        worked.tell(new PartnershipCommand.Skip(ANA, new Item(meeting, Look.BACK)));
        worked.pass(Duration.ofSeconds(1));
        assertThat(worked.lastAsked(ANA)).startsWith("AT");
        worked.tell(new PartnershipCommand.Skip(ANA, new Item(meeting, Look.AT)));
        worked.pass(Duration.ofSeconds(1));
        worked.tell(new PartnershipCommand.Skip(ANA, new Item(meeting, Look.AHEAD)));
        worked.pass(Duration.ofSeconds(1));

        assertThat(worked.letters(ANA, PartnershipLetter.Thanks.class)).hasSize(1);
        worked.pass(Duration.ofDays(10));
        assertThat(worked.letters(ANA, PartnershipLetter.Nudge.class)).isEmpty();
    }

    @Test
    void laterIsLaterAndOutsideOfQuietHours() {
        String meeting = worked.asked();
        worked.tell(new PartnershipCommand.Snooze(ANA, meeting, Instant.parse("2026-11-02T21:00:00Z")));
        worked.until(Instant.parse("2026-11-03T12:00:00Z"));

        assertThat(worked.lastAsked(ANA)).isEqualTo("BACK at 2026-11-03T07:00:00Z");
        assertThat(((PartnershipLetter.Asking) worked.lastLetter(ANA).letter()).again())
                .isTrue();
        assertThat(worked.letters(ANA, PartnershipLetter.Asking.class))
                .extracting(Effect.Letter::key)
                .doesNotHaveDuplicates();
    }

    @Test
    void whoAnswersAtNightIsTherefore() {
        String meeting = worked.asked();
        worked.until(Instant.parse("2026-11-02T22:00:00Z"));
        worked.say(ANA, "Now I have time.");
        worked.pass(Duration.ofMinutes(1));

        assertThat(worked.lastAsked(ANA)).isEqualTo("AT at 2026-11-02T22:00:20Z");
        assertThat(worked.seen(ANA, new Item(meeting, Look.BACK)).mine()).hasSize(1);
    }

    @Test
    void whenWeWereAwayTheNextQuestionIsNotPutAtNight() {
        worked.asked();
        worked.until(Instant.parse("2026-11-02T19:59:50Z"));
        worked.say(ANA, "Now I have time.");
        worked.sleep(Duration.ofHours(2));
        assertThat(worked.lastAsked(ANA)).startsWith("BACK");

        worked.until(Instant.parse("2026-11-03T08:00:00Z"));
        assertThat(worked.lastAsked(ANA)).isEqualTo("AT at 2026-11-03T07:00:00Z");
    }

    @Test
    void oneNudgeAndThenSilence() {
        String meeting = worked.asked();
        worked.say(BEN, "I say something.");
        worked.pass(Duration.ofDays(30));

        assertThat(worked.letters(ANA, PartnershipLetter.Nudge.class)).hasSize(1);
        assertThat(worked.letters(BEN, PartnershipLetter.Nudge.class)).isEmpty();
        assertThat(worked.all(PartnershipEvent.Reflected.class))
                .containsExactlyInAnyOrder(
                        new PartnershipEvent.Reflected(meeting, ANA, Ending.PATIENCE),
                        new PartnershipEvent.Reflected(meeting, BEN, Ending.PATIENCE));
        assertThat(worked.say(ANA, "Hello?")).isNotNull();
        assertThat(worked.all(PartnershipEvent.Answered.class)).hasSize(1);
        worked.answerAll(ANA, meeting);
        assertThat(worked.seen(ANA, new Item(meeting, Look.AHEAD)).mine())
                .as("the page is open for longer")
                .hasSize(1);
    }

    @Test
    void aReplyIsWelcomeAlsoWhenItIsLate() {
        String meeting = worked.asked();
        Effect.Letter letter = worked.lastLetter(ANA);
        worked.pass(Duration.ofDays(20));
        worked.say(ANA, "Sorry, only now.", new Place.Under(Worked.message(letter)));

        assertThat(worked.seen(ANA, new Item(meeting, Look.BACK)).mine()).hasSize(1);
        int letters = worked.letters().size();
        worked.pass(Duration.ofDays(20));
        assertThat(worked.letters()).hasSize(letters);
    }

    @Test
    void notThisTimeIsSilence() {
        String meeting = worked.asked();
        worked.tell(new PartnershipCommand.LetBe(ANA, meeting));
        int letters = worked.letters().size();
        worked.pass(Duration.ofDays(10));

        assertThat(worked.letters().stream().skip(letters).map(Effect.Letter::person))
                .containsOnly(BEN);
        assertThat(worked.seenBy(ANA).meetings().getFirst().asking()).isFalse();
    }

    @Test
    void whoStopsIsNotAskedUntilTheyWantTo() {
        worked.asked();
        worked.tell(new PartnershipCommand.Stop(ANA));
        worked.asked();
        assertThat(worked.letters(ANA, PartnershipLetter.Asking.class)).hasSize(1);

        worked.pass(Duration.ofDays(9));
        worked.tell(new PartnershipCommand.Resume(ANA));
        worked.asked();
        assertThat(worked.letters(ANA, PartnershipLetter.Asking.class)).hasSize(2);
    }

    @Test
    void twoMeetingsCloseTogetherAreAskedAboutOneAtATime() {
        String first = worked.meet(worked.now, worked.now.plusSeconds(600));
        String second = worked.meet(worked.now.plusSeconds(700), worked.now.plusSeconds(1300));
        worked.pass(Duration.ofHours(2));
        assertThat(worked.all(PartnershipEvent.Asked.class))
                .extracting(PartnershipEvent.Asked::meeting)
                .containsOnly(first);

        worked.tell(new PartnershipCommand.LetBe(ANA, first));
        worked.pass(Duration.ofMinutes(1));
        assertThat(worked.all(PartnershipEvent.Asked.class))
                .contains(new PartnershipEvent.Asked(second, ANA))
                .doesNotContain(new PartnershipEvent.Asked(second, BEN));

        worked.pass(Duration.ofDays(1));
        assertThat(worked.all(PartnershipEvent.Asked.class)).contains(new PartnershipEvent.Asked(second, BEN));
        assertThat(worked.all(PartnershipEvent.Reflected.class))
                .contains(new PartnershipEvent.Reflected(first, BEN, Ending.OVERTAKEN));
        worked.say(BEN, "About the second.");
        assertThat(worked.seen(BEN, new Item(second, Look.BACK)).mine()).hasSize(1);
    }

    @Test
    void noPromptComesTwiceWithinThreeWeeksInARow() {
        for (int week = 0; week < 12; week++) {
            worked.asked();
            worked.until(Worked.START.plus(Duration.ofDays(7L * (week + 1))));
        }
        List<List<Optional<String>>> weeks = worked.all(PartnershipEvent.Prepared.class).stream()
                .map(prepared ->
                        prepared.questions().stream().map(Question::prompt).toList())
                .toList();

        assertThat(weeks).hasSize(12).allMatch(week -> week.size() == 3);
        for (int week = 3; week < 12; week++) {
            assertThat(weeks.get(week))
                    .doesNotContainAnyElementsOf(weeks.get(week - 1))
                    .doesNotContainAnyElementsOf(weeks.get(week - 2));
        }
    }

    /** People are not punctual to the minute. */
    @Test
    void withThreePromptsALookTheFourthWeekMayBeginALittleEarlier() {
        Worked few = Worked.among(3, ANA, BEN);
        for (int week = 0; week < 6; week++) {
            few.until(Worked.START.plus(Duration.ofDays(7L * week)).plus(Duration.ofHours(12 - week)));
            few.asked();
        }
        assertThat(few.all(PartnershipEvent.Prepared.class))
                .hasSize(6)
                .allMatch(prepared -> prepared.questions().size() == 3);
    }

    @Test
    void whatAMemberWasAskedElsewhereRests() {
        String meeting = worked.asked();
        Set<String> asked = worked.partnership.askedSince(ANA, Worked.START);
        assertThat(asked).hasSize(3).allMatch(prompt -> prompt.startsWith("impact/"));
        assertThat(worked.partnership.askedSince(ANA, worked.now.plusSeconds(1)))
                .isEmpty();

        Worked other = Worked.among(ANA, Worked.CLEO);
        other.elsewhere = asked;
        other.asked();

        assertThat(other.partnership.askedSince(ANA, Worked.START)).hasSize(3).doesNotContainAnyElementsOf(asked);
        assertThat(worked.partnership.meeting(meeting)).isPresent();
    }

    @Test
    void aCoachWhoHasHeardEveryPromptElsewhereIsStillAskedWithEachPartner() {
        worked.elsewhere = worked.partnership.cycle().prompts().stream()
                .map(prompt -> "impact/" + prompt.id())
                .collect(Collectors.toSet());
        worked.asked();

        assertThat(worked.all(PartnershipEvent.Prepared.class).getFirst().questions())
                .extracting(Question::look)
                .containsExactly(Look.BACK, Look.AT, Look.AHEAD);
        assertThat(worked.lastAsked(BEN)).startsWith("BACK");
    }

    @Test
    void onlyOnesOwnAnswersAreTagged() {
        String meeting = worked.asked();
        Item item = new Item(meeting, Look.BACK);
        Tag tag = new Tag("standards", "families");
        assertThat(worked.tell(new PartnershipCommand.Label(ANA, item, tag))).isEmpty();
        worked.answerAll(ANA, meeting);
        worked.tell(new PartnershipCommand.Label(ANA, item, tag));

        assertThat(worked.seen(ANA, item).tags()).containsExactly(tag);
        assertThat(worked.seen(BEN, item).tags()).isEmpty();
        worked.tell(new PartnershipCommand.Unlabel(ANA, item, tag));
        assertThat(worked.seen(ANA, item).tags()).isEmpty();
    }

    @Test
    void whatWasSaidLongAgoIsNotAskedAbout() {
        worked.pass(Duration.ofDays(30));
        worked.meet(
                worked.now.minus(Duration.ofDays(8)),
                worked.now.minus(Duration.ofDays(8)).plusSeconds(60));
        worked.meet(Worked.START.minusSeconds(60), Worked.START.minusSeconds(30));
        worked.pass(Duration.ofDays(2));

        assertThat(worked.all(PartnershipEvent.Asked.class)).isEmpty();
    }
}
