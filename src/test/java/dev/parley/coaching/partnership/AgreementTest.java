package dev.parley.coaching.partnership;

import static dev.parley.coaching.partnership.Worked.ANA;
import static dev.parley.coaching.partnership.Worked.BEN;
import static dev.parley.coaching.partnership.Worked.CLEO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.coaching.Look;
import dev.parley.conversation.Effect;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who takes part, from the invitation to the farewell. */
class AgreementTest {

    private static final MessageId WORDS = new MessageId(new RoomId("web", "page"), "goal");

    @Test
    void nothingHappensBeforeAllHaveAgreed() {
        Worked worked = Worked.proposed(ANA, BEN);
        worked.tell(new PartnershipCommand.Agree(ANA));

        assertThat(worked.tell(new PartnershipCommand.SayGoal(ANA, Aspect.GOAL, WORDS)))
                .isEmpty();
        assertThat(worked.tell(new PartnershipCommand.SetMeeting(
                        ANA, Source.COMMAND, Worked.START, Worked.START.plusSeconds(60), Optional.empty())))
                .isEmpty();
        assertThat(worked.seenBy(ANA).standing()).isEqualTo(Seen.Standing.WAITING);
        assertThat(worked.seenBy(BEN).standing()).isEqualTo(Seen.Standing.INVITED);

        assertThat(worked.tell(new PartnershipCommand.Agree(BEN)))
                .containsExactly(new PartnershipEvent.Agreed(BEN), new PartnershipEvent.Begun());
        assertThat(worked.tell(new PartnershipCommand.SayGoal(ANA, Aspect.GOAL, WORDS)))
                .isNotEmpty();
    }

    @Test
    void everybodyIsInvitedOnceAndToldWhenItBegins() {
        Worked worked = Worked.proposed(ANA, BEN);
        worked.pass(Duration.ofDays(3));
        worked.tell(new PartnershipCommand.Agree(ANA));
        worked.tell(new PartnershipCommand.Agree(BEN));
        worked.pass(Duration.ofDays(3));

        for (PersonId person : List.of(ANA, BEN)) {
            assertThat(worked.letters().stream()
                            .filter(letter -> letter.person().equals(person))
                            .map(Effect.Letter::letter))
                    .containsExactly(new PartnershipLetter.Invitation(), new PartnershipLetter.Beginning());
        }
    }

    @Test
    void whoIsProposedAtNightIsInvitedInTheMorning() {
        Worked worked = new Worked();
        worked.now = Instant.parse("2026-11-02T23:00:00Z");
        worked.clocks.put(ANA, Worked.DAYTIME);
        worked.tell(new PartnershipCommand.Form(
                Worked.cycle(3),
                Shape.PARTNERS,
                new LinkedHashMap<>(Map.of(ANA, "coach", BEN, "partner")),
                Rhythm.USUAL,
                Optional.empty()));
        worked.pass(Duration.ofHours(12));

        assertThat(worked.letters(ANA, PartnershipLetter.Invitation.class)
                        .getFirst()
                        .due())
                .isEqualTo("2026-11-03T07:00:00Z");
        assertThat(worked.letters(BEN, PartnershipLetter.Invitation.class)
                        .getFirst()
                        .due())
                .isEqualTo("2026-11-02T23:00:00Z");
    }

    @Test
    void whoProposesItIsNotInvitedButHearsHowItGoesOn() {
        Worked worked = new Worked();
        worked.tell(new PartnershipCommand.Form(
                Worked.cycle(3),
                Shape.PARTNERS,
                new LinkedHashMap<>(Map.of(ANA, "coach", BEN, "partner")),
                Rhythm.USUAL,
                Optional.of(BEN)));
        worked.pass(Duration.ofHours(1));
        assertThat(worked.letters()).extracting(Effect.Letter::person).containsExactly(ANA);

        worked.tell(new PartnershipCommand.Decline(ANA));
        worked.pass(Duration.ofHours(1));

        assertThat(worked.letters(BEN, PartnershipLetter.Farewell.class)).hasSize(1);
    }

    @Test
    void aDuoThatOneDeclinesIsOver() {
        Worked worked = Worked.proposed(ANA, BEN);
        worked.tell(new PartnershipCommand.Agree(ANA));
        worked.tell(new PartnershipCommand.Decline(BEN));
        worked.pass(Duration.ofDays(1));

        assertThat(worked.all(PartnershipEvent.Ended.class))
                .containsExactly(new PartnershipEvent.Ended(Outcome.DECLINED));
        assertThat(worked.letters(ANA, PartnershipLetter.Farewell.class)).hasSize(1);
        assertThat(worked.partnership.isOpen()).isFalse();
        assertThat(worked.partnership.contribution()).isEmpty();
    }

    @Test
    void aTriadGoesOnAsADuo() {
        Worked worked = Worked.proposed(ANA, BEN, CLEO);
        worked.tell(new PartnershipCommand.Agree(ANA));
        worked.tell(new PartnershipCommand.Agree(BEN));
        worked.tell(new PartnershipCommand.Decline(CLEO));

        assertThat(worked.all(PartnershipEvent.Begun.class)).hasSize(1);
        assertThat(worked.seenBy(ANA).members()).containsOnlyKeys(ANA, BEN);

        worked.tell(new PartnershipCommand.Leave(BEN));

        assertThat(worked.all(PartnershipEvent.Ended.class)).containsExactly(new PartnershipEvent.Ended(Outcome.LEFT));
    }

    @Test
    void whoLeavesTakesTheirWordsAlongAndKeepsTheirReflections() {
        Worked worked = Worked.among(ANA, BEN);
        worked.tell(new PartnershipCommand.SayGoal(ANA, Aspect.GOAL, WORDS));
        String meeting = worked.asked();
        Item item = new Item(meeting, Look.BACK);
        worked.answerAll(ANA, meeting);
        worked.answerAll(BEN, meeting);
        worked.shareWith(ANA, item, Circle.PARTNER);
        worked.shareWith(BEN, item, Circle.PARTNER);
        assertThat(worked.seen(BEN, item).open()).containsOnlyKeys(ANA);

        List<PartnershipEvent> events = worked.tell(new PartnershipCommand.Leave(ANA));

        assertThat(events).contains(new PartnershipEvent.GoalDropped(Aspect.GOAL, WORDS));
        assertThat(worked.seen(BEN, item).open()).isEmpty();
        assertThat(worked.seenBy(BEN).goal()).isEmpty();
        assertThat(worked.seen(ANA, item).mine()).hasSize(1);
        assertThat(worked.seen(ANA, item).open()).isEmpty();
        assertThat(worked.seenBy(ANA).members()).isEmpty();
        assertThat(worked.seenBy(ANA).standing()).isEqualTo(Seen.Standing.GONE);
        int before = worked.letters().size();
        worked.pass(Duration.ofDays(30));
        assertThat(worked.letters().stream().skip(before).map(Effect.Letter::letter))
                .containsExactly(new PartnershipLetter.Farewell());
    }

    @Test
    void thatSomebodyLeftDoesNotTellThatTheyHadNotChosen() {
        Worked worked = Worked.among(ANA, BEN, CLEO);
        String meeting = worked.asked();
        Item item = new Item(meeting, Look.BACK);
        List.of(ANA, BEN, CLEO).forEach(person -> worked.answerAll(person, meeting));
        worked.shareWith(ANA, item, Circle.PARTNER);
        worked.shareWith(BEN, item, Circle.PARTNER);

        worked.tell(new PartnershipCommand.Leave(CLEO));

        assertThat(worked.seen(ANA, item).open()).isEmpty();
        worked.shareWith(ANA, item, Circle.PARTNER);
        worked.shareWith(BEN, item, Circle.PARTNER);
        assertThat(worked.seen(ANA, item).open()).containsOnlyKeys(BEN);
    }

    @Test
    void whatAllHadOpenedStaysOpenAmongTheRest() {
        Worked worked = Worked.among(ANA, BEN, CLEO);
        String meeting = worked.asked();
        Item item = new Item(meeting, Look.BACK);
        List.of(ANA, BEN, CLEO).forEach(person -> {
            worked.answerAll(person, meeting);
            worked.shareWith(person, item, Circle.PARTNER);
        });

        worked.tell(new PartnershipCommand.Leave(CLEO));

        assertThat(worked.seen(ANA, item).open()).containsOnlyKeys(BEN);
        assertThat(worked.seen(CLEO, item).open()).isEmpty();
    }

    @Test
    void whoIsForgottenIsNowhere() {
        Worked worked = Worked.among(ANA, BEN, CLEO);
        worked.tell(new PartnershipCommand.SayGoal(ANA, Aspect.GOAL, WORDS));
        String meeting = worked.asked();
        MessageId said = worked.say(ANA, "It went well.");

        worked.tell(worked.partnership.forget(ANA));

        assertThat(worked.partnership.seenBy(ANA)).isEmpty();
        assertThat(worked.partnership.people()).containsExactly(BEN, CLEO);
        assertThat(worked.seenBy(BEN).goal()).isEmpty();
        assertThat(worked.edit(said, ANA, "Again.")).isEmpty();
        assertThat(worked.tell(worked.partnership.forget(ANA))).isEmpty();
        assertThat(worked.seenBy(BEN).meetings()).extracting(Seen.Meeting::id).containsExactly(meeting);
    }

    @Test
    void theGoalIsSaidInPartsAndEverybodyMayDropOne() {
        Worked worked = Worked.among(ANA, BEN);
        MessageId other = new MessageId(new RoomId("web", "page"), "other");
        worked.tell(new PartnershipCommand.SayGoal(ANA, Aspect.STRATEGY, WORDS));

        assertThat(worked.tell(new PartnershipCommand.SayGoal(BEN, Aspect.STRATEGY, other)))
                .containsExactly(
                        new PartnershipEvent.GoalSaid(Aspect.STRATEGY, other, BEN),
                        new PartnershipEvent.GoalDropped(Aspect.STRATEGY, WORDS));
        assertThat(worked.seenBy(ANA).goal()).containsEntry(Aspect.STRATEGY, new Seen.Words(other, BEN));
        worked.tell(new PartnershipCommand.DropGoal(ANA, Aspect.STRATEGY));
        assertThat(worked.seenBy(BEN).goal()).isEmpty();
    }

    @Test
    void aVisitHasNoGoalAndUpToTwelvePeople() {
        Map<PersonId, String> thirteen = new LinkedHashMap<>();
        for (int number = 0; number < 13; number++) {
            thirteen.put(new PersonId("p" + number), "partner");
        }
        assertThatThrownBy(() -> new PartnershipCommand.Form(
                        Worked.cycle(3), Shape.VISIT, thirteen, Rhythm.USUAL, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);

        thirteen.remove(new PersonId("p0"));
        Worked worked = new Worked();
        worked.tell(
                new PartnershipCommand.Form(Worked.cycle(3), Shape.VISIT, thirteen, Rhythm.USUAL, Optional.empty()));
        thirteen.keySet().forEach(person -> worked.tell(new PartnershipCommand.Agree(person)));
        PersonId first = thirteen.keySet().iterator().next();

        assertThat(worked.tell(new PartnershipCommand.SayGoal(first, Aspect.GOAL, WORDS)))
                .isEmpty();
        worked.tell(new PartnershipCommand.SetMeeting(
                first, Source.COMMAND, worked.now, worked.now.plusSeconds(3600), Optional.of(WORDS)));
        worked.pass(Duration.ofHours(2));
        assertThat(worked.all(PartnershipEvent.Put.class)).hasSize(12).allMatch(put -> put.look() == Look.AT);
        assertThat(worked.partnership.prompt(new Item("2026-11-02T09:00Z", Look.AT)))
                .isEmpty();
    }

    @Test
    void stagesAreReachedInAnyOrder() {
        Worked worked = Worked.among(ANA, BEN);
        assertThat(worked.seenBy(ANA).stage()).contains("identify");

        worked.tell(new PartnershipCommand.ReachStage(ANA, "learn"));

        assertThat(worked.seenBy(BEN).stage()).contains("learn");
        assertThat(worked.tell(new PartnershipCommand.ReachStage(BEN, "learn"))).isEmpty();
        assertThat(worked.tell(new PartnershipCommand.ReachStage(BEN, "nonsense")))
                .isEmpty();
        assertThat(worked.tell(new PartnershipCommand.ReachStage(BEN, "identify")))
                .hasSize(1);
    }

    @Test
    void aFinishedCycleIsStillReflectedOn() {
        Worked worked = Worked.among(ANA, BEN);
        String meeting = worked.meetIn(Duration.ZERO);
        worked.pass(Duration.ofMinutes(62));
        Instant later = worked.now.plus(Duration.ofDays(1));
        worked.meet(later, later.plus(Duration.ofHours(1)));
        int meetings =
                worked.partnership.contribution().orElseThrow().meetings().size();
        worked.tell(new PartnershipCommand.Finish(ANA));
        assertThat(worked.partnership.contribution().orElseThrow().meetings()).hasSize(meetings - 1);
        worked.pass(Duration.ofMinutes(20));

        assertThat(worked.all(PartnershipEvent.Asked.class))
                .containsExactly(new PartnershipEvent.Asked(meeting, ANA), new PartnershipEvent.Asked(meeting, BEN));
        assertThat(worked.tell(new PartnershipCommand.SetMeeting(
                        ANA, Source.COMMAND, worked.now, worked.now.plusSeconds(60), Optional.empty())))
                .isEmpty();
        worked.pass(Duration.ofDays(10));
        assertThat(worked.partnership.isOpen()).isFalse();
    }
}
