package dev.parley.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTimeTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** A Sunday. */
    private static final Instant NOW = at("2026-11-22T14:00");

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            tomorrow 3pm, 45 minutes              | 2026-11-23T15:00 | 45
            tomorrow 3pm                          | 2026-11-23T15:00 | 45
            Tomorrow at 3:15 PM for 30 min        | 2026-11-23T15:15 | 30
            tmrw 15:00 1h                         | 2026-11-23T15:00 | 60
            Tue 15:30 for 1h                      | 2026-11-24T15:30 | 60
            Tuesday 15.30?                        | -                | 0
            tues at 3.30pm                        | 2026-11-24T15:30 | 45
            Wednesday, 09:00-09:45                | 2026-11-25T09:00 | 45
            thursday 9am to 10am                  | 2026-11-26T09:00 | 60
            friday 11am - 1pm                     | 2026-11-27T11:00 | 120
            fri 3-4pm                             | 2026-11-27T15:00 | 60
            fri 11-1pm                            | 2026-11-27T11:00 | 120
            sat at noon, half an hour             | 2026-11-28T12:00 | 30
            next monday at noon 30 min            | 2026-11-23T12:00 | 30
            next sunday 10:00                     | 2026-11-29T10:00 | 45
            sunday 16:00                          | 2026-11-22T16:00 | 45
            sunday 10:00                          | 2026-11-29T10:00 | 45
            this friday 8am                       | 2026-11-27T08:00 | 45
            2026-12-01 09:00-09:45                | 2026-12-01T09:00 | 45
            2026-12-01T09:00, 50 minutes          | 2026-12-01T09:00 | 50
            2026-12-01 09:00 1h 30m               | 2026-12-01T09:00 | 90
            2026-12-01 09:00 1h30                 | 2026-12-01T09:00 | 90
            2026-12-01 09:00 for 1.5 hours        | 2026-12-01T09:00 | 90
            2026-12-01 09:00 1,5 h                | 2026-12-01T09:00 | 90
            15.12. 14:00                          | 2026-12-15T14:00 | 45
            15.12.2026 14:00 20 min               | 2026-12-15T14:00 | 20
            3.1. 14:00                            | 2027-01-03T14:00 | 45
            Dec 3 at 3:15 pm                      | 2026-12-03T15:15 | 45
            December 3rd, 3pm                     | 2026-12-03T15:00 | 45
            3 December 15:00                      | 2026-12-03T15:00 | 45
            3rd of December 15:00                 | 2026-12-03T15:00 | 45
            Thursday, 3 December 2026, 15:00      | 2026-12-03T15:00 | 45
            Jan 7, 2027 8am                       | 2027-01-07T08:00 | 45
            January 7 8:00                        | 2027-01-07T08:00 | 45
            in 2 hours                            | 2026-11-22T16:00 | 45
            in an hour for 20 minutes             | 2026-11-22T15:00 | 20
            in half an hour                       | 2026-11-22T14:30 | 45
            in 90 minutes                         | 2026-11-22T15:30 | 45
            in 3 days at 9:00                     | 2026-11-25T09:00 | 45
            in two weeks, 15:00                   | 2026-12-06T15:00 | 45
            day after tomorrow 9am                | 2026-11-24T09:00 | 45
            the day after tomorrow at 9:00        | 2026-11-24T09:00 | 45
            today 16:00                           | 2026-11-22T16:00 | 45
            tonight at 8                          | 2026-11-22T20:00 | 45
            tonight 8:30pm                        | 2026-11-22T20:30 | 45
            3pm                                   | 2026-11-22T15:00 | 45
            1pm                                   | 2026-11-23T13:00 | 45
            at 17:00 for an hour                  | 2026-11-22T17:00 | 60
            let's meet tomorrow at 9:00 please    | 2026-11-23T09:00 | 45
            tomorrow 9 o'clock                    | -                | 0
            tomorrow 15h                          | -                | 0
            tomorrow 3 p.m.                       | 2026-11-23T15:00 | 45
            tomorrow 12am                         | 2026-11-23T00:00 | 45
            tomorrow 12pm                         | 2026-11-23T12:00 | 45
            tomorrow midnight                     | 2026-11-23T00:00 | 45
            tomorrow 23:30-00:30                  | 2026-11-23T23:30 | 60
            tomorrow 3pm ET                       | 2026-11-23T21:00 | 45
            tomorrow 9:00 America/Chicago         | 2026-11-23T16:00 | 45
            tomorrow 14:00 UTC, 1 hour            | 2026-11-23T15:00 | 60
            TOMORROW 3PM, 45 MINUTES              | 2026-11-23T15:00 | 45
            """)
    void readsWhatPeopleType(String typed, String start, int minutes) {
        SpokenTime read = SpokenTime.read(typed, NOW, BERLIN);
        if (start.equals("-")) {
            assertThat(read).isInstanceOf(SpokenTime.Unclear.class);
        } else {
            Instant begins = at(start);
            assertThat(read).isEqualTo(new SpokenTime.Meant(begins, begins.plus(Duration.ofMinutes(minutes)), false));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            today 4                         | MORNING_OR_AFTERNOON
            tomorrow at 4                   | MORNING_OR_AFTERNOON
            friday 9-10                     | MORNING_OR_AFTERNOON
            tomorrow at nine                | NOT_UNDERSTOOD
            tomorrow                        | NOT_UNDERSTOOD
            soon                            | NOT_UNDERSTOOD
            12/3 15:00                      | NOT_UNDERSTOOD
            tomorrow 25:00                  | NOT_UNDERSTOOD
            tomorrow 13pm                   | NOT_UNDERSTOOD
            2026-02-30 09:00                | NOT_UNDERSTOOD
            Feb 29 09:00                    | NOT_UNDERSTOOD
            tomorrow 3pm with cake          | NOT_UNDERSTOOD
            tomorrow 3pm 0 minutes          | NOT_UNDERSTOOD
            tomorrow 3pm for 90 hours       | NOT_UNDERSTOOD
            2026-11-01 09:00                | OVER
            today 9:00                      | OVER
            tomorrow 3pm EST                | ZONE
            tomorrow 8pm CST                | ZONE
            tomorrow 8pm Europe/Nowhere     | ZONE
            """)
    void asksWhereItCannotTell(String typed, SpokenTime.Why why) {
        assertThat(SpokenTime.read(typed, NOW, BERLIN)).isEqualTo(new SpokenTime.Unclear(why));
    }

    @Test
    void inTheGapOfSpringItBeginsAtTheFirstInstantAfterIt() {
        Instant end = Instant.parse("2027-03-28T01:00:00Z");
        assertThat(SpokenTime.read("2027-03-28 02:30", NOW, BERLIN))
                .isEqualTo(new SpokenTime.Meant(end, end.plus(SpokenTime.USUAL), true));
    }

    @Test
    void inTheOverlapOfAutumnItIsTheEarlier() {
        Instant start = Instant.parse("2027-10-31T00:30:00Z");
        assertThat(SpokenTime.read("2027-10-31 02:30", NOW, BERLIN))
                .isEqualTo(new SpokenTime.Meant(start, start.plus(SpokenTime.USUAL), false));
    }

    @Test
    void readsWhatItWrites() {
        Instant start = at("2027-03-28T03:30");
        Instant end = start.plus(Duration.ofMinutes(75));
        assertThat(SpokenTime.read(SpokenTime.write(start, end, BERLIN), NOW, BERLIN))
                .isEqualTo(new SpokenTime.Meant(start, end, false));
    }

    @Test
    void whateverIsTypedItEndsSoon() {
        assertThat(SpokenTime.read("1 ".repeat(5_000), NOW, BERLIN))
                .isEqualTo(new SpokenTime.Unclear(SpokenTime.Why.NOT_UNDERSTOOD));
        assertThat(SpokenTime.read("in ".repeat(66), NOW, BERLIN)).isInstanceOf(SpokenTime.Unclear.class);
    }
}
