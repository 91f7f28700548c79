package dev.parley.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WeeklyTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @Test
    void eightInTheEveningStaysEightWhenTheClocksChange() {
        Weekly weekly = new Weekly(DayOfWeek.MONDAY, LocalTime.of(20, 0), CHICAGO);
        assertThat(weekly.on(LocalDate.of(2027, 3, 8))).isEqualTo("2027-03-09T02:00:00Z");
        assertThat(weekly.on(LocalDate.of(2027, 3, 15))).isEqualTo("2027-03-16T01:00:00Z");
        assertThat(weekly.on(LocalDate.of(2027, 11, 1))).isEqualTo("2027-11-02T01:00:00Z");
        assertThat(weekly.on(LocalDate.of(2027, 11, 8))).isEqualTo("2027-11-09T02:00:00Z");
    }

    @Test
    void aTimeInTheGapIsTheFirstInstantAfterIt() {
        Weekly weekly = new Weekly(DayOfWeek.SUNDAY, LocalTime.of(2, 30), CHICAGO);
        assertThat(weekly.on(LocalDate.of(2027, 3, 14))).isEqualTo("2027-03-14T08:00:00Z");
    }

    @Test
    void aTimeThatComesTwiceIsTheEarlierOne() {
        Weekly weekly = new Weekly(DayOfWeek.SUNDAY, LocalTime.of(1, 30), CHICAGO);
        assertThat(weekly.on(LocalDate.of(2027, 11, 7))).isEqualTo("2027-11-07T06:30:00Z");
    }

    @Test
    void zonesWithOddHabits() {
        ZoneId lordHowe = ZoneId.of("Australia/Lord_Howe"); // its summer time is half an hour
        assertThat(new Weekly(DayOfWeek.SUNDAY, LocalTime.of(2, 15), lordHowe).on(LocalDate.of(2027, 10, 3)))
                .isEqualTo("2027-10-02T15:30:00Z");
        ZoneId casablanca = ZoneId.of("Africa/Casablanca"); // turns its clocks for Ramadan
        assertThat(new Weekly(DayOfWeek.MONDAY, LocalTime.of(20, 0), casablanca).on(LocalDate.of(2027, 2, 15)))
                .isEqualTo("2027-02-15T20:00:00Z");
        assertThat(new Weekly(DayOfWeek.MONDAY, LocalTime.of(20, 0), casablanca).on(LocalDate.of(2027, 4, 5)))
                .isEqualTo("2027-04-05T19:00:00Z");
    }

    /**
     * Every half-hour of every zone from 2020 to 2037, against an oracle that knows nothing of local dates: it walks through real
     * time, and the first instant whose clock shows a local time, or has gone past it, is the one that is meant.
     */
    @Test
    void everyHalfHourOfEveryZone() {
        Set<ZoneRules> rules = ZoneId.getAvailableZoneIds().stream()
                .map(id -> ZoneId.of(id).getRules())
                .collect(Collectors.toSet());
        assertThat(rules).hasSizeGreaterThan(200);
        long looked = 0;
        for (ZoneRules rule : rules) {
            looked += everyHalfHour(rule);
        }
        assertThat(looked).isGreaterThan(60_000_000);
    }

    private static long everyHalfHour(ZoneRules rules) {
        ZoneId zone = zone(rules);
        List<Stretch> stretches = stretches(rules);
        long local = LocalDateTime.of(2020, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
        long end = LocalDateTime.of(2038, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
        int stretch = 0;
        long looked = 0;
        LocalDateTime time = LocalDateTime.of(2020, 1, 1, 0, 0);
        for (; local < end; local += 1800, time = time.plusSeconds(1800)) {
            while (stretches.get(stretch).lastShown() < local) {
                stretch++;
            }
            Stretch shown = stretches.get(stretch);
            long meant = Math.max(shown.begin(), local - shown.offset());
            if (Weekly.settle(time, zone).getEpochSecond() != meant) {
                assertThat(Weekly.settle(time, zone))
                        .as("%s in %s", time, zone)
                        .isEqualTo(Instant.ofEpochSecond(meant));
            }
            looked++;
        }
        return looked;
    }

    /** A stretch of real time with one offset: from its begin until before its end, in seconds. */
    private record Stretch(long begin, long end, int offset) {
        long lastShown() {
            return end - 1 + offset;
        }
    }

    private static List<Stretch> stretches(ZoneRules rules) {
        long begin = Instant.parse("2019-12-01T00:00:00Z").getEpochSecond();
        long last = Instant.parse("2038-02-01T00:00:00Z").getEpochSecond();
        List<Stretch> stretches = new ArrayList<>();
        while (begin < last) {
            Instant at = Instant.ofEpochSecond(begin);
            ZoneOffsetTransition next = rules.nextTransition(at);
            long end = next == null ? last : Math.min(last, next.getInstant().getEpochSecond());
            stretches.add(new Stretch(begin, end, rules.getOffset(at).getTotalSeconds()));
            begin = end;
        }
        return stretches;
    }

    private static ZoneId zone(ZoneRules rules) {
        return ZoneId.getAvailableZoneIds().stream()
                .map(ZoneId::of)
                .filter(zone -> zone.getRules().equals(rules))
                .findFirst()
                .orElseThrow();
    }

    /** A second opinion: the JDK's old calendar, which settles gaps in its own way and is asked about all other times only. */
    @Test
    void theOldCalendarAgreesWhereThereIsNoChange() {
        for (String id : List.of("America/Chicago", "Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe")) {
            ZoneId zone = ZoneId.of(id);
            GregorianCalendar calendar = new GregorianCalendar(TimeZone.getTimeZone(id));
            for (LocalDate date = LocalDate.of(2024, 1, 1); date.getYear() < 2030; date = date.plusDays(1)) {
                calendar.clear();
                calendar.set(date.getYear(), date.getMonthValue() - 1, date.getDayOfMonth(), 20, 0);
                assertThat(Weekly.settle(date.atTime(20, 0), zone))
                        .isEqualTo(Instant.ofEpochMilli(calendar.getTimeInMillis()));
            }
        }
    }
}
