package dev.parley.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Recur;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A recurrence rule")
class RecurrenceTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static List<LocalDateTime> times(String rule, LocalDateTime start, LocalDate first, LocalDate last) {
        Rule read = Rule.of(new Line(1, "RRULE", java.util.Map.of(), rule));
        When from = new When(start, false, NEW_YORK.getRules());
        return new Recurrence(read, start, new Effort()).between(first, last, read.notPast(from));
    }

    /** The examples of RFC 5545, 3.8.5.3, all of which begin at 9 in New York. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FREQ=DAILY;COUNT=3                                        | 1997-09-02 | 09-02 09-03 09-04
            FREQ=DAILY;UNTIL=19970906T000000Z                         | 1997-09-02 | 09-02 09-03 09-04 09-05
            FREQ=DAILY;INTERVAL=10;COUNT=5                            | 1997-09-02 | 09-02 09-12 09-22 10-02 10-12
            FREQ=WEEKLY;INTERVAL=2;COUNT=4;WKST=SU;BYDAY=TU,TH        | 1997-09-02 | 09-02 09-04 09-16 09-18
            FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO        | 1997-08-05 | 08-05 08-10 08-19 08-24
            FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU        | 1997-08-05 | 08-05 08-17 08-19 08-31
            FREQ=MONTHLY;COUNT=4;BYDAY=1FR                            | 1997-09-05 | 09-05 10-03 11-07 12-05
            FREQ=MONTHLY;INTERVAL=2;COUNT=4;BYDAY=1SU,-1SU            | 1997-09-07 | 09-07 09-28 11-02 11-30
            FREQ=MONTHLY;COUNT=3;BYDAY=-2MO                           | 1997-09-22 | 09-22 10-20 11-17
            FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=4                        | 1997-09-28 | 09-28 10-29 11-28 12-29
            FREQ=MONTHLY;COUNT=5;BYMONTHDAY=2,15                      | 1997-09-02 | 09-02 09-15 10-02 10-15 11-02
            FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=2               | 1998-02-13 | 02-13 03-13
            FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13;COUNT=4| 1997-09-13 | 09-13 10-11 11-08 12-13
            FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3            | 1997-09-04 | 09-04 10-07 11-06
            FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=4     | 1997-09-29 | 09-29 10-30 11-27 12-30
            FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5                     | 2007-01-15 | 01-15 01-30 02-15 03-15 03-30
            FREQ=YEARLY;COUNT=3;BYMONTH=6,7                           | 1997-06-10 | 06-10 07-10 06-10
            FREQ=YEARLY;INTERVAL=3;COUNT=4;BYYEARDAY=1,100,200        | 1997-01-01 | 01-01 04-10 07-19 01-01
            FREQ=YEARLY;BYDAY=20MO;COUNT=3                            | 1997-05-19 | 05-19 05-18 05-17
            FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3                  | 1997-05-12 | 05-12 05-11 05-17
            FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=4                    | 1997-03-13 | 03-13 03-20 03-27 03-05
            FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3 | 1996-11-05 | 11-05 11-07 11-02
            """)
    void isWorkedOutAsTheStandardSays(String rule, LocalDate start, String days) {
        String found = times(rule, start.atTime(9, 0), start, start.plusYears(10)).stream()
                .map(DateTimeFormatter.ofPattern("MM-dd")::format)
                .collect(Collectors.joining(" "));

        assertThat(found).isEqualTo(days);
    }

    @Test
    void startsWithTheFirstMeetingAlsoWhereTheRuleWouldNotHaveIt() {
        LocalDateTime wednesday = LocalDateTime.of(2026, 3, 4, 9, 0);

        assertThat(times("FREQ=WEEKLY;BYDAY=TU;COUNT=2", wednesday, LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1)))
                .containsExactly(wednesday, LocalDateTime.of(2026, 3, 10, 9, 0));
    }

    @Test
    void leavesOutDaysThatAMonthDoesNotHave() {
        assertThat(times(
                        "FREQ=MONTHLY",
                        LocalDateTime.of(2026, 1, 31, 9, 0),
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 5, 31)))
                .extracting(LocalDateTime::getMonthValue)
                .containsExactly(1, 3, 5);
    }

    @Test
    void findsTheNextLeapDayWithoutWalkingThere() {
        assertThat(times(
                        "FREQ=YEARLY",
                        LocalDateTime.of(1904, 2, 29, 9, 0),
                        LocalDate.of(2027, 1, 1),
                        LocalDate.of(2028, 12, 31)))
                .containsExactly(LocalDateTime.of(2028, 2, 29, 9, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "FREQ",
                "FREQ=",
                "FREQ=OFTEN",
                "FREQ=SECONDLY",
                "FREQ=MINUTELY",
                "FREQ=HOURLY",
                "FREQ=DAILY;INTERVAL=0",
                "FREQ=DAILY;INTERVAL=-1",
                "FREQ=DAILY;INTERVAL=99999999999",
                "FREQ=DAILY;COUNT=0",
                "FREQ=DAILY;COUNT=many",
                "FREQ=DAILY;UNTIL=soon",
                "FREQ=DAILY;UNTIL=20260230",
                "FREQ=MONTHLY;BYMONTHDAY=0",
                "FREQ=MONTHLY;BYMONTHDAY=32",
                "FREQ=MONTHLY;BYMONTHDAY=--1",
                "FREQ=MONTHLY;BYDAY=XX",
                "FREQ=MONTHLY;BYDAY=0MO",
                "FREQ=MONTHLY;BYDAY=54MO",
                "FREQ=MONTHLY;BYDAY=M",
                "FREQ=MONTHLY;BYDAY=",
                "FREQ=WEEKLY;BYDAY=1MO",
                "FREQ=MONTHLY;BYWEEKNO=5",
                "FREQ=DAILY;BYHOUR=24",
                "FREQ=DAILY;BYMINUTE=60",
                "FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=0,10,20,30,40",
                "FREQ=YEARLY;BYMONTH=13",
                "FREQ=YEARLY;BYYEARDAY=367",
                "FREQ=YEARLY;BYEASTER=1",
                "FREQ=DAILY;SKIP=FORWARD",
                "FREQ=WEEKLY;WKST=XX",
                "FREQ=YEARLY;BYMONTH=1;BYSETPOS=0",
                "FREQ=DAILY;nonsense",
                "FREQ=DAILY;COUNT=2147483647"
            })
    void isRefusedByNameWhereItIsNoneOrTooMuch(String rule) {
        LocalDate far = LocalDate.of(2500, 1, 1);

        assertThatThrownBy(() -> times(rule, LocalDateTime.of(1900, 1, 1, 9, 0), far, far.plusDays(28)))
                .isInstanceOf(Unreadable.class)
                .hasMessageFindingMatch("rule|repeats|UNTIL");
    }

    /**
     * A second opinion, by ical4j. It is not asked where it is known to be wrong: it takes weeks to begin on the day of this machine's language where a
     * rule does not say, lets weekly rules with months out of the month, and finds too little where weekdays are counted among days of the month
     * and where a year's rule names only such days.
     */
    @Test
    void isAsAnotherProgramSees() {
        Random chance = new Random(11);
        int asked = 0;
        for (int round = 0; round < 3_000; round++) {
            String rule = rule(chance);
            LocalDateTime start =
                    LocalDateTime.of(2020 + chance.nextInt(4), 1, 1, 10, 30).plusDays(chance.nextInt(365));
            LocalDate first = start.toLocalDate().plusDays(chance.nextInt(900));
            LocalDate last = first.plusDays(500);

            TreeSet<LocalDateTime> ours = new TreeSet<>(times(rule, start, first, last));
            TreeSet<LocalDateTime> theirs = new TreeSet<>(
                    new Recur<LocalDateTime>(rule).getDates(start, first.atStartOfDay(), last.atTime(23, 59, 59)));
            ours.remove(start); // the first meeting is one for us, whatever the rule says
            theirs.remove(start);
            asked += theirs.size();

            assertThat(ours).as(rule + " from " + start).isEqualTo(theirs);
        }
        assertThat(asked).isGreaterThan(50_000);
    }

    private static String rule(Random chance) {
        String every = one(chance, "DAILY", "WEEKLY", "MONTHLY", "YEARLY");
        StringBuilder rule = new StringBuilder("WKST=" + one(chance, "MO", "SU", "SA") + ";FREQ=" + every);
        rule.append(";INTERVAL=").append(1 + chance.nextInt(4));
        boolean weekly = every.equals("WEEKLY");
        boolean months = !weekly && chance.nextInt(3) == 0;
        if (months) {
            rule.append(";BYMONTH=").append(one(chance, "1", "2,3", "6,12", "9,10,11"));
        }
        boolean counts = every.equals("MONTHLY") || every.equals("YEARLY");
        boolean weekdays = chance.nextInt(2) == 0;
        if (weekdays) {
            String plain = one(chance, "MO,WE,FR", "TU", "SA,SU", "MO,TU,WE,TH,FR");
            rule.append(";BYDAY=")
                    .append(counts && chance.nextBoolean() ? one(chance, "2TU", "-1FR", "1SA,3SU", "5MO") : plain);
        } else if (!weekly && (months || !every.equals("YEARLY")) && chance.nextInt(3) == 0) {
            rule.append(";BYMONTHDAY=").append(one(chance, "1", "15", "31", "-1", "28,29,30,31", "-3,7"));
        }
        if (chance.nextInt(6) == 0) {
            rule.append(";BYHOUR=").append(one(chance, "9", "9,15"));
        }
        if (weekdays && counts && chance.nextInt(4) == 0) {
            rule.append(";BYSETPOS=").append(one(chance, "1", "-1", "1,-1", "2"));
        }
        return rule.toString();
    }

    private static String one(Random chance, String... of) {
        return of[chance.nextInt(of.length)];
    }
}
