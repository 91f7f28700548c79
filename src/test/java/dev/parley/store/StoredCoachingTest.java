package dev.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.coaching.Cycle;
import dev.parley.coaching.Look;
import dev.parley.coaching.OwnTime;
import dev.parley.coaching.Principle;
import dev.parley.coaching.Prompt;
import dev.parley.coaching.Tag;
import dev.parley.coaching.notebook.NotebookEvent;
import dev.parley.coaching.notebook.NotebookLetter;
import dev.parley.coaching.notebook.Origin;
import dev.parley.coaching.partnership.Aspect;
import dev.parley.coaching.partnership.Circle;
import dev.parley.coaching.partnership.Ending;
import dev.parley.coaching.partnership.Outcome;
import dev.parley.coaching.partnership.PartnershipEvent;
import dev.parley.coaching.partnership.PartnershipLetter;
import dev.parley.coaching.partnership.Question;
import dev.parley.coaching.partnership.Rhythm;
import dev.parley.coaching.partnership.Shape;
import dev.parley.coaching.partnership.Source;
import dev.parley.coaching.programme.Figures;
import dev.parley.coaching.programme.NeedKind;
import dev.parley.coaching.programme.ProgrammeEvent;
import dev.parley.coaching.programme.ProgrammeLetter;
import dev.parley.coaching.programme.Theme;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Fact;
import dev.parley.conversation.Letter;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.RoomId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is stored of coaching stays readable: the golden file holds one of everything that happens and of every letter, a line each.
 * {@code -Dgolden.rewrite=true} writes it anew.
 */
class StoredCoachingTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/stored-coaching.jsonl");
    private static final ObjectMapper PLAIN = new ObjectMapper();

    private static final MessageId WORDS = new MessageId(new RoomId("web", "page"), "w1");
    private static final PersonId ANA = new PersonId("p1");
    private static final PersonId BEN = new PersonId("p2");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-23T13:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final Tag TAG = new Tag("standards", "families");
    private static final String MEETING = "2026-11-23T12:00Z";

    private static List<PartnershipEvent> partnership() {
        List<PartnershipEvent> events = new ArrayList<>(List.of(
                new PartnershipEvent.Formed(cycle(), Shape.PARTNERS, members(), Rhythm.USUAL, Optional.of(BEN)),
                new PartnershipEvent.Agreed(ANA),
                new PartnershipEvent.Declined(ANA),
                new PartnershipEvent.Begun(),
                new PartnershipEvent.Left(ANA),
                new PartnershipEvent.Ended(Outcome.FINISHED),
                new PartnershipEvent.GoalSaid(Aspect.CURRENT_REALITY, WORDS, ANA),
                new PartnershipEvent.GoalDropped(Aspect.PROGRESS, WORDS),
                new PartnershipEvent.StageReached("learn", ANA),
                new PartnershipEvent.MeetingSet(
                        MEETING, Source.feed("feed", "uid", "only"), NOON, LATER, Optional.of(WORDS), ANA),
                new PartnershipEvent.CalendarGiven(ANA, "feed", WORDS),
                new PartnershipEvent.CalendarDropped(WORDS),
                new PartnershipEvent.MeetingMoved(MEETING, NOON, LATER),
                new PartnershipEvent.MeetingSetAnew(MEETING + "~2", MEETING, NOON, LATER),
                new PartnershipEvent.MeetingCancelled(MEETING),
                new PartnershipEvent.Overruled(MEETING, NOON, LATER),
                new PartnershipEvent.Prepared(
                        MEETING,
                        List.of(
                                new Question(Look.BACK, Optional.of("what-you-saw")),
                                new Question(Look.AT, Optional.empty()))),
                new PartnershipEvent.Asked(MEETING, ANA),
                new PartnershipEvent.Put(MEETING, ANA, Look.BACK, true),
                new PartnershipEvent.Answered(MEETING, ANA, Look.AT, WORDS, NOON, LATER),
                new PartnershipEvent.Unanswered(WORDS),
                new PartnershipEvent.Skipped(MEETING, ANA, Look.AHEAD),
                new PartnershipEvent.Snoozed(MEETING, ANA, LATER),
                new PartnershipEvent.Nudged(MEETING, ANA),
                new PartnershipEvent.Withdrawn(MEETING, ANA),
                new PartnershipEvent.Waited(ANA, LATER),
                new PartnershipEvent.Stopped(ANA),
                new PartnershipEvent.Resumed(ANA),
                new PartnershipEvent.Chosen(MEETING, Look.AT, ANA, Circle.PARTNER),
                new PartnershipEvent.TakenBack(MEETING, Look.AT, ANA, Circle.PROGRAMME),
                new PartnershipEvent.Tagged(MEETING, Look.AT, ANA, TAG),
                new PartnershipEvent.Untagged(MEETING, Look.AT, ANA, TAG),
                new PartnershipEvent.Standing("partnership:k3/back", WORDS),
                new PartnershipEvent.Lapsed("partnership:k3/back"),
                new PartnershipEvent.Forgotten(ANA)));
        for (Ending ending : Ending.values()) {
            events.add(new PartnershipEvent.Reflected(MEETING, ANA, ending));
        }
        partnershipLetters().forEach(letter -> events.add(new PartnershipEvent.Told(ANA, letter)));
        return events;
    }

    private static Cycle cycle() {
        return new Cycle(
                "impact",
                "Impact",
                "About it",
                "What is said stays here",
                List.of(new Cycle.Role("coach", "Coach", "Listens")),
                List.of(new Cycle.Stage("learn", "Learn", "Try it")),
                false,
                List.of(new Prompt("what-you-saw", Look.BACK, Set.of("learn"), Principle.VOICE, "What did you see?")));
    }

    private static Map<PersonId, String> members() {
        Map<PersonId, String> members = new LinkedHashMap<>();
        members.put(BEN, "coach");
        members.put(ANA, "partner");
        return members;
    }

    private static List<PartnershipLetter> partnershipLetters() {
        return List.of(
                new PartnershipLetter.Invitation(),
                new PartnershipLetter.Beginning(),
                new PartnershipLetter.Asking(MEETING, Look.BACK, true),
                new PartnershipLetter.Nudge(MEETING),
                new PartnershipLetter.Thanks(MEETING),
                new PartnershipLetter.Opening(MEETING, Look.AT),
                new PartnershipLetter.Farewell());
    }

    private static List<NotebookEvent> notebook() {
        return List.of(
                new NotebookEvent.Settled(new OwnTime(ZONE, LocalTime.of(20, 30), LocalTime.of(7, 0))),
                new NotebookEvent.Committed("try1", WORDS, Origin.CHAT, LocalDate.of(2026, 12, 1), LATER),
                new NotebookEvent.Met(NOON),
                new NotebookEvent.AskedHow("try1"),
                new NotebookEvent.ToldHow("try1", WORDS, NOON),
                new NotebookEvent.TellingDropped("try1", WORDS),
                new NotebookEvent.LetGo("try1", WORDS),
                new NotebookEvent.Placed("place1", TAG, "exploring"),
                new NotebookEvent.PlacementDropped("place1"),
                new NotebookEvent.Noted(WORDS, Set.of(TAG), Set.of(Principle.PRAXIS)),
                new NotebookEvent.NoteDropped(WORDS),
                new NotebookEvent.FeedOpened("secret"),
                new NotebookEvent.FeedClosed(),
                new NotebookEvent.EventAsked("discord:1", NOON, LATER),
                new NotebookEvent.Waiting(LATER),
                new NotebookEvent.Standing("notebook:p1/try1", WORDS),
                new NotebookEvent.Lapsed("notebook:p1/try1"),
                new NotebookEvent.Forgotten());
    }

    private static List<ProgrammeEvent> programme() {
        YearMonth november = YearMonth.of(2026, 11);
        return List.of(
                new ProgrammeEvent.Opened(ZONE),
                new ProgrammeEvent.Needed("need1", WORDS, ANA, NeedKind.COVER),
                new ProgrammeEvent.NeedMet("need1"),
                new ProgrammeEvent.NeedTakenBack("need1", WORDS),
                new ProgrammeEvent.Shelved("shelf1", WORDS, ANA, Optional.of(TAG)),
                new ProgrammeEvent.Unshelved("shelf1", WORDS),
                new ProgrammeEvent.WinOffered(ANA, "try1", WORDS, Optional.empty()),
                new ProgrammeEvent.WinOffered(ANA, "try1", WORDS, Optional.of(WORDS)),
                new ProgrammeEvent.WinTakenBack(ANA, "try1", WORDS),
                new ProgrammeEvent.WinSaid(ANA, "try1", "principles/2026-11-23"),
                new ProgrammeEvent.WinReturned(ANA, "try1"),
                new ProgrammeEvent.Frozen(november, new Figures(Optional.empty(), List.of())),
                new ProgrammeEvent.Frozen(
                        november,
                        new Figures(
                                Optional.of(new Figures.Counts(10, 20, 5, 0)),
                                List.of(
                                        new Figures.Shared(new Theme.OfPrinciple(Principle.VOICE), 5),
                                        new Figures.Shared(new Theme.OfDomain(TAG), 10)))),
                new ProgrammeEvent.LeadAsked(november, ANA, "easier"),
                new ProgrammeEvent.NeedTold("need1", ANA),
                new ProgrammeEvent.LeadsWaited(LATER),
                new ProgrammeEvent.LeadsTold(),
                new ProgrammeEvent.Standing("programme:all/need1@p1", WORDS),
                new ProgrammeEvent.Lapsed("programme:all/need1@p1"),
                new ProgrammeEvent.Forgotten(ANA));
    }

    private static List<Fact> facts() {
        return Stream.of(partnership(), notebook(), programme())
                .<Fact>flatMap(List::stream)
                .toList();
    }

    private static List<Effect> letters() {
        Stream<Letter> others = Stream.of(
                new NotebookLetter.HowDidItGo("try1"),
                new NotebookLetter.IsItAMeeting("discord:1", NOON, LATER),
                new ProgrammeLetter.NeedHeard("need1"),
                new ProgrammeLetter.LeadAsking(YearMonth.of(2026, 11), "easier"));
        return Stream.concat(partnershipLetters().stream(), others)
                .<Effect>map(letter -> new Effect.Letter("key", ANA, letter, NOON, LATER))
                .toList();
    }

    @Test
    void theStoredFormHasNotChanged() throws IOException {
        List<String> lines = new ArrayList<>();
        facts().forEach(fact -> lines.add(line(Json.FACTS.of(fact), Json.write(fact))));
        letters().forEach(effect -> lines.add(line(Json.EFFECTS.of(effect), Json.write(effect))));
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.write(GOLDEN, lines);
        }

        assertThat(lines).isEqualTo(Files.readAllLines(GOLDEN));
    }

    private static String line(String type, String body) {
        return "{\"type\":\"" + type + "\",\"body\":" + body + "}";
    }

    @Test
    void whatIsStoredIsReadBackAsItWas() throws IOException {
        List<Object> read = new ArrayList<>();
        for (String line : Files.readAllLines(GOLDEN)) {
            JsonNode one = PLAIN.readTree(line);
            String type = one.get("type").asText();
            String body = one.get("body").toString();
            read.add(type.equals("letter") ? Json.effect(type, body) : Json.fact(type, body));
        }

        assertThat(read)
                .isEqualTo(Stream.concat(facts().stream(), letters().stream()).toList());
    }

    @Test
    void theOrderOfMembersIsKept() {
        PartnershipEvent formed = partnership().getFirst();
        Fact read = Json.fact(Json.FACTS.of(formed), Json.write(formed));

        assertThat(((PartnershipEvent.Formed) read).members()).containsExactlyEntriesOf(members());
    }

    @Test
    void whatEarlierVersionsStoredIsStillRead() {
        PartnershipEvent formed = partnership().getFirst();
        String before = Json.write(formed).replace(",\"visits\":false", "");

        assertThat(before).doesNotContain("visits");
        assertThat(Json.fact("partnership-formed", before)).isEqualTo(formed);
        assertThat(Json.fact("notebook-met", "{\"end\":\"" + NOON + "\"}")).isEqualTo(new NotebookEvent.Met(NOON));
    }

    @Test
    void everyCaseIsInTheGoldenFile() {
        assertCovers(PartnershipEvent.class, partnership());
        assertCovers(NotebookEvent.class, notebook());
        assertCovers(ProgrammeEvent.class, programme());
        assertCovers(PartnershipLetter.class, partnershipLetters());
    }

    private static void assertCovers(Class<?> type, List<?> samples) {
        assertThat(samples.stream().map(Object::getClass).distinct().toList())
                .as(type.getSimpleName())
                .hasSameElementsAs(Arrays.asList(type.getPermittedSubclasses()));
    }
}
