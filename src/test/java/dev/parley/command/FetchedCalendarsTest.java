package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.calendar.CalendarFetch;
import dev.parley.coaching.partnership.Occurrence;
import dev.parley.engine.coaching.Calendars;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Only a whole calendar says what is in it, and what is not. */
class FetchedCalendarsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final String CALENDAR = """
            BEGIN:VCALENDAR
            BEGIN:VEVENT
            UID:a
            SUMMARY:Coaching with Ben
            DTSTART:20261124T150000Z
            DTEND:20261124T154500Z
            END:VEVENT
            BEGIN:VEVENT
            UID:b
            SUMMARY:Dentist
            DTSTART:20261125T150000Z
            DTEND:20261125T154500Z
            END:VEVENT
            BEGIN:VEVENT
            UID:c
            SUMMARY:A day off
            DTSTART;VALUE=DATE:20261126
            END:VEVENT
            END:VCALENDAR
            """;

    private static Optional<Calendars.Found> read(String calendar, String word) {
        return new FetchedCalendars(new CalendarFetch(), ZoneOffset.UTC)
                .of(calendar.getBytes(StandardCharsets.UTF_8), word, NOW, NOW.plus(Duration.ofDays(60)));
    }

    @Test
    void aDayWithoutTimesIsNoMeeting() {
        assertThat(read(CALENDAR, "").orElseThrow().occurrences())
                .extracting(Occurrence::uid)
                .containsExactly("a", "b");
        assertThat(read(CALENDAR, " coaching ").orElseThrow().occurrences())
                .extracting(Occurrence::uid)
                .containsExactly("a");
    }

    @Test
    void anEmptyCalendarHasNoMeetings() {
        assertThat(read("BEGIN:VCALENDAR\nEND:VCALENDAR\n", ""))
                .contains(new Calendars.Found(List.of(), Set.of(), List.of()));
    }

    @Test
    void aPageInPlaceOfACalendarSaysNothing() {
        assertThat(read("<!doctype html><title>Sign in</title>", "")).isEmpty();
        assertThat(read("", "")).isEmpty();
    }

    @Test
    void aCalendarThatWasCutOffSaysNothing() {
        assertThat(read(CALENDAR.substring(0, CALENDAR.indexOf("Dentist")), "")).isEmpty();
    }

    @Test
    void whatIsNotUnderstoodIsNamed() {
        String broken = CALENDAR.replace("DTSTART:20261124T150000Z", "DTSTART:next Tuesday")
                .replace("DTSTART:20261125T150000Z", "DTSTART:on Wednesday");
        Calendars.Found found = read(broken, "coaching").orElseThrow();
        assertThat(found.occurrences()).isEmpty();
        assertThat(found.unread()).containsExactlyInAnyOrder("a", "b");
        assertThat(found.titles()).containsExactly("Coaching with Ben");
        Calendars.Found untitled =
                read(broken.replace("SUMMARY:Dentist\n", ""), "").orElseThrow();
        assertThat(untitled.titles()).containsExactly("Coaching with Ben", "");
    }

    /** The series is known, but from the second meeting on it is not. */
    @Test
    void aSeriesThatChangesInAWayThatIsNotUnderstoodIsNamedAsWell() {
        String series = """
                BEGIN:VCALENDAR
                BEGIN:VEVENT
                UID:weekly
                SUMMARY:Coaching
                DTSTART:20261124T150000Z
                DTEND:20261124T154500Z
                RRULE:FREQ=WEEKLY;COUNT=4
                END:VEVENT
                BEGIN:VEVENT
                UID:weekly
                SUMMARY:Coaching
                RECURRENCE-ID;RANGE=THISANDFUTURE:20261201T150000Z
                DTSTART:20261201T160000Z
                DTEND:20261201T164500Z
                END:VEVENT
                END:VCALENDAR
                """;
        Calendars.Found found = read(series, "").orElseThrow();
        assertThat(found.occurrences()).hasSize(1);
        assertThat(found.unread()).containsExactly("weekly");
    }
}
