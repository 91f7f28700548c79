package dev.parley.coaching.programme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.coaching.OwnTime;
import dev.parley.coaching.Principle;
import dev.parley.coaching.Tag;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Happened;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.RoomId;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Needs, the shelf, and figures that do not change any more. */
class ProgrammeTest {

    private static final RoomId ROOM = new RoomId("test", "dm");
    private static final PersonId ANA = new PersonId("ana");
    private static final PersonId LEAD = new PersonId("lead");
    private static final MessageId WORDS = new MessageId(ROOM, "words");
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private final Programme programme = new Programme(new ConversationId("here", "programme:all"));
    private final List<Effect> effects = new ArrayList<>();
    private final Map<PersonId, OwnTime> leads = new HashMap<>();
    private List<Contribution> contributions = List.of();
    private Instant now = Instant.parse("2026-11-02T15:00:00Z");

    @BeforeEach
    void open() {
        leads.put(LEAD, new OwnTime(ZoneOffset.UTC, LocalTime.of(20, 0), LocalTime.of(7, 0)));
        tell(new ProgrammeCommand.Open(ZoneId.of("Europe/Berlin")));
    }

    private List<ProgrammeEvent> tell(ProgrammeCommand command) {
        List<ProgrammeEvent> events = programme.decide(command, now);
        events.forEach(this::take);
        return events;
    }

    private void take(ProgrammeEvent event) {
        Happened one = new Happened(now, event);
        programme.apply(one, _ -> Optional.empty());
        List<Effect> then = programme.consequences(one);
        effects.addAll(then);
        then.stream()
                .filter(Effect.Letter.class::isInstance)
                .forEach(letter -> take(new ProgrammeEvent.Standing(letter.key(), new MessageId(ROOM, letter.key()))));
    }

    private void until(String time) {
        Instant then = Instant.parse(time);
        for (Optional<Effect.Wake> wake = programme.wake(now);
                wake.filter(one -> !one.due().isAfter(then)).isPresent();
                wake = programme.wake(now)) {
            Instant due = wake.orElseThrow().due();
            now = due.isAfter(now) ? due : now;
            tell(new ProgrammeCommand.Wake(leads, List.of("easier", "room"), contributions));
            assertThat(programme.wake(now).filter(next -> !next.due().isAfter(now)))
                    .isEmpty();
        }
        now = then;
    }

    private List<Effect.Letter> letters(Class<? extends ProgrammeLetter> kind) {
        return effects.stream()
                .filter(Effect.Letter.class::isInstance)
                .map(Effect.Letter.class::cast)
                .filter(letter -> kind.isInstance(letter.letter()))
                .toList();
    }

    private static Contribution partnership() {
        Instant within = Instant.parse("2026-11-15T10:00:00Z");
        return new Contribution(
                false,
                within,
                Optional.empty(),
                List.of(within),
                List.of(new Contribution.Item(within, Optional.of(Principle.VOICE), Set.of())));
    }

    @Test
    void aNeedIsToldToTheLeadOnceOutsideOfQuietHours() {
        now = Instant.parse("2026-11-02T22:00:00Z");
        tell(new ProgrammeCommand.SayNeed(ANA, WORDS, NeedKind.COVER));
        until("2026-11-20T00:00:00Z");

        assertThat(letters(ProgrammeLetter.NeedHeard.class))
                .extracting(Effect.Letter::due)
                .containsExactly(Instant.parse("2026-11-03T07:00:00Z"));
        assertThat(programme.needs()).extracting(Need::kind).containsExactly(NeedKind.COVER);
        tell(new ProgrammeCommand.MeetNeed("need1"));
        assertThat(programme.needs()).allMatch(Need::met);
    }

    @Test
    void aNeedCanBeTakenBackByWhoeverSaidIt() {
        tell(new ProgrammeCommand.SayNeed(ANA, WORDS, NeedKind.TIME));
        until("2026-11-03T00:00:00Z");
        assertThat(tell(new ProgrammeCommand.TakeNeedBack(LEAD, "need1"))).isEmpty();

        assertThat(tell(new ProgrammeCommand.TakeNeedBack(ANA, "need1")))
                .containsExactly(new ProgrammeEvent.NeedTakenBack("need1", WORDS));

        assertThat(programme.needs()).isEmpty();
        assertThat(effects.getLast())
                .isInstanceOfSatisfying(
                        Effect.Remove.class,
                        removal -> assertThat(removal.post())
                                .isEqualTo(letters(ProgrammeLetter.NeedHeard.class)
                                        .getFirst()
                                        .key()));
    }

    @Test
    void theShelfIsForAllAndWhoPutSomethingThereTakesItAway() {
        Tag families = new Tag("standards", "families");
        tell(new ProgrammeCommand.Shelve(ANA, WORDS, Optional.of(families)));

        assertThat(programme.shelf()).extracting(Exemplar::domain).containsExactly(Optional.of(families));
        assertThat(tell(new ProgrammeCommand.Unshelve(LEAD, "shelf1"))).isEmpty();
        tell(new ProgrammeCommand.Unshelve(ANA, "shelf1"));
        assertThat(programme.shelf()).isEmpty();
    }

    @Test
    void aMonthIsFrozenOnceAndNeverChanges() {
        contributions = Stream.generate(ProgrammeTest::partnership).limit(6).toList();
        until("2026-12-07T22:59:59Z");
        assertThat(programme.figures()).isEmpty();
        until("2026-12-07T23:00:00Z");
        Figures figures = programme.figures().get(NOVEMBER);
        assertThat(figures.counts()).contains(new Figures.Counts(5, 5, 5, 0));
        assertThat(figures.themes()).hasSize(1);

        contributions = List.of();
        until("2026-12-31T00:00:00Z");

        assertThat(programme.figures()).containsOnlyKeys(NOVEMBER).containsValue(figures);
        assertThat(programme.helped(2026))
                .containsExactly(new Programme.Helped(new Theme.OfPrinciple(Principle.VOICE), 1));
        assertThat(programme.helped(2027)).isEmpty();
    }

    @Test
    void monthsThatWeWereAwayForAreMadeUpFor() {
        now = Instant.parse("2027-02-10T12:00:00Z");
        until("2027-02-10T12:00:00Z");

        assertThat(programme.figures()).containsOnlyKeys(NOVEMBER, YearMonth.of(2026, 12), YearMonth.of(2027, 1));
        assertThat(letters(ProgrammeLetter.LeadAsking.class))
                .as("only about the last")
                .hasSize(1);
    }

    @Test
    void aLeadIsAskedSomethingOfTheirOwnEachMonth() {
        until("2027-01-20T00:00:00Z");

        assertThat(letters(ProgrammeLetter.LeadAsking.class))
                .extracting(Effect.Letter::letter)
                .containsExactly(
                        new ProgrammeLetter.LeadAsking(NOVEMBER, "room"),
                        new ProgrammeLetter.LeadAsking(YearMonth.of(2026, 12), "easier"));
        assertThat(letters(ProgrammeLetter.LeadAsking.class).getFirst().due()).isEqualTo("2026-12-08T07:00:00Z");
    }

    @Test
    void whoIsForgottenNeedsNothingAndHasNothingOnTheShelf() {
        tell(new ProgrammeCommand.SayNeed(ANA, WORDS, NeedKind.TIME));
        tell(new ProgrammeCommand.Shelve(ANA, WORDS, Optional.empty()));
        tell(programme.forget(ANA));

        assertThat(programme.needs()).isEmpty();
        assertThat(programme.shelf()).isEmpty();
        assertThat(tell(programme.forget(ANA))).isEmpty();
    }
}
