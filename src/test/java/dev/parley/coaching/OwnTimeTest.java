package dev.parley.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quiet hours, also on the two nights on which clocks change. */
class OwnTimeTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @ParameterizedTest
    @CsvSource({
        "20:00, 07:00, 2026-11-10T01:59:00Z, 2026-11-10T01:59:00Z",
        "20:00, 07:00, 2026-11-10T02:00:00Z, 2026-11-10T13:00:00Z",
        "20:00, 07:00, 2026-11-10T12:59:00Z, 2026-11-10T13:00:00Z",
        "12:00, 13:00, 2026-11-10T18:30:00Z, 2026-11-10T19:00:00Z",
        "12:00, 12:00, 2026-11-10T18:00:00Z, 2026-11-10T18:00:00Z",
        // 02:30 is not there on the eighth of March 2026: the first instant after the gap is 03:00.
        "20:00, 02:30, 2026-03-08T07:30:00Z, 2026-03-08T08:00:00Z",
        // 01:30 is there twice on the first of November 2026.
        "20:00, 01:30, 2026-11-01T06:10:00Z, 2026-11-01T06:30:00Z",
        "20:00, 01:30, 2026-11-01T07:10:00Z, 2026-11-01T07:30:00Z"
    })
    void whatIsWantedComesWhenItIsNotQuiet(LocalTime from, LocalTime to, Instant wanted, Instant then) {
        assertThat(new OwnTime(CHICAGO, from, to).outsideQuiet(wanted)).isEqualTo(then);
    }

    @Test
    void itIsNeverEarlierAndNeverQuietThen() {
        for (int to = 0; to < 24 * 60; to += 30) {
            OwnTime own = new OwnTime(CHICAGO, LocalTime.of(20, 0), LocalTime.of(to / 60, to % 60));
            for (String day : new String[] {"2026-03-08T00:00:00Z", "2026-11-01T00:00:00Z"}) {
                for (int minute = 0; minute < 36 * 60; minute += 10) {
                    Instant wanted = Instant.parse(day).plusSeconds(60L * minute);
                    Instant then = own.outsideQuiet(wanted);
                    assertThat(then).isAfterOrEqualTo(wanted);
                    assertThat(own.outsideQuiet(then))
                            .as("%s from %s", own, wanted)
                            .isEqualTo(then);
                }
            }
        }
    }
}
