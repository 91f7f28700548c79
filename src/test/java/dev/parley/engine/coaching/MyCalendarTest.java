package dev.parley.engine.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.coaching.partnership.PartnershipCommand;
import dev.parley.coaching.partnership.Source;
import dev.parley.engine.coaching.MyCalendar.Occasion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What somebody's own calendar has of their meetings, and of the time to reflect. */
class MyCalendarTest extends InVillage {

    private static final Instant EVENING = Instant.parse("2026-11-25T18:55:00Z");

    @Test
    void theTimeToReflectStaysWhileItIsNightAndGoesOnceItIsOver() {
        String id = together(ada, ben);
        meet(id, EVENING);
        village.press("ada", Meanings.text(new Meaning.OpenFeed()));
        assertThat(reflecting().start()).as("seven in the morning").isEqualTo("2026-11-26T06:00:00Z");

        village.until(EVENING.plus(Duration.ofHours(2)));
        assertThat(reflecting().calledOff()).isFalse();
        village.until(Instant.parse("2026-11-26T06:30:00Z"));
        assertThat(reflecting().calledOff()).isFalse();

        village.press("ada", Meanings.text(new Meaning.LetBe(id, meeting(id))));
        assertThat(reflecting().calledOff()).isTrue();
    }

    @Test
    void whatIsMovedForwardIsChangedLaterAllTheSame() {
        String id = together(ada, ben);
        meet(id, EVENING);
        village.press("ada", Meanings.text(new Meaning.OpenFeed()));
        Occasion before = occasions().getFirst();
        village.until(NOW.plus(Duration.ofMinutes(5)));

        village.press("ben", Meanings.text(new Meaning.MoveTo(id, meeting(id), NOW.plusSeconds(900), EVENING)));

        Occasion after = occasions().getFirst();
        assertThat(after.name()).isEqualTo(before.name());
        assertThat(after.start()).isBefore(before.start());
        assertThat(after.changed()).isAfter(before.changed());
    }

    private void meet(String partnership, Instant end) {
        village.ledger()
                .ask(
                        shared(partnership, ada).orElseThrow().story(),
                        new PartnershipCommand.SetMeeting(
                                ada, Source.COMMAND, end.minus(Duration.ofMinutes(30)), end, Optional.empty()))
                .join();
    }

    private String meeting(String partnership) {
        return shared(partnership, ada)
                .orElseThrow()
                .seen()
                .meetings()
                .getFirst()
                .id();
    }

    private List<Occasion> occasions() {
        String feed = village.journals()
                .home(Village.account("ada"))
                .flatMap(MyHome::calendar)
                .orElseThrow();
        return village.journals().calendar(feed).orElseThrow().occasions();
    }

    private Occasion reflecting() {
        return occasions().stream()
                .filter(occasion -> !occasion.meeting())
                .findFirst()
                .orElseThrow();
    }
}
