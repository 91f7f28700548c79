package dev.parley.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TimetableTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 23);
    private static final Weekly MONDAYS =
            new Weekly(DayOfWeek.MONDAY, LocalTime.of(20, 0), ZoneId.of("America/Chicago"));
    private static final Timetable PLAIN = new Timetable(MONDAYS, FIRST, Set.of(), Map.of());
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant NEW_YEAR = Instant.parse("2027-01-01T00:00:00Z");

    @Test
    void everyMondayFromTheFirst() {
        assertThat(PLAIN.occurrences(LONG_AGO, NEW_YEAR))
                .extracting(Occurrence::date)
                .containsExactly(FIRST, date(11, 30), date(12, 7), date(12, 14), date(12, 21), date(12, 28));
    }

    @Test
    void theFirstDateNeedNotBeAMonday() {
        assertThat(new Timetable(MONDAYS, FIRST.plusDays(1), Set.of(), Map.of()).occurrences(LONG_AGO, NEW_YEAR))
                .extracting(Occurrence::date)
                .startsWith(date(11, 30));
    }

    @Test
    void theBeginningOfASpanBelongsToItAndTheEndDoesNot() {
        Instant first = MONDAYS.on(FIRST);
        Instant second = MONDAYS.on(date(11, 30));
        assertThat(PLAIN.occurrences(first, second)).containsExactly(new Occurrence(FIRST, first));
        assertThat(PLAIN.occurrences(first.plusNanos(1), second)).isEmpty();
        assertThat(PLAIN.next(first.minusNanos(1))).contains(new Occurrence(FIRST, first));
        assertThat(PLAIN.next(first)).contains(new Occurrence(date(11, 30), second));
    }

    @Test
    void aSkippedDateIsLeftOut() {
        Timetable timetable = new Timetable(MONDAYS, FIRST, Set.of(date(12, 21), date(12, 28)), Map.of());
        assertThat(timetable.next(MONDAYS.on(date(12, 14))))
                .contains(new Occurrence(LocalDate.of(2027, 1, 4), MONDAYS.on(LocalDate.of(2027, 1, 4))));
        assertThat(timetable.meets(date(12, 21))).isFalse();
    }

    @Test
    void aMovedChatKeepsItsName() {
        LocalDateTime instead = LocalDateTime.of(2027, 2, 3, 18, 30);
        Timetable timetable = new Timetable(MONDAYS, FIRST, Set.of(), Map.of(date(12, 21), instead));
        assertThat(timetable.occurrences(MONDAYS.on(date(12, 14)), NEW_YEAR))
                .extracting(Occurrence::date)
                .containsExactly(date(12, 14), date(12, 28));
        assertThat(timetable.occurrences(NEW_YEAR, Instant.parse("2027-02-05T00:00:00Z")))
                .contains(new Occurrence(date(12, 21), Instant.parse("2027-02-04T00:30:00Z")));
    }

    @Test
    void aLongBreakIsBridged() {
        Set<LocalDate> summer =
                FIRST.datesUntil(FIRST.plusWeeks(30), Period.ofWeeks(1)).collect(Collectors.toSet());
        assertThat(new Timetable(MONDAYS, FIRST, summer, Map.of()).next(LONG_AGO))
                .map(Occurrence::date)
                .contains(FIRST.plusWeeks(30));
    }

    @Test
    void walkingFromOneToTheNextIsTheWholeList() {
        Timetable timetable = new Timetable(
                MONDAYS, FIRST, Set.of(date(12, 7)), Map.of(date(12, 21), LocalDateTime.of(2026, 12, 22, 19, 0)));
        Instant end = Instant.parse("2029-01-01T00:00:00Z");
        Instant at = LONG_AGO;
        for (Occurrence expected : timetable.occurrences(LONG_AGO, end)) {
            Occurrence next = timetable.next(at).orElseThrow();
            assertThat(next).isEqualTo(expected);
            at = next.start();
        }
    }

    @Test
    void eachChatGetsTheNextScript() {
        Timetable timetable = new Timetable(MONDAYS, FIRST, Set.of(date(12, 7)), Map.of());
        Queue queue = new Queue(List.of("one", "two", "three"), Map.of(date(11, 30), "own"));
        assertThat(queue.script(timetable, FIRST)).contains("one");
        assertThat(queue.script(timetable, date(11, 30))).contains("own");
        assertThat(queue.script(timetable, date(12, 7))).isEmpty();
        assertThat(queue.script(timetable, date(12, 14))).contains("two");
        assertThat(queue.script(timetable, date(12, 21))).contains("three");
        assertThat(queue.script(timetable, date(12, 28))).isEmpty();
        assertThat(queue.script(timetable, date(11, 16))).isEmpty();
        assertThat(queue.script(timetable, date(11, 24))).isEmpty();
        assertThat(queue.left(timetable, timetable.occurrences(LONG_AGO, NEW_YEAR)))
                .isEqualTo(4);
    }

    @Test
    void aMovedChatTakesTheScriptOfItsUsualDate() {
        Timetable timetable =
                new Timetable(MONDAYS, FIRST, Set.of(), Map.of(date(11, 30), LocalDateTime.of(2026, 12, 9, 20, 0)));
        Queue queue = new Queue(List.of("one", "two", "three"), Map.of());
        assertThat(timetable.occurrences(LONG_AGO, NEW_YEAR))
                .extracting(meeting -> queue.script(timetable, meeting.date()).orElse("-"))
                .containsExactly("one", "three", "two", "-", "-", "-");
    }

    private static LocalDate date(int month, int day) {
        return LocalDate.of(2026, month, day);
    }
}
