package dev.parley.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An agenda")
class AgendaTest {

    private static final Window MARCH = new Window(LocalDate.of(2026, 3, 1), 31, ZoneId.of("Europe/Berlin"));

    private static Agenda agenda(String events) {
        return Agenda.of(("BEGIN:VCALENDAR\n" + events + "END:VCALENDAR\n").getBytes(StandardCharsets.UTF_8), MARCH);
    }

    private static String event(Object uid, String more) {
        return "BEGIN:VEVENT\nUID:" + uid + "\nSUMMARY:Talk\n" + more + "\nEND:VEVENT\n";
    }

    private static String many(int number, String more) {
        return IntStream.range(0, number).mapToObj(uid -> event(uid, more)).collect(Collectors.joining());
    }

    @Test
    void namesAMeetingTheSameWhenItWasMoved() {
        String series = event("s", "DTSTART:20260303T100000Z\nRRULE:FREQ=WEEKLY;COUNT=3");
        String moved = series + event("s", "RECURRENCE-ID:20260310T100000Z\nDTSTART:20260312T080000Z");
        String movedAgain = series
                + event("s", "SEQUENCE:1\nRECURRENCE-ID:20260310T100000Z\nDTSTART:20260320T080000Z")
                + event("s", "RECURRENCE-ID:20260310T100000Z\nDTSTART:20260312T080000Z");

        assertThat(agenda(series).meetings())
                .extracting(Meeting::instance)
                .containsExactly("2026-03-03", "2026-03-10", "2026-03-17");
        assertThat(agenda(moved).meetings())
                .extracting(Meeting::instance)
                .containsExactly("2026-03-03", "2026-03-10", "2026-03-17");
        assertThat(agenda(movedAgain).meetings())
                .extracting(Meeting::instance)
                .containsExactly("2026-03-03", "2026-03-17", "2026-03-10");
    }

    /** Moving the hour of a whole series makes no new meetings of those that were. */
    @Test
    void namesAMeetingTheSameWhenTheWholeSeriesIsAnHourLater() {
        List<Meeting> before = agenda(event("s", "DTSTART:20260303T100000Z\nRRULE:FREQ=WEEKLY;COUNT=3"))
                .meetings();
        List<Meeting> after = agenda(event("s", "DTSTART:20260303T110000Z\nRRULE:FREQ=WEEKLY;COUNT=3"))
                .meetings();

        assertThat(after)
                .extracting(Meeting::instance)
                .isEqualTo(before.stream().map(Meeting::instance).toList());
    }

    @Test
    void namesAMeetingTheSameFromWhateverDayOnItIsAsked() {
        byte[] calendar = ("BEGIN:VCALENDAR\n"
                        + event("s", "DTSTART:20260101T080000Z\nRRULE:FREQ=DAILY;BYHOUR=8,15\nDURATION:PT9H")
                        + "END:VCALENDAR\n")
                .getBytes(StandardCharsets.UTF_8);
        List<Meeting> march = Agenda.of(calendar, MARCH).meetings();

        for (int day = 1; day < 30; day++) {
            Window later = new Window(LocalDate.of(2026, 3, 1).plusDays(day), 1, MARCH.zone());
            assertThat(march).containsAll(Agenda.of(calendar, later).meetings());
        }
    }

    @Test
    void shownIsWhatTouchesTheDays() {
        Agenda agenda = agenda(event("before", "DTSTART:20260228T100000Z\nDTEND:20260228T230000Z")
                + event("into", "DTSTART:20260228T220000Z\nDTEND:20260228T233000Z")
                + event("out", "DTSTART:20260331T210000Z\nDTEND:20260331T230000Z")
                + event("after", "DTSTART:20260331T220000Z\nDTEND:20260331T230000Z")
                + event("none", "DTSTART:20260301T000000"));

        assertThat(agenda.meetings()).extracting(Meeting::uid).containsExactly("into", "none", "out");
    }

    @Test
    void endsSoonWhateverTheRules() {
        Agenda agenda = agenda(many(
                3_000,
                "DTSTART:18000101T000000\nRRULE:FREQ=YEARLY;COUNT=9999;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=1,-1"));

        assertThat(agenda.meetings()).isEmpty();
        assertThat(agenda.troubles()).hasSizeGreaterThan(2_900);
        assertThat(agenda.troubles().getLast().why())
                .isEqualTo("the rules of this calendar would take too long to work out");
    }

    @Test
    void hasNoMoreMeetingsThanCanBeKept() {
        Agenda agenda = agenda(many(3_000, "DTSTART:20260101T000000\nRRULE:FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7,8"));

        assertThat(agenda.meetings()).hasSizeBetween(10_000, 20_000);
        assertThat(agenda.troubles().getLast().why()).isEqualTo("this calendar has too many meetings");
    }

    @Test
    void endsSoonWhateverTheExceptions() {
        String dates =
                IntStream.range(0, 20_000).mapToObj(_ -> "20260310T100000Z").collect(Collectors.joining(","));
        String changes = many(5_000, "RECURRENCE-ID:20260310T100000Z\nDTSTART:20260312T080000Z")
                .replaceAll("UID:\\d+", "UID:s");
        Agenda agenda =
                agenda(event("s", "DTSTART:20260303T100000Z\nRRULE:FREQ=WEEKLY\nRDATE:" + dates + "\nEXDATE:" + dates)
                        + changes);

        assertThat(agenda.meetings()).hasSize(1);
        assertThat(agenda.troubles())
                .extracting(Trouble::why)
                .containsExactly("it has more than 1000 meetings in the days that are asked about");
    }

    @Test
    void endsSoonHoweverDeepItIs() {
        String deep = "BEGIN:VEVENT\nBEGIN:X\n".repeat(20_000) + "END:Y\nEND:X\n".repeat(20_000);

        assertThat(agenda(deep + event("fine", "DTSTART:20260303T100000Z")).meetings())
                .hasSize(1);
    }

    @Test
    void endsSoonWhateverTheZones() {
        String slashes = "/".repeat(1_000_000);
        String dates =
                IntStream.range(0, 30_000).mapToObj(_ -> "20260310T100000").collect(Collectors.joining(","));
        String zone = "BEGIN:VTIMEZONE\nTZID:Ours\nBEGIN:STANDARD\nDTSTART:20200301T000000\nTZOFFSETFROM:+0100\n"
                + "TZOFFSETTO:+0200\nRDATE:" + dates + ",soon\nEND:STANDARD\nEND:VTIMEZONE\n";
        Agenda agenda = agenda(zone
                + event("long", "DTSTART;TZID=" + slashes + ":20260310T100000")
                + many(5_000, "DTSTART;TZID=Ours:20260310T100000"));

        assertThat(agenda.meetings()).isEmpty();
        assertThat(agenda.troubles()).hasSize(5_001);
    }

    @Test
    void passesOverAHugeDescription() {
        String huge = "DESCRIPTION:" + "word \n ".repeat(200_000);

        assertThat(agenda(event("s", huge + "\nDTSTART:20260303T100000Z")).meetings())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RRULE:FREQ=YEARLY;BYMONTH=3\nTZOFFSETFROM:+0100\nTZOFFSETTO:+9900",
                "TZOFFSETFROM:+0100\nTZOFFSETTO:soon",
                "TZOFFSETFROM:+0100",
                "RRULE:FREQ=DAILY\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200"
            })
    void namesAnEventWhoseZoneIsDescribedBadly(String clock) {
        Agenda agenda = agenda("BEGIN:VTIMEZONE\nTZID:Ours\nBEGIN:STANDARD\nDTSTART:20200301T000000\n" + clock
                + "\nEND:STANDARD\nEND:VTIMEZONE\n"
                + event("s", "DTSTART;TZID=Ours:20260303T100000")
                + event("t", "DTSTART:20260303T100000Z"));

        assertThat(agenda.meetings()).extracting(Meeting::uid).containsExactly("t");
        assertThat(agenda.troubles())
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.what()).isEqualTo("Talk"));
    }

    /** A zone that puts the clock a day and a half forward and back: nothing ends before it begins. */
    @Test
    void survivesAClockThatLeaps() {
        Agenda agenda = agenda(
                """
                BEGIN:VTIMEZONE
                TZID:Leaping
                BEGIN:STANDARD
                DTSTART:20260310T000000
                TZOFFSETFROM:-1800
                TZOFFSETTO:+1800
                END:STANDARD
                BEGIN:DAYLIGHT
                DTSTART:20260311T120000
                TZOFFSETFROM:+1800
                TZOFFSETTO:-1800
                END:DAYLIGHT
                END:VTIMEZONE
                """ + event("s", "DTSTART;TZID=Leaping:20260309T100000\nDURATION:P1D\nRRULE:FREQ=DAILY;COUNT=5"));

        assertThat(agenda.troubles()).isEmpty();
        assertThat(agenda.meetings()).hasSize(5);
    }

    @Test
    void readsNoMoreLinesThanItCanKeep() {
        Agenda agenda = agenda(event("first", "DTSTART:20260303T100000Z")
                + "A:\n".repeat(2_000_000)
                + event("last", "DTSTART:20260304T100000Z"));

        assertThat(agenda.meetings()).extracting(Meeting::uid).containsExactly("first");
        assertThat(agenda.troubles())
                .extracting(Trouble::why)
                .containsExactly("it has no end; it may have been cut off");
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertThatThrownBy(() -> Agenda.of(new byte[Agenda.LARGEST + 1], MARCH))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
