package dev.parley.coaching.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.coaching.OwnTime;
import dev.parley.coaching.Principle;
import dev.parley.coaching.Tag;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Happened;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Place;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Said;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a person tries, and what comes of it. */
class NotebookTest {

    private static final RoomId ROOM = new RoomId("test", "dm");
    private static final MessageId WORDS = new MessageId(ROOM, "words");
    private static final PersonId ANA = new PersonId("ana");
    private static final OwnTime CLOCK =
            new OwnTime(ZoneId.of("America/Chicago"), LocalTime.of(20, 0), LocalTime.of(7, 0));

    private final Notebook notebook = new Notebook(new ConversationId("here", "notebook:ana"));
    private final List<Effect.Letter> letters = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-02T15:00:00Z");

    private List<NotebookEvent> tell(NotebookCommand command) {
        List<NotebookEvent> events = notebook.decide(command, now);
        events.forEach(this::take);
        return events;
    }

    private void take(NotebookEvent event) {
        Happened one = new Happened(now, event);
        notebook.apply(one, _ -> Optional.empty());
        notebook.consequences(one).forEach(effect -> {
            letters.add((Effect.Letter) effect);
            take(new NotebookEvent.Standing(effect.key(), new MessageId(ROOM, effect.key())));
        });
    }

    private void until(String time) {
        Instant then = Instant.parse(time);
        for (Optional<Effect.Wake> wake = notebook.wake(now);
                wake.filter(one -> !one.due().isAfter(then)).isPresent();
                wake = notebook.wake(now)) {
            Instant due = wake.orElseThrow().due();
            now = due.isAfter(now) ? due : now;
            tell(new NotebookCommand.Wake(CLOCK));
            assertThat(notebook.wake(now).filter(next -> !next.due().isAfter(now)))
                    .isEmpty();
        }
        now = then;
    }

    private String commit(Optional<LocalDate> on) {
        return ((NotebookEvent.Committed) tell(new NotebookCommand.Commit(WORDS, Origin.MEETING, on, CLOCK))
                        .getFirst())
                .commitment();
    }

    private MessageId say(String text, Place place) {
        MessageId message = new MessageId(ROOM, "m" + now);
        tell(new NotebookCommand.Hear(new Said(message, ANA, text, place, now)));
        return message;
    }

    @Test
    void onTheDayItIsAskedAboutOnce() {
        commit(Optional.of(LocalDate.of(2026, 11, 12)));
        until("2027-01-01T00:00:00Z");

        assertThat(letters).hasSize(1);
        assertThat(letters.getFirst().due()).isEqualTo("2026-11-12T22:00:00Z");
        assertThat(letters.getFirst().person()).isEqualTo(ANA);
        assertThat(notebook.isOpen()).isFalse();
    }

    @Test
    void withoutADayItIsAskedAboutAfterTwoWeeks() {
        commit(Optional.empty());
        until("2027-01-01T00:00:00Z");

        assertThat(letters).extracting(Effect.Letter::due).containsExactly(Instant.parse("2026-11-16T22:00:00Z"));
    }

    @Test
    void aDayThatIsOverIsNoDay() {
        commit(Optional.of(LocalDate.of(2026, 11, 1)));
        assertThat(notebook.commitments().getFirst().on()).isEqualTo("2026-11-16");
    }

    @Test
    void theNextMeetingBringsItForwardButNotTheOneBefore() {
        commit(Optional.empty());
        assertThat(tell(new NotebookCommand.Meet(now.minusSeconds(60)))).isEmpty();
        until("2026-11-05T15:00:00Z");
        tell(new NotebookCommand.Meet(now));
        until("2027-01-01T00:00:00Z");

        assertThat(letters).extracting(Effect.Letter::due).containsExactly(Instant.parse("2026-11-05T15:00:00Z"));
    }

    @Test
    void afterAMeetingInTheEveningItWaitsUntilMorning() {
        commit(Optional.empty());
        until("2026-11-06T03:00:00Z");
        tell(new NotebookCommand.Meet(now));
        until("2027-01-01T00:00:00Z");

        assertThat(letters).extracting(Effect.Letter::due).containsExactly(Instant.parse("2026-11-06T13:00:00Z"));
    }

    @Test
    void aReplyTellsAlsoMuchLater() {
        String commitment = commit(Optional.empty());
        until("2026-12-24T12:00:00Z");
        say("A plain message is about something else by now.", Place.ROOM);
        assertThat(notebook.commitments().getFirst().told()).isEmpty();

        now = now.plusSeconds(60);
        MessageId told = say(
                "It went well.",
                new Place.Under(new MessageId(ROOM, letters.getFirst().key())));
        assertThat(notebook.commitments().getFirst().told()).containsExactly(told);
        now = now.plus(Duration.ofMinutes(5));
        assertThat(tell(new NotebookCommand.Hear(new Said(told, ANA, "It went very well.", Place.ROOM, now, now))))
                .containsExactly(new NotebookEvent.ToldHow(commitment, told, now));
        assertThat(tell(new NotebookCommand.Unhear(told)))
                .containsExactly(new NotebookEvent.TellingDropped(commitment, told));
    }

    @Test
    void whatIsLetGoIsNotAskedAbout() {
        String commitment = commit(Optional.empty());
        assertThat(tell(new NotebookCommand.LetItGo(commitment)))
                .containsExactly(new NotebookEvent.LetGo(commitment, WORDS));
        until("2027-01-01T00:00:00Z");
        assertThat(letters).isEmpty();
        assertThat(commit(Optional.empty())).as("ids are not used again").isNotEqualTo(commitment);
    }

    @Test
    void placementsAndNotesAreKeptUntilTheyAreDropped() {
        Tag where = new Tag("continuum", "listening");
        tell(new NotebookCommand.Place(where, "exploring"));
        now = now.plus(Duration.ofDays(30));
        tell(new NotebookCommand.Place(where, "doing"));
        tell(new NotebookCommand.Note(WORDS, Set.of(where), Set.of(Principle.VOICE)));

        assertThat(notebook.placements()).extracting(Placement::step).containsExactly("exploring", "doing");
        assertThat(notebook.notes()).hasSize(1);
        tell(new NotebookCommand.DropPlacement(
                notebook.placements().iterator().next().id()));
        tell(new NotebookCommand.DropNote(WORDS));
        assertThat(notebook.placements()).extracting(Placement::step).containsExactly("doing");
        assertThat(notebook.notes()).isEmpty();
    }

    @Test
    void theirOwnClockCounts() {
        tell(new NotebookCommand.Settle(
                new OwnTime(ZoneId.of("Asia/Tokyo"), LocalTime.of(15, 0), LocalTime.of(18, 0))));
        commit(Optional.of(LocalDate.of(2026, 11, 12)));
        until("2027-01-01T00:00:00Z");

        assertThat(letters).extracting(Effect.Letter::due).containsExactly(Instant.parse("2026-11-12T09:00:00Z"));
    }

    @Test
    void whatIsForgottenIsGone() {
        tell(new NotebookCommand.Settle(CLOCK));
        commit(Optional.empty());
        tell(notebook.forget(ANA));

        assertThat(notebook.commitments()).isEmpty();
        assertThat(notebook.clock()).isEmpty();
        assertThat(notebook.wake(now)).isEmpty();
        assertThat(tell(notebook.forget(ANA))).isEmpty();
    }
}
