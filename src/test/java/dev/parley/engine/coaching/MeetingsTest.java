package dev.parley.engine.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.coaching.partnership.Occurrence;
import dev.parley.coaching.partnership.Seen;
import dev.parley.conversation.PersonId;
import dev.parley.platform.Caller;
import dev.parley.platform.Choice;
import dev.parley.platform.Form;
import dev.parley.platform.Note;
import dev.parley.platform.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When people meet is read back before it is kept, and asked about where it is not clear. */
class MeetingsTest extends InVillage {

    private Note meet(String typed) {
        return village.service
                .order(caller(), new Order(Order.Kind.MEET, Optional.empty(), typed))
                .toCompletableFuture()
                .join();
    }

    private static Caller caller() {
        return new Caller(Village.account("ada"), "Ada");
    }

    private Note press(Choice choice) {
        return village.service
                .pressed(caller(), choice.meaning())
                .toCompletableFuture()
                .join();
    }

    private Note fill(Choice choice, String when) {
        return village.service
                .filled(caller(), choice.meaning(), Map.of("when", when))
                .toCompletableFuture()
                .join();
    }

    private String prefilled(Choice choice) {
        Form form =
                village.service.form(Village.account("ada"), choice.meaning()).orElseThrow();
        return form.fields().getFirst().value();
    }

    private static Choice labelled(Note note, String label) {
        return note.choices().stream()
                .filter(choice -> choice.label().contains(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No \"" + label + "\" in " + note));
    }

    private static List<String> labels(Note note) {
        return note.choices().stream().map(Choice::label).toList();
    }

    private List<Seen.Meeting> seen(String partnership) {
        return shared(partnership, ada).orElseThrow().seen().meetings();
    }

    private List<String> meetings(String partnership) {
        return seen(partnership).stream()
                .map(meeting -> meeting.start() + " to " + meeting.end())
                .toList();
    }

    @Test
    void whatIsClearIsReadBackOnOnesOwnClockAndKeptWhenItIsRight() {
        String id = together(ada, ben);

        Note note = meet("tomorrow 3pm, 30 minutes");

        assertThat(note.text()).isEqualTo("Thursday, 26 November, 15:00 (CET), 30 minutes, with Ben. Is that right?");
        assertThat(labels(note)).containsExactly("Keep it", "Change it");
        assertThat(meetings(id)).isEmpty();
        assertThat(press(labelled(note, "Keep it")).text()).startsWith("Kept: Thursday, 26 November, 15:00 (CET)");
        assertThat(meetings(id)).containsExactly("2026-11-26T14:00:00Z to 2026-11-26T14:30:00Z");
    }

    @Test
    void whoeverPressesTwiceMeetsOnce() {
        String id = together(ada, ben);
        Choice keep = labelled(meet("tomorrow 3pm"), "Keep it");

        assertThat(press(keep).text())
                .startsWith("Kept: ")
                .isEqualTo(press(keep).text());

        assertThat(meetings(id)).hasSize(1);
    }

    @Test
    void aCalendarThatIsGivenAnewTellsOfTheSameMeetings() {
        String id = together(ada, ben);
        Instant start = NOW.plus(Duration.ofDays(1));
        String calendar = Meanings.text(new Meaning.Calendar(id));
        Occurrence meeting = new Occurrence("u", "only", start, start.plus(Duration.ofHours(1)), false);
        Occurrence dentist = new Occurrence("v", "only", start.plusSeconds(60), start.plusSeconds(3600), false);
        village.calendars.put("https://calendar.example/secret", List.of(meeting, dentist));
        village.fill("ada", calendar, Map.of("address", "https://calendar.example/secret", "word", ""));
        assertThat(meetings(id)).hasSize(2);

        village.calendars.put("https://calendar.example/secret", List.of(meeting));
        village.fill("ada", calendar, Map.of("address", "https://calendar.example/secret", "word", "coaching"));

        assertThat(meetings(id)).containsExactly(start + " to " + start.plus(Duration.ofHours(1)));
    }

    @Test
    void whatIsNotUnderstoodAnyMoreStaysAndIsNamed() {
        String id = together(ada, ben);
        Instant start = NOW.plus(Duration.ofDays(1));
        String calendar = Meanings.text(new Meaning.Calendar(id));
        Map<String, String> address = Map.of("address", "https://calendar.example/secret", "word", "");
        village.calendars.put(
                "https://calendar.example/secret",
                List.of(new Occurrence("lesson *one*", "only", start, start.plusSeconds(60), false)));
        assertThat(village.fill("ada", calendar, address)).contains("Kept.").doesNotContain("left out");

        village.calendars.put("https://calendar.example/secret", List.of());
        village.unread.add("lesson *one*");
        village.unread.add("");

        assertThat(village.fill("ada", calendar, address))
                .contains("left out, such as lesson \\*one\\* and one without a title.");
        assertThat(meetings(id)).hasSize(1);
    }

    @Test
    void whatIsChangedBeginsWithWhatWasReadBack() {
        String id = together(ada, ben);
        Choice change = labelled(meet("tomorrow 3pm, 30 minutes"), "Change it");

        assertThat(prefilled(change)).isEqualTo("2026-11-26 15:00, 30 minutes");
        press(labelled(fill(change, "2026-11-26 16:00, 30 minutes"), "Keep it"));

        assertThat(meetings(id)).containsExactly("2026-11-26T15:00:00Z to 2026-11-26T15:30:00Z");
    }

    @Test
    void whatIsTwiceADayIsAskedWithAButtonForEach() {
        String id = together(ada, ben);

        Note note = meet("tomorrow at 4");

        assertThat(note.text()).isEqualTo("*tomorrow at 4* comes twice a day. Which one do you mean?");
        assertThat(labels(note))
                .containsExactly(
                        "Thursday, 26 November, 04:00 (CET)", "Thursday, 26 November, 16:00 (CET)", "Change it");
        press(labelled(note, "16:00"));
        assertThat(meetings(id)).containsExactly("2026-11-26T15:00:00Z to 2026-11-26T15:45:00Z");
    }

    @Test
    void weekAndMonthAreAskedAsWell() {
        together(ada, ben);

        assertThat(meet("next friday 2pm").text()).contains("in this week or in the next");
        assertThat(labels(meet("12/3 3pm")))
                .containsExactly("Thursday, 3 December, 15:00 (CET)", "Friday, 12 March, 15:00 (CET)", "Change it");
    }

    @Test
    void aShortNameOfSeveralClocksIsAskedAboutInTheWordsOfEach() {
        String id = together(ada, ben);

        Note note = meet("tomorrow 3pm EST");

        assertThat(note.text()).startsWith("EST is the name of several clocks");
        assertThat(labels(note))
                .containsExactly(
                        "America/New_York: Thursday, 26 November, 21:00 (CET)",
                        "America/Panama: Thursday, 26 November, 21:00 (CET)",
                        "Change it");
        press(labelled(note, "New_York"));
        assertThat(meetings(id)).containsExactly("2026-11-26T20:00:00Z to 2026-11-26T20:45:00Z");
    }

    @Test
    void anotherClockIsSaidAlongWithOnesOwn() {
        together(ada, ben);

        assertThat(meet("tomorrow 3pm America/Chicago, 1h").text())
                .isEqualTo("Thursday, 26 November, 22:00 (CET), one hour, with Ben. Is that right?\n"
                        + "On the clock of America/Chicago: Thursday, 26 November, 15:00 (CST).");
    }

    @Test
    void whatIsUnusualIsSaid() {
        together(ada, ben);

        assertThat(meet("2027-03-28 02:30").text())
                .contains("Sunday, 28 March, 03:00 (CEST)")
                .contains("That is in 2027.")
                .contains("The clocks go forward then")
                .contains("You did not say how long");
        assertThat(meet("2027-10-31 02:30").text()).contains("this hour comes twice");
    }

    @Test
    void whatCannotBeIsSaidWithAWayToChangeIt() {
        together(ada, ben);

        assertThat(meet("tomorrow 3pm with cake").text()).startsWith("I did not understand *with cake*.");
        assertThat(meet("tomorrow").text()).startsWith("I find no time of the day");
        assertThat(meet("2026-02-30 15:00").text()).contains("no such day");
        assertThat(meet("tomorrow 25:00").text()).isEqualTo("No clock shows *25:00*. When is it?");
        assertThat(meet("Mon Dec 3 3pm").text()).contains("the day of the week is not that of the date");
        assertThat(meet("today 9am").text()).isEqualTo("*today 9am* is over already. When is it?");
        assertThat(meet("2029-12-01 15:00").text()).contains("more than two years away");
        assertThat(meet("3pm for 20 hours").text()).contains("12 hours at most");
        assertThat(labels(meet("tomorrow"))).containsExactly("Change it");
    }

    @Test
    void withSeveralPartnershipsEachHasAButton() {
        String first = together(ada, ben);
        PersonId cleo = village.introduce("cleo", "Cleo");
        String second = together(ada, cleo);

        Note note = meet("tomorrow 3pm, 30 minutes");

        assertThat(note.text()).isEqualTo("Thursday, 26 November, 15:00 (CET), 30 minutes. With whom do you meet?");
        assertThat(labels(note))
                .containsExactlyInAnyOrder("The impact cycle: Ben", "The impact cycle: Cleo", "Change it");
        Choice change = labelled(note, "Change it");
        Note unsure = fill(change, "tomorrow at 4");
        press(labelled(press(labelled(unsure, "16:00")), "Cleo"));
        assertThat(meetings(first)).isEmpty();
        assertThat(meetings(second)).containsExactly("2026-11-26T15:00:00Z to 2026-11-26T15:45:00Z");
    }

    @Test
    void whatIsMovedIsReadBackToo() {
        String id = together(ada, ben);
        press(labelled(meet("tomorrow 3pm, 30 minutes"), "Keep it"));
        Choice move = new Choice(
                Meanings.text(new Meaning.Move(id, seen(id).getFirst().id())), "Change it", Choice.Style.OTHER, true);

        assertThat(prefilled(move)).isEqualTo("2026-11-26 15:00, 30 minutes");
        Note readBack = fill(move, "tomorrow at 4, 30 minutes");
        assertThat(meetings(id)).containsExactly("2026-11-26T14:00:00Z to 2026-11-26T14:30:00Z");
        assertThat(press(labelled(readBack, "16:00")).text()).startsWith("Moved: Thursday, 26 November, 16:00 (CET)");
        assertThat(meetings(id)).containsExactly("2026-11-26T15:00:00Z to 2026-11-26T15:30:00Z");
        press(labelled(fill(move, "friday 15:00, 1h"), "Keep it"));
        assertThat(meetings(id)).containsExactly("2026-11-27T14:00:00Z to 2026-11-27T15:00:00Z");
    }

    @Test
    void withoutAPartnershipThereIsNothingToKeep() {
        assertThat(meet("tomorrow 3pm").text()).isEqualTo("For a meeting you need a partnership that has begun.");
        String time = Meanings.text(new Meaning.ThisTime(NOW, NOW.plusSeconds(60)));
        assertThat(press(new Choice(time, "", Choice.Style.OTHER)).text())
                .isEqualTo("For a meeting you need a partnership that has begun.");
    }
}
