package dev.parley.engine.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.coaching.Look;
import dev.parley.coaching.notebook.Commitment;
import dev.parley.coaching.notebook.Notebook;
import dev.parley.coaching.partnership.PartnershipCommand;
import dev.parley.coaching.partnership.Seen;
import dev.parley.coaching.partnership.Source;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.PersonId;
import dev.parley.platform.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** To what a plain message belongs, of somebody who is in the midst of several things. */
class HearingTest extends InVillage {

    private static final Instant ELEVEN = NOW.plus(Duration.ofHours(1));

    private PersonId cleo;
    private String withBen;
    private String withCleo;

    @BeforeEach
    void twoPartnerships() {
        cleo = village.introduce("cleo", "Cleo");
        withBen = together(ada, ben);
        withCleo = together(ada, cleo);
    }

    @Test
    void whatGoesOnWithAnAnswerIsNotTakenForOneElsewhere() {
        meet(withBen, ELEVEN);
        meet(withCleo, ELEVEN.plus(Duration.ofMinutes(1)));
        village.until(ELEVEN.plus(Duration.ofMinutes(10)).plusSeconds(55));

        village.say("ada", "We listened,");
        village.until(ELEVEN.plus(Duration.ofMinutes(11)).plusSeconds(5));
        assertThat(meeting(withCleo).asking()).isTrue();
        village.say("ada", "and then we planned.");

        assertThat(answered(withBen)).isEqualTo(2);
        assertThat(answered(withCleo)).isZero();
    }

    @Test
    void twoMeetingsThatEndTheSameMinuteAreAnsweredOneAfterTheOther() {
        meet(withBen, ELEVEN);
        meet(withCleo, ELEVEN);
        village.until(ELEVEN.plus(Duration.ofMinutes(12)));

        for (int answer = 1; answer <= 6; answer++) {
            village.say("ada", "Answer " + answer);
            village.until(village.now().plus(Duration.ofMinutes(1)));
        }

        assertThat(answered(withBen)).isEqualTo(3);
        assertThat(answered(withCleo)).isEqualTo(3);
        assertThat(meeting(withBen).asking()).isFalse();
        assertThat(meeting(withCleo).asking()).isFalse();
    }

    @Test
    void whatWasPutOffIsNotMeant() {
        meet(withBen, ELEVEN);
        meet(withCleo, ELEVEN.plus(Duration.ofMinutes(5)));
        village.until(ELEVEN.plus(Duration.ofMinutes(20)));
        String later = meeting(withCleo).id();
        village.press("ada", Meanings.text(new Meaning.After(withCleo, later, Duration.ofDays(1))));

        village.say("ada", "We listened");

        assertThat(answered(withBen)).isEqualTo(1);
        assertThat(answered(withCleo)).isZero();
    }

    @Test
    void aNumberThatNamesNoQuestionBelongsToTheAnswer() {
        meet(withBen, ELEVEN);
        village.until(ELEVEN.plus(Duration.ofMinutes(20)));

        village.say("ada", "4. April was the month");
        village.until(village.now().plus(Duration.ofMinutes(1)));
        village.say("ada", "2) We plan");

        assertThat(village.journals()
                        .journal(Village.account("ada"))
                        .orElseThrow()
                        .items())
                .extracting(Item::words)
                .containsExactlyInAnyOrder("4. April was the month", "We plan");
    }

    @Test
    void whatSomebodyWantsToTrySinceAMeetingIsNotAskedAboutAfterIt() {
        village.order("ada", Order.Kind.TRY, Optional.empty(), "Wait longer");
        meet(withBen, ELEVEN);
        village.until(ELEVEN.minus(Duration.ofMinutes(5)));
        village.order("ada", Order.Kind.TRY, Optional.empty(), "Ask twice");
        village.until(ELEVEN.plus(Duration.ofMinutes(20)));

        String write = Meanings.text(new Meaning.Write(withBen, meeting(withBen).id()));
        village.fill("ada", write, Map.of("back", "One", "at", "Two", "ahead", "Three"));
        village.until(village.now().plus(Duration.ofMinutes(5)));

        List<Commitment> commitments = village.ledger()
                .look(
                        new ConversationId(Village.COMMUNITY, Notebook.KIND + ":" + ada.value()),
                        story -> ((Notebook) story).commitments());
        assertThat(commitments).extracting(Commitment::asked).containsExactly(true, false);
    }

    @Test
    void whoeverLeftSaysInOtherWordsWhatTheySaidAndNothingNew() {
        meet(withBen, ELEVEN);
        village.until(ELEVEN.plus(Duration.ofMinutes(20)));
        String id = meeting(withBen).id();
        String back = Meanings.text(new Meaning.WriteOne(withBen, id, Look.BACK));
        village.fill("ada", back, Map.of("back", "We listened"));
        village.press("ada", Meanings.text(new Meaning.Leave(withBen)));

        assertThat(village.fill("ada", back, Map.of("back", "We listened well")))
                .doesNotStartWith("refused: ");
        assertThat(village.fill("ada", Meanings.text(new Meaning.WriteOne(withBen, id, Look.AT)), Map.of("at", "More")))
                .startsWith("refused: ");
        assertThat(village.journals()
                        .journal(Village.account("ada"))
                        .orElseThrow()
                        .items())
                .extracting(Item::words)
                .containsExactly("We listened well");
    }

    /** The two meet for half an hour until then. */
    private void meet(String partnership, Instant end) {
        village.ledger()
                .ask(
                        shared(partnership, ada).orElseThrow().story(),
                        new PartnershipCommand.SetMeeting(
                                ada, Source.COMMAND, end.minus(Duration.ofMinutes(30)), end, Optional.empty()))
                .join();
    }

    private Seen.Meeting meeting(String partnership) {
        return shared(partnership, ada).orElseThrow().seen().meetings().getFirst();
    }

    /** How many messages are answers. */
    private int answered(String partnership) {
        return meeting(partnership).questions().stream()
                .mapToInt(question -> question.mine().size())
                .sum();
    }
}
