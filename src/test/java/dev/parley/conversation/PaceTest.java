package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pace that listens. The chat of these tests: an hour, five minutes of introductions, seven questions, four minutes for the end. */
class PaceTest {

    private static final double A_SECOND = 1 / 60.0;
    private final Played chat = new Played(Played.hour(7));

    private void answerEvery(Duration gap, Duration span) {
        Duration passed = Duration.ZERO;
        int number = 0;
        while (passed.compareTo(span) < 0) {
            int open = chat.chat.running().flatMap(Stage.Running::question).orElse(1);
            chat.say("person " + number % 5, "A" + open + ": thought " + number++ + " about this matter");
            chat.pass(gap);
            passed = passed.plus(gap);
        }
    }

    @Test
    void itIsAnnouncedThreeTimesAndOpensOnTime() {
        chat.until(Played.START);
        assertThat(chat.all(Event.Announced.class)).hasSize(3);
        assertThat(chat.minute(Event.Opened.class)).isZero();
    }

    @Test
    void withoutAnyWordEachQuestionHasItsPlannedTimeAndTheChatEndsOnTime() {
        chat.attendance = new Attendance(2, false);
        chat.until(Played.START.plus(Duration.ofHours(2)));
        assertThat(chat.put()).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(chat.minutes().getFirst()).isCloseTo(5, within(A_SECOND));
        List<Double> minutes = chat.minutes();
        for (int i = 1; i < 7; i++) {
            assertThat(minutes.get(i) - minutes.get(i - 1)).isCloseTo(51 / 7.0, within(A_SECOND));
        }
        assertThat(chat.minute(Event.Closing.class)).isCloseTo(56, within(A_SECOND));
        assertThat(chat.minute(Event.Closed.class)).isCloseTo(60, within(A_SECOND));
    }

    @Test
    void aQuestionIsHeldWhileAnswersArriveAndTheChatStillEndsOnTime() {
        chat.until(Played.START.plus(Duration.ofMinutes(5)));
        answerEvery(Duration.ofSeconds(20), Duration.ofMinutes(10));
        assertThat(((Event.Put) chat.all(Event.Put.class).get(1).event()).late())
                .isZero();
        double held = chat.minutes().get(1) - chat.minutes().get(0);
        assertThat(held).isGreaterThan(51 / 7.0 + 0.5).isLessThanOrEqualTo(51 / 7.0 * 1.25 + A_SECOND);
        chat.attendance = new Attendance(2, false);
        chat.until(Played.START.plus(Duration.ofHours(2)));
        assertThat(chat.put()).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(chat.minute(Event.Closed.class)).isCloseTo(60, within(A_SECOND));
    }

    @Test
    void aQuietRoomMovesOnEarlyButNeverBeforeHalfOfThePlannedTime() {
        chat.until(Played.START.plus(Duration.ofMinutes(5)));
        chat.say("Ida", "A1: short and good");
        chat.until(Played.START.plus(Duration.ofMinutes(15)));
        assertThat(chat.minutes().get(1) - chat.minutes().get(0)).isCloseTo(51 / 14.0, within(A_SECOND));
    }

    @Test
    void twoPeopleAreNotHurriedNorIsSomebodyWhoIsTyping() {
        chat.attendance = new Attendance(2, false);
        chat.until(Played.START.plus(Duration.ofMinutes(12)));
        assertThat(chat.put()).containsExactly(1);
        chat.attendance = new Attendance(9, true);
        chat.until(Played.START.plus(Duration.ofMinutes(12).plusSeconds(10)));
        assertThat(chat.put()).containsExactly(1);
    }

    @Test
    void wherePeopleCannotBeCountedThoseWhoHaveSpokenAre() {
        chat.attendance = new Attendance(-1, false);
        chat.until(Played.START.plus(Duration.ofMinutes(5)));
        chat.say("Ida", "A1: one");
        chat.say("Bo", "A1: another");
        chat.until(Played.START.plus(Duration.ofMinutes(11)));
        assertThat(chat.put()).containsExactly(1);
        chat.say("Cem", "A1: a third");
        chat.pass(Duration.ofSeconds(91));
        assertThat(chat.put()).containsExactly(1, 2);
    }

    @Test
    void peopleAreWarnedAMinuteBeforeOnce() {
        chat.attendance = new Attendance(2, false);
        chat.until(Played.START.plus(Duration.ofMinutes(56)));
        assertThat(chat.all(Event.Warned.class)).hasSize(7);
    }

    @Test
    void whereNobodyIsAskedWhoTheyAreTheFirstQuestionComesAtOnce() {
        Plan plan = Played.hour(7);
        Script script = plan.script();
        Script without = new Script(
                script.name(),
                script.title(),
                script.welcome(),
                "",
                script.questions(),
                script.closing(),
                script.pace());
        Played straight = new Played(new Plan(
                plan.series(),
                plan.hashtag(),
                without,
                plan.start(),
                plan.end(),
                plan.grace(),
                plan.slow(),
                plan.announcements(),
                plan.rooms(),
                plan.hosts(),
                plan.next()));
        straight.until(Played.START.plusSeconds(1));
        assertThat(straight.put()).containsExactly(1);
        straight.until(Played.START.plus(Duration.ofHours(2)));
        assertThat(straight.put()).containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void itOpensLateWithinItsGraceAndStillEndsOnTime() {
        chat.until(Played.START.minusSeconds(30));
        chat.attendance = new Attendance(2, false);
        chat.sleep(Duration.ofMinutes(12));
        assertThat(((Event.Opened) chat.all(Event.Opened.class).getFirst().event()).late())
                .isEqualTo(Duration.ofMinutes(11).plusSeconds(30));
        chat.until(Played.START.plus(Duration.ofHours(2)));
        assertThat(chat.put()).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(chat.minute(Event.Closed.class)).isCloseTo(60, within(A_SECOND));
    }

    @Test
    void tooLateIsSaidOnceAndNothingElse() {
        chat.until(Played.START.minusSeconds(30));
        chat.sleep(Duration.ofMinutes(40));
        chat.pass(Duration.ofDays(3));
        assertThat(chat.all(Event.Missed.class)).hasSize(1);
        assertThat(chat.put()).isEmpty();
        assertThat(chat.effects.stream().filter(Effect.Post.class::isInstance))
                .filteredOn(effect -> ((Effect.Post) effect).content() instanceof Content.Missed)
                .hasSize(1);
    }

    @Test
    void aBotThatSleptAsksOneQuestionNotAllThatItMissed() {
        chat.attendance = new Attendance(2, false);
        chat.until(Played.START.plus(Duration.ofMinutes(6)));
        chat.sleep(Duration.ofMinutes(30));
        assertThat(chat.put()).containsExactly(1, 2);
        assertThat(((Event.Put) chat.all(Event.Put.class).getLast().event()).late())
                .isGreaterThan(Duration.ofMinutes(20));
        chat.until(Played.START.plus(Duration.ofHours(2)));
        assertThat(chat.minute(Event.Closed.class)).isCloseTo(60, within(A_SECOND));
        List<Double> minutes = chat.minutes();
        for (int i = 2; i < minutes.size(); i++) {
            assertThat(minutes.get(i) - minutes.get(i - 1)).isGreaterThanOrEqualTo(51 / 14.0 - A_SECOND);
        }
    }

    @Test
    void aChatThatSleptOverItsEndIsClosedOnceWithAWord() {
        chat.until(Played.START.plus(Duration.ofMinutes(50)));
        chat.sleep(Duration.ofHours(3));
        Event.Closed closed =
                (Event.Closed) chat.all(Event.Closed.class).getFirst().event();
        assertThat(closed.late()).isEqualTo(Duration.ofMinutes(170));
        chat.pass(Duration.ofDays(3));
        assertThat(chat.all(Event.Closed.class)).hasSize(1);
        assertThat(chat.all(Event.Ended.class)).hasSize(1);
    }

    @Test
    void aFastChatKeepsTheProportions() {
        Played fast = new Played(Played.plan(7, Duration.ofMinutes(4)));
        fast.attendance = new Attendance(6, false);
        fast.until(Played.START.plus(Duration.ofMinutes(10)));
        assertThat(fast.put()).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(fast.minute(Event.Closed.class)).isCloseTo(4, within(A_SECOND));
    }
}
