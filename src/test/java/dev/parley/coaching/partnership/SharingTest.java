package dev.parley.coaching.partnership;

import static dev.parley.coaching.partnership.Worked.ANA;
import static dev.parley.coaching.partnership.Worked.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.coaching.Look;
import dev.parley.coaching.Tag;
import dev.parley.conversation.Effect;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Place;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is opened, by whom, and what nobody learns. */
class SharingTest {

    private final Worked worked = Worked.among(ANA, BEN);
    private Item item = new Item("", Look.AT);

    @BeforeEach
    void bothHaveReflected() {
        String meeting = worked.asked();
        item = new Item(meeting, Look.AT);
        worked.answerAll(ANA, meeting);
        worked.answerAll(BEN, meeting);
        worked.pass(Duration.ofMinutes(5));
    }

    @Test
    void theOtherLearnsNothingUntilBothHaveChosen() {
        Seen before = worked.seenBy(BEN);
        int letters = worked.letters().size();
        worked.shareWith(ANA, item, Circle.PARTNER);
        worked.pass(Duration.ofDays(1));

        assertThat(worked.seenBy(BEN)).isEqualTo(before);
        assertThat(worked.letters()).hasSize(letters);

        worked.shareWith(BEN, item, Circle.PARTNER);
        worked.pass(Duration.ofMinutes(1));

        assertThat(worked.seen(BEN, item).open())
                .containsOnlyKeys(ANA)
                .containsValue(worked.seen(ANA, item).mine());
        assertThat(worked.seen(ANA, item).open()).containsOnlyKeys(BEN);
        assertThat(worked.lastLetter(ANA).letter())
                .isEqualTo(new PartnershipLetter.Opening(item.meeting(), item.look()));
        assertThat(worked.lastLetter(BEN).letter())
                .isEqualTo(new PartnershipLetter.Opening(item.meeting(), item.look()));
    }

    @Test
    void takingBackClosesItAndTellsNobody() {
        worked.shareWith(ANA, item, Circle.PARTNER);
        worked.shareWith(BEN, item, Circle.PARTNER);
        worked.pass(Duration.ofMinutes(1));
        int letters = worked.letters().size();

        worked.tell(new PartnershipCommand.TakeBack(ANA, item, Circle.PARTNER));
        worked.pass(Duration.ofDays(1));
        assertThat(worked.seen(BEN, item).open()).isEmpty();
        assertThat(worked.seen(ANA, item).open()).isEmpty();

        worked.shareWith(ANA, item, Circle.PARTNER);
        worked.pass(Duration.ofDays(1));
        assertThat(worked.seen(BEN, item).open()).hasSize(1);
        assertThat(worked.letters())
                .as("that it is open again is told to nobody")
                .hasSize(letters);
    }

    @Test
    void theLettersThatShowedItGoWithIt() {
        worked.shareWith(ANA, item, Circle.PARTNER);
        worked.shareWith(BEN, item, Circle.PARTNER);
        worked.pass(Duration.ofMinutes(1));
        assertThat(removed()).isEmpty();
        List<String> shown = worked.letters().stream()
                .filter(letter -> letter.letter() instanceof PartnershipLetter.Opening)
                .map(Effect.Letter::key)
                .toList();

        worked.tell(new PartnershipCommand.TakeBack(ANA, item, Circle.PARTNER));
        assertThat(removed()).containsExactlyInAnyOrderElementsOf(shown);
    }

    @Test
    void theLettersThatShowedWhatSomebodyWhoLeavesWroteGoWithThem() {
        worked.shareWith(ANA, item, Circle.PARTNER);
        worked.shareWith(BEN, item, Circle.PARTNER);
        worked.pass(Duration.ofMinutes(1));

        worked.tell(new PartnershipCommand.Leave(ANA));
        assertThat(removed()).hasSize(2);
    }

    @Test
    void whoIsForgottenLeavesTheOthersAsWhoLeaves() {
        worked.shareWith(ANA, item, Circle.PARTNER);
        worked.shareWith(BEN, item, Circle.PARTNER);
        worked.tell(new PartnershipCommand.Leave(ANA));
        Seen left = worked.seenBy(BEN);

        worked.tell(new PartnershipCommand.Forget(ANA));
        assertThat(worked.seenBy(BEN)).isEqualTo(left);
    }

    private List<String> removed() {
        return worked.effects.stream()
                .filter(Effect.Remove.class::isInstance)
                .map(effect -> ((Effect.Remove) effect).post())
                .toList();
    }

    @Test
    void whatIsSaidAnewAfterADeletionIsChosenAnew() {
        worked.shareWith(ANA, item, Circle.PARTNER);
        worked.shareWith(BEN, item, Circle.PARTNER);
        worked.tell(new PartnershipCommand.Unwrite(ANA, item));
        assertThat(worked.seen(BEN, item).open()).isEmpty();

        worked.answerAll(ANA, item.meeting());

        assertThat(worked.seen(BEN, item).open()).isEmpty();
    }

    @Test
    void whatTurnsOutToBelongToAnotherQuestionIsClosedWhereItWasOpen() {
        String second = worked.asked();
        MessageId said = worked.say(ANA, "1: Between you and me.");
        worked.answerAll(BEN, second);
        Item open = new Item(second, Look.BACK);
        worked.shareWith(ANA, open, Circle.PARTNER);
        worked.shareWith(BEN, open, Circle.PARTNER);
        worked.pass(Duration.ofMinutes(1));
        assertThat(worked.letters(BEN, PartnershipLetter.Opening.class)).hasSize(1);
        int before = worked.effects.size();

        worked.edit(said, ANA, "2: Between you and me.");

        assertThat(worked.seen(BEN, open).open()).isEmpty();
        assertThat(worked.effects.stream().skip(before).filter(Effect.Remove.class::isInstance))
                .as("the letters of both")
                .hasSize(2);
    }

    @Test
    void aReplyToWhatTheOtherHasSharedIsNoAnswerToWhatIsAskedJustThen() {
        worked.shareWith(ANA, item, Circle.PARTNER);
        worked.shareWith(BEN, item, Circle.PARTNER);
        worked.pass(Duration.ofMinutes(1));
        MessageId opened = Worked.message(worked.lastLetter(BEN));
        String second = worked.asked();

        worked.say(BEN, "I saw that, too.", new Place.Under(opened));

        assertThat(worked.seen(BEN, new Item(second, Look.BACK)).mine()).isEmpty();
        worked.say(BEN, "1: We began on time.", new Place.Under(opened));
        assertThat(worked.seen(BEN, new Item(second, Look.BACK)).mine()).hasSize(1);
    }

    @Test
    void whatIsSaidInOtherWordsStaysOpen() {
        worked.shareWith(ANA, item, Circle.PARTNER);
        worked.shareWith(BEN, item, Circle.PARTNER);
        MessageId other = new MessageId(Worked.room(ANA), "other words");

        worked.tell(new PartnershipCommand.Write(ANA, item, other));

        assertThat(worked.seen(BEN, item).open().get(ANA)).containsExactly(other);
    }

    @Test
    void nobodySharesForSomebodyElseNorWithoutAnAnswer() {
        worked.tell(new PartnershipCommand.Unwrite(ANA, item));

        assertThat(worked.tell(new PartnershipCommand.Choose(ANA, item, Circle.PARTNER)))
                .isEmpty();
        assertThat(worked.tell(new PartnershipCommand.Choose(Worked.CLEO, item, Circle.PARTNER)))
                .isEmpty();
        assertThat(worked.tell(new PartnershipCommand.Choose(ANA, new Item("nothing", Look.AT), Circle.PARTNER)))
                .isEmpty();
    }

    @Test
    void theProgrammeGetsAThemeOnceBothHaveChosenThat() {
        Tag tag = new Tag("standards", "families");
        worked.tell(new PartnershipCommand.Label(ANA, item, tag));
        worked.shareWith(ANA, item, Circle.PROGRAMME);
        worked.shareWith(BEN, item, Circle.PARTNER);
        assertThat(worked.partnership.contribution().orElseThrow().items()).isEmpty();
        assertThat(worked.seen(BEN, item).open()).isEmpty();

        worked.shareWith(BEN, item, Circle.PROGRAMME);

        var shared = worked.partnership.contribution().orElseThrow().items();
        assertThat(shared).hasSize(1);
        assertThat(shared.getFirst().principle())
                .isEqualTo(worked.partnership.prompt(item).map(prompt -> prompt.principle()));
        assertThat(shared.getFirst().domains()).containsExactly(tag);
        assertThat(worked.partnership.contribution().orElseThrow().meetings()).hasSize(1);
        assertThat(worked.seen(BEN, item).open()).as("words are another matter").isEmpty();
    }
}
