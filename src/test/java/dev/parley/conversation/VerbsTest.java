package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a host can do at any moment. */
class VerbsTest {

    private final Played chat = new Played(Played.hour(4));

    @BeforeEach
    void twoPeopleTalk() {
        chat.attendance = new Attendance(2, false);
    }

    private Optional<Integer> open() {
        return chat.chat.running().flatMap(Stage.Running::question);
    }

    private void minute(int minute) {
        chat.until(Played.START.plus(Duration.ofMinutes(minute)));
    }

    @Test
    void startOpensBeforeTheTime() {
        chat.until(Played.START.minusSeconds(300));
        chat.steer(new Verb.Start());
        assertThat(chat.minute(Event.Opened.class)).isEqualTo(-5);
        assertThat(chat.steer(new Verb.Start())).isEmpty();
        chat.until(Played.START.plus(Duration.ofHours(2)));
        assertThat(chat.minute(Event.Closed.class)).isCloseTo(55, within(0.1));
    }

    @Test
    void pauseStopsTheClockAndResumeLetsItRun() {
        minute(6);
        chat.steer(new Verb.Pause());
        assertThat(chat.steer(new Verb.Pause())).isEmpty();
        minute(30);
        assertThat(open()).contains(1);
        chat.steer(new Verb.Resume());
        minute(31);
        assertThat(open()).contains(1);
        chat.until(Played.START.plus(Duration.ofHours(2)));
        assertThat(chat.minute(Event.Closed.class)).isCloseTo(60, within(0.1));
    }

    @Test
    void aPausedChatEndsAllTheSame() {
        minute(6);
        chat.steer(new Verb.Pause());
        chat.until(Played.START.plus(Duration.ofHours(2)));
        assertThat(chat.minute(Event.Closed.class)).isEqualTo(60);
    }

    @Test
    void holdStaysUntilResume() {
        minute(6);
        chat.steer(new Verb.Hold());
        minute(40);
        assertThat(open()).contains(1);
        chat.steer(new Verb.Resume());
        chat.pass(Duration.ofSeconds(5));
        assertThat(open()).contains(2);
    }

    @Test
    void nextAndSkipAndJump() {
        minute(6);
        chat.steer(new Verb.Next());
        assertThat(open()).contains(2);
        chat.steer(new Verb.Skip());
        chat.steer(new Verb.Next());
        assertThat(open()).contains(4);
        chat.steer(new Verb.Jump(3));
        assertThat(open()).contains(3);
        assertThat(chat.steer(new Verb.Jump(9))).isEmpty();
        assertThat(chat.put()).containsExactly(1, 2, 4, 3);
    }

    @Test
    void repeatPostsTheQuestionAgainAndItsClockRunsOn() {
        minute(6);
        Stage before = chat.chat.stage();
        chat.steer(new Verb.Repeat());
        assertThat(chat.chat.stage()).isEqualTo(before);
        List<String> keys = chat.effects.stream()
                .filter(Effect.Post.class::isInstance)
                .map(Effect::key)
                .filter(key -> key.contains("/Q1#"))
                .toList();
        assertThat(keys).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void addPutsAQuestionBehindTheLast() {
        minute(6);
        MessageId words = new MessageId(new RoomId("desk", "x"), "1");
        chat.words.put(words, "And what about matter five?");
        chat.steer(new Verb.Add(words));
        minute(60);
        assertThat(chat.put()).containsExactly(1, 2, 3, 4, 5);
        assertThat(chat.chat.questionText(5)).isEqualTo("And what about matter five?");
        assertThat(chat.happened.toString()).doesNotContain("matter five");
    }

    @Test
    void endEndsAndCoHostsMaySteer() {
        minute(6);
        PersonId other = new PersonId("other");
        chat.steer(new Verb.CoHost(other));
        assertThat(chat.chat.moderates(other)).isTrue();
        chat.steer(new Verb.End());
        assertThat(chat.chat.stage()).isInstanceOf(Stage.Slow.class);
        assertThat(chat.steer(new Verb.Next())).isEmpty();
    }

    @Test
    void undoTakesTheLastVerbBackForTenSeconds() {
        minute(6);
        Progress before = chat.chat.progress();
        chat.steer(new Verb.Next());
        chat.pass(Duration.ofSeconds(9));
        chat.effects.clear();
        assertThat(chat.steer(new Verb.Undo())).containsExactly(new Event.Undone());
        assertThat(open()).contains(1);
        assertThat(chat.chat.progress().put()).isEqualTo(before.put());
        assertThat(chat.effects)
                .anyMatch(effect ->
                        effect instanceof Effect.Remove remove && remove.post().contains("/Q2#"));
        assertThat(chat.steer(new Verb.Undo())).isEmpty();
        chat.steer(new Verb.Next());
        chat.pass(Duration.ofSeconds(10));
        assertThat(chat.steer(new Verb.Undo())).isEmpty();
    }

    @Test
    void undoOfTheEndLetsTheChatGoOnAndItsSecondEndHasARecapOfItsOwn() {
        minute(6);
        chat.steer(new Verb.End());
        List<String> first = recaps();
        chat.pass(Duration.ofSeconds(3));
        chat.steer(new Verb.Undo());
        assertThat(open()).contains(1);
        assertThat(chat.effects.stream()
                        .filter(Effect.Remove.class::isInstance)
                        .map(effect -> ((Effect.Remove) effect).post()))
                .containsAll(first);
        minute(60);
        assertThat(recaps()).hasSizeGreaterThan(first.size()).doesNotHaveDuplicates();
    }

    private List<String> recaps() {
        return chat.effects.stream()
                .filter(Effect.Post.class::isInstance)
                .filter(effect -> ((Effect.Post) effect).content() instanceof Content.Recap)
                .map(Effect::key)
                .toList();
    }

    @Test
    void undoOfTheEndTakesThePrivateQuestionsBackToo() {
        minute(6);
        chat.say("Ida", "in our team the newest person always begins");
        chat.steer(new Verb.End());
        String whisper = chat.effects.stream()
                .filter(Effect.Whisper.class::isInstance)
                .map(Effect::key)
                .findFirst()
                .orElseThrow();
        chat.steer(new Verb.Undo());
        assertThat(chat.effects)
                .anyMatch(effect ->
                        effect instanceof Effect.Remove remove && remove.post().equals(whisper));
    }

    @Test
    void aNewPlanKeepsWhatHostsDidForTheOldOne() {
        MessageId words = new MessageId(new RoomId("desk", "x"), "1");
        chat.words.put(words, "And what about matter five?");
        chat.steer(new Verb.Add(words));
        chat.steer(new Verb.CoHost(new PersonId("other")));
        Plan later = Played.plan(4, Duration.ofMinutes(50));
        chat.tell(new Command.Schedule(later));
        assertThat(chat.chat.plan()).isEqualTo(later);
        assertThat(chat.chat.progress().numbers()).contains(5);
        assertThat(chat.chat.moderates(new PersonId("other"))).isTrue();
    }

    @Test
    void aQuestionThatSomebodyAddedGoesWithThem() {
        minute(6);
        MessageId words = new MessageId(new RoomId("desk", "x"), "1");
        chat.words.put(words, "And what about matter five?");
        chat.steer(new Verb.Add(words));
        chat.tell(new Command.Forget(Played.HOST));
        assertThat(chat.chat.questionText(5)).isEmpty();
    }

    @Test
    void whatTheClockDidAfterTheVerbIsNotTakenBack() {
        minute(6);
        chat.steer(new Verb.Repeat());
        chat.until(Played.START.plus(Duration.ofMinutes(17)).plusSeconds(44));
        chat.steer(new Verb.Hold());
        chat.steer(new Verb.Resume());
        chat.pass(Duration.ofSeconds(5));
        assertThat(open()).contains(2);
        assertThat(chat.steer(new Verb.Undo())).isEmpty();
        assertThat(open()).contains(2);
    }
}
