package dev.parley.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

/** What we write is read back by our own reader, and by ical4j as a second opinion. */
class CalendarFeedTest {
    private static final Instant START = Instant.parse("2026-11-24T15:00:00Z");
    private static final Window WEEK = new Window(LocalDate.of(2026, 11, 23), 7, ZoneOffset.UTC);

    private static CalendarFeed.Entry entry(String uid, String title, boolean cancelled) {
        return new CalendarFeed.Entry(
                uid,
                START,
                START.plusSeconds(2700),
                Instant.parse("2026-11-20T08:00:59.5Z"),
                title,
                "Read, think;\nthen \\ write.",
                Optional.of("https://parley.example/coaching"),
                true,
                cancelled);
    }

    private static String text(CalendarFeed.Entry... entries) {
        return new CalendarFeed("Coaching, quietly; é", Duration.ofHours(1), List.of(entries)).text();
    }

    private static Agenda read(String text) {
        return Agenda.of(text.getBytes(StandardCharsets.UTF_8), WEEK);
    }

    @Test
    void ourOwnReaderReadsItBack() {
        Agenda agenda = read(
                text(entry("one@parley", "Time to reflect, now; \\ then", false), entry("two@parley", "Gone", true)));

        assertThat(agenda.troubles()).isEmpty();
        assertThat(agenda.meetings())
                .containsExactly(
                        new Meeting(
                                "one@parley",
                                Meeting.ONLY,
                                "Time to reflect, now; \\ then",
                                START,
                                START.plusSeconds(2700),
                                false,
                                false,
                                List.of()),
                        new Meeting(
                                "two@parley",
                                Meeting.ONLY,
                                "Gone",
                                START,
                                START.plusSeconds(2700),
                                false,
                                true,
                                List.of()));
    }

    @Test
    void icalReadsItBackAndFindsNothingWrong() throws IOException, ParserException {
        Calendar calendar =
                new CalendarBuilder().build(new StringReader(text(entry("one@parley", "Time; to, reflect", false))));
        VEvent event = (VEvent) calendar.getComponents().getFirst();

        assertThat(calendar.validate().getEntries()).isEmpty();
        assertThat(event.getUid().orElseThrow().getValue()).isEqualTo("one@parley");
        assertThat(event.getSummary().getValue()).isEqualTo("Time; to, reflect");
        assertThat(event.getDescription().getValue()).isEqualTo("Read, think;\nthen \\ write.");
        assertThat(Instant.from(event.<Instant>getDateTimeStart().getDate())).isEqualTo(START);
        assertThat(event.getUrl().getValue()).isEqualTo("https://parley.example/coaching");
    }

    @Test
    void noLineIsLongerThanTheStandardAllowsAndNoneIsBrokenInACharacter() {
        String title = "Überlegen 🌱 ".repeat(30);

        String text = text(entry("long@parley", title, false));

        assertThat(text).endsWith("END:VCALENDAR\r\n").doesNotContain("\uFFFD");
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n ", "")).contains("SUMMARY:" + title);
    }

    @Test
    void whatIsWrittenCannotBeginALineOfItsOwn() {
        String sly = "Tea\r\nBEGIN:VEVENT\rUID:sly\nATTENDEE:mailto:ana@example.org\u0000\u0007";

        Agenda agenda = read(text(entry("sly\r\nUID:other", sly, false)));

        assertThat(agenda.troubles()).isEmpty();
        assertThat(agenda.meetings()).singleElement().satisfies(meeting -> {
            assertThat(meeting.attendees()).isEmpty();
            assertThat(meeting.title()).startsWith("Tea BEGIN:VEVENT");
        });
    }

    @Test
    void anEventThatChangesKeepsItsNameAndCountsOn() {
        CalendarFeed.Entry before = entry("one@parley", "Talk", false);
        CalendarFeed.Entry after = new CalendarFeed.Entry(
                before.uid(),
                START.plusSeconds(3600),
                START.plusSeconds(5400),
                before.changed().plusSeconds(60),
                before.title(),
                "",
                Optional.empty(),
                false,
                false);

        assertThat(sequence(text(after))).isGreaterThan(sequence(text(before)));
        assertThat(text(after)).contains("TRANSP:TRANSPARENT").doesNotContain("DESCRIPTION", "URL");
        assertThat(text(before)).isEqualTo(text(before)).contains("DTSTAMP:20261120T080059Z");
    }

    private static int sequence(String text) {
        return text.lines()
                .filter(line -> line.startsWith("SEQUENCE:"))
                .map(line -> Integer.parseInt(line.substring("SEQUENCE:".length())))
                .findFirst()
                .orElseThrow();
    }
}
