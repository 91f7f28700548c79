package dev.parley.engine.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.coaching.Look;
import dev.parley.coaching.partnership.Circle;
import dev.parley.coaching.partnership.PartnershipCommand;
import dev.parley.coaching.partnership.Seen;
import dev.parley.coaching.partnership.Shape;
import dev.parley.coaching.partnership.Source;
import dev.parley.conversation.PersonId;
import dev.parley.platform.Choice;
import dev.parley.platform.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A cycle is done, somebody goes, or it never begins. */
class EndingTest extends InVillage {

    @Test
    void thatACycleIsDoneCanBeSaidAtItsLastStage() {
        String id = together(ada, ben);
        assertThat(labels("ada", id)).doesNotContain("We are done").contains("Leave");
        reachTheLast(id);

        assertThat(village.order("ada", Order.Kind.GOAL, Optional.empty(), "")).contains("We are done");
        press("ada", id, "We are done");

        assertThat(standing(id, ada)).isEqualTo(Seen.Standing.OVER);
        assertThat(standing(id, ben)).isEqualTo(Seen.Standing.OVER);
        assertThat(labels("ben", id)).containsExactly("Leave");
    }

    @Test
    void whatIsOpenStaysOpenAfterTheEndUntilItIsTakenBack() {
        String id = together(ada, ben);
        shareTheFirst(id);
        reachTheLast(id);
        press("ada", id, "We are done");
        assertThat(page("ben", id).open()).hasSize(1);

        village.press("ada", sharing("ada", id).meaning());

        assertThat(page("ben", id).open()).isEmpty();
    }

    @Test
    void whatIsAskedAfterTheEndCanBePutOff() {
        String id = together(ada, ben);
        shareTheFirst(id);
        reachTheLast(id);
        press("ben", id, "We are done");
        String meeting =
                shared(id, ada).orElseThrow().seen().meetings().getFirst().id();

        assertThat(village.press("ada", Meanings.text(new Meaning.Later(id, meeting))))
                .contains("Tomorrow")
                .doesNotContain("refused");
        village.press("ada", Meanings.text(new Meaning.After(id, meeting, Duration.ofDays(1))));

        assertThat(shared(id, ada).orElseThrow().seen().meetings().getFirst().snoozed())
                .isPresent();
    }

    @Test
    void whoLeavesAfterTheEndTakesTheirWordsAlong() {
        String id = together(ada, ben);
        shareTheFirst(id);
        reachTheLast(id);
        press("ada", id, "We are done");

        assertThat(village.order("ada", Order.Kind.LEAVE, Optional.empty(), "")).contains("The impact cycle");
        press("ada", id, "Leave");

        assertThat(page("ben", id).open()).isEmpty();
        assertThat(standing(id, ada)).isEqualTo(Seen.Standing.GONE);
        assertThat(village.journals()
                        .journal(Village.account("ada"))
                        .orElseThrow()
                        .items())
                .extracting(Item::words)
                .containsExactly("We listened");
    }

    @Test
    void whoWaitsForAnAgreementThatNeverComesCanLeaveOnThePage() {
        String id = village.form("impact-cycle", Shape.PARTNERS, List.of(ada, ben));
        village.press("ada", Meanings.text(new Meaning.Agree(id)));

        press("ada", id, "Leave");

        assertThat(standing(id, ada)).isEqualTo(Seen.Standing.GONE);
    }

    private void reachTheLast(String id) {
        press("ada", id, "On to: Learn how");
        press("ben", id, "On to: Try, look, adjust");
    }

    private void shareTheFirst(String id) {
        Instant start = NOW.plus(Duration.ofHours(1));
        Instant end = start.plus(Duration.ofMinutes(45));
        village.ledger()
                .ask(
                        shared(id, ada).orElseThrow().story(),
                        new PartnershipCommand.SetMeeting(ada, Source.COMMAND, start, end, Optional.empty()))
                .join();
        village.until(end.plus(Duration.ofMinutes(30)));
        String meeting =
                shared(id, ada).orElseThrow().seen().meetings().getFirst().id();
        for (String who : List.of("ada", "ben")) {
            village.fill(
                    who, Meanings.text(new Meaning.WriteOne(id, meeting, Look.BACK)), Map.of("back", "We listened"));
            village.press(who, Meanings.text(new Meaning.Share(id, meeting, Look.BACK, Circle.PARTNER)));
        }
    }

    private MyPartnership page(String who, String id) {
        return village.journals().partnership(Village.account(who), id).orElseThrow();
    }

    private List<String> labels(String who, String id) {
        return page(who, id).choices().stream().map(Choice::label).toList();
    }

    private Choice sharing(String who, String id) {
        return page(who, id).mine().getFirst().sharing().getFirst();
    }

    private void press(String who, String id, String label) {
        Choice pressed = page(who, id).choices().stream()
                .filter(choice -> choice.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No \"" + label + "\" in " + labels(who, id)));
        village.press(who, pressed.meaning());
    }

    private Seen.Standing standing(String id, PersonId person) {
        return shared(id, person).orElseThrow().seen().standing();
    }
}
