package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@DisplayName("parley calendar")
class CalendarCommandTest {

    private static final Instant NOW = Instant.parse("2026-03-01T23:30:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();
    private Path good;
    private Path bad;

    @BeforeEach
    void calendars() throws IOException {
        String events = """
                BEGIN:VEVENT
                UID:weekly
                SUMMARY:Coaching
                DTSTART;TZID=Europe/Berlin:20260324T160000
                DURATION:PT45M
                RRULE:FREQ=WEEKLY;COUNT=2
                ATTENDEE:mailto:ada@school.example
                ORGANIZER:mailto:bo@school.example
                END:VEVENT
                BEGIN:VEVENT
                UID:visit
                DTSTART;VALUE=DATE:20260303
                DTEND;VALUE=DATE:20260305
                STATUS:CANCELLED
                END:VEVENT
                """;
        good = Files.writeString(folder.resolve("good.ics"), "BEGIN:VCALENDAR\n" + events + "END:VCALENDAR\n");
        bad = Files.writeString(
                folder.resolve("bad.ics"),
                "BEGIN:VCALENDAR\n" + events
                        + "BEGIN:VEVENT\nSUMMARY:Broken\nDTSTART:tomorrow\nEND:VEVENT\nEND:VCALENDAR\n");
    }

    private int run(String... arguments) {
        return new CommandLine(new CalendarCommand(() -> NOW, BERLIN))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }

    @Test
    void showsTheMeetingsOfFourWeeksFromTodayOn() {
        assertThat(run(good.toString())).isZero();
        assertThat(out).hasToString("""
                        Tue 2026-03-03 to Wed 2026-03-04, all day  (no title)  (cancelled)
                        Tue 2026-03-24 16:00 +01:00 to 16:45  Coaching  <bo@school.example, ada@school.example>
                        2 meetings in 28 days from Mon 2026-03-02 on, by the clock of Europe/Berlin.
                        """);
        assertThat(errors).hasToString("");
    }

    @Test
    void showsOtherDaysInAnotherZone() {
        assertThat(run(good.toString(), "--from", "2026-03-31", "--days", "1", "--zone", "America/New_York"))
                .isZero();
        assertThat(out).hasToString("""
                        Tue 2026-03-31 10:00 -04:00 to 10:45  Coaching  <bo@school.example, ada@school.example>
                        One meeting in one day from Tue 2026-03-31 on, by the clock of America/New_York.
                        """);
    }

    @Test
    void namesWhatItDidNotUnderstandAndShowsTheRest() {
        assertThat(run(bad.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("Coaching");
        assertThat(errors).hasToString("""
                        line 19: Broken: its DTSTART is no date or time: tomorrow
                        One thing not understood and left out.
                        """);
    }

    @Test
    void saysItInJson() throws IOException {
        assertThat(run("--json", bad.toString())).isEqualTo(1);

        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.at("/zone").asText()).isEqualTo("Europe/Berlin");
        assertThat(json.at("/meetings")).hasSize(2);
        assertThat(json.at("/meetings/0/cancelled").asBoolean()).isTrue();
        assertThat(json.at("/meetings/1/instance").asText()).isEqualTo("2026-03-24");
        assertThat(json.at("/meetings/1/start").asText()).isEqualTo("2026-03-24T16:00:00+01:00");
        assertThat(json.at("/meetings/1/attendees/1").asText()).isEqualTo("ada@school.example");
        assertThat(json.at("/troubles/0/line").asInt()).isEqualTo(19);
        assertThat(errors).hasToString("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--zone=Mars/Olympus",
                "--days=0",
                "--days=367",
                "--days=many",
                "--from=tomorrow",
                "--from=1066-10-14",
                "--unheard-of"
            })
    void asksForWhatCanBe(String option) {
        assertThat(run(good.toString(), option)).isEqualTo(2);
        assertThat(errors.toString()).isNotEmpty();
        assertThat(out).hasToString("");
    }

    @Test
    void needsACalendar() {
        assertThat(run()).isEqualTo(2);
        assertThat(run(folder.resolve("none.ics").toString())).isEqualTo(2);
        assertThat(errors.toString()).contains("There is no file").contains("none.ics");
    }

    @Test
    void doesNotLookInside() {
        assertThat(run("http://127.0.0.1:9/private-s3cret.ics")).isEqualTo(2);
        assertThat(errors.toString()).contains("127.0.0.1: it leads inside").doesNotContain("s3cret");
    }

    @Test
    void explainsItself() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("FILE|URL", "--from", "--days", "--zone", "--json", "Ends with:");
    }
}
