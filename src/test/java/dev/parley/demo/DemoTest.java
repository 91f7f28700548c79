package dev.parley.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Card;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DemoTest {

    private static final Instant START = Instant.parse("2026-11-23T20:00:00Z");
    private static final String PLAY = """
            ## People
            - Ada
            - Ben
            ## Introductions
            - after 50% Ada: hello
            ## Q1
            - after 10% Ada [a]: A1: one
            - after 50% Ben to [a]: yes
            - after 80% Ada edits [a]: A1: two
            ## Q2
            - after 50% Ben: A2: three
            - after 60% Ada reacts to [a] with 👍
            - after 65% Ben to [Q2]: and more
            - after 70% Ada deletes [a]
            ## Closing
            - after 20% Ben: FA: four
            """;

    private final Recorded stage = new Recorded();
    private Optional<Card> card = Optional.empty();
    private Demo demo = new Demo(PlayText.read("play.md", PLAY), stage, () -> card);

    @Test
    void peopleActInProportionToTheTimeOfEachQuestion() {
        demo.enter();
        question(1, 0, 100);
        at(9);
        assertThat(stage.taken()).containsExactly("Ada enters", "Ben enters");
        at(10);
        assertThat(stage.taken()).containsExactly("Ada says m1: A1: one");
        at(49);
        assertThat(stage.taken()).isEmpty();
        at(80);
        assertThat(stage.taken()).containsExactly("Ben replies to m1 m2: yes", "Ada edits m1: A1: two");
    }

    @Test
    void aQuestionThatIsHeldIsFilledMoreSlowly() {
        question(1, 0, 100);
        at(40);
        stage.taken();
        question(1, 40, 200);
        at(80);
        assertThat(stage.taken()).isEmpty();
        at(100);
        assertThat(stage.taken()).containsExactly("Ben replies to m1 m2: yes");
    }

    @Test
    void whatIsLeftUnsaidIsSaidLate() {
        question(1, 0, 100);
        at(20);
        stage.taken();
        question(2, 20, 120);
        at(23);
        assertThat(stage.taken()).isEmpty();
        at(28);
        assertThat(stage.taken()).containsExactly("Ben replies to m1 m2: yes", "Ada edits m1: A1: two");
        at(70);
        assertThat(stage.taken()).containsExactly("Ben says m3: A2: three");
    }

    @Test
    void whatBelongsToAQuestionThatWasSkippedIsNotDone() {
        question(2, 0, 100);
        at(99);

        assertThat(stage.taken()).containsExactly("Ben says m1: A2: three", "Ben replies to post 2 m2: and more");
    }

    @Test
    void aQuestionThatIsRepeatedIsAnsweredOnce() {
        question(1, 0, 100);
        at(99);
        question(2, 100, 200);
        at(199);
        stage.taken();
        question(1, 200, 300);
        at(299);

        assertThat(stage.taken()).isEmpty();
    }

    @Test
    void nobodyActsWhileTheChatStandsStill() {
        question(1, 0, 100);
        at(20);
        stage.taken();
        stand(Card.Stage.PAUSED, Optional.empty(), Optional.empty());
        at(500);
        assertThat(stage.taken()).isEmpty();
        question(1, 500, 580);
        at(520);
        assertThat(stage.taken()).isEmpty();
        at(530);
        assertThat(stage.taken()).containsExactly("Ben replies to m1 m2: yes");
    }

    @Test
    void goesThroughTheWholeChat() {
        assertThat(demo.step(START)).isTrue();
        stand(Card.Stage.BEFORE, Optional.empty(), Optional.of(START.plusSeconds(5)));
        at(4);
        stand(Card.Stage.WELCOME, Optional.empty(), Optional.of(START.plusSeconds(20)));
        at(5);
        assertThat(stage.taken()).isEmpty();
        at(14);
        assertThat(stage.taken()).containsExactly("Ada says m1: hello");
        stand(Card.Stage.CLOSING, Optional.empty(), Optional.of(START.plusSeconds(30)));
        at(20);
        at(29);
        assertThat(stage.taken()).containsExactly("Ben says m2: FA: four");
        stand(Card.Stage.SLOW, Optional.empty(), Optional.empty());
        assertThat(demo.step(START.plusSeconds(30))).isFalse();
    }

    @Test
    void theShippedPeopleSayTheSameThingsEachTime() {
        assertThat(performance()).isEqualTo(performance()).hasSizeGreaterThan(60);
    }

    private static List<String> performance() {
        Recorded stage = new Recorded();
        List<Card> now = new ArrayList<>(List.of(card(Card.Stage.WELCOME, 0, Optional.of(START.plusSeconds(20)))));
        Demo demo =
                new Demo(PlayText.read(Path.of("prompts/demo/people.md")), stage, () -> Optional.of(now.getFirst()));
        demo.enter();
        for (int second = 0; second < 210; second++) {
            int number = (second - 20) / 25 + 1;
            if (second >= 195) {
                now.set(0, card(Card.Stage.CLOSING, 0, Optional.of(START.plusSeconds(210))));
            } else if (second >= 20) {
                now.set(0, card(Card.Stage.QUESTION, number, Optional.of(START.plusSeconds(20 + 25L * number))));
            }
            demo.step(START.plusSeconds(second));
        }
        return stage.taken();
    }

    private void question(int number, long from, long until) {
        stand(Card.Stage.QUESTION, Optional.of(number), Optional.of(START.plusSeconds(until)));
        at(from);
    }

    private void stand(Card.Stage how, Optional<Integer> question, Optional<Instant> until) {
        card = Optional.of(card(how, question.orElse(0), until));
    }

    private static Card card(Card.Stage how, int question, Optional<Instant> until) {
        Optional<Card.Asked> asked = Optional.of(question)
                .filter(number -> number > 0)
                .map(number ->
                        new Card.Asked(number, "What?", Optional.of(new MessageId(Recorded.ROOM, "post " + number))));
        return new Card(
                Recorded.ROOM,
                "A chat",
                how,
                asked,
                until,
                asked.stream().toList(),
                "",
                List.of(),
                List.of(),
                List.of());
    }

    private void at(long seconds) {
        demo.step(START.plus(Duration.ofSeconds(seconds)));
    }

    /** Writes down what is done. */
    private static final class Recorded implements Stage {
        static final RoomId ROOM = new RoomId("fake", "room");

        private final List<String> done = new ArrayList<>();
        private int messages;

        List<String> taken() {
            List<String> taken = List.copyOf(done);
            done.clear();
            return taken;
        }

        private MessageId next() {
            messages++;
            return new MessageId(ROOM, "m" + messages);
        }

        @Override
        public void enter(String person) {
            done.add(person + " enters");
        }

        @Override
        public MessageId say(String person, String text) {
            MessageId message = next();
            done.add(person + " says " + message.id() + ": " + text);
            return message;
        }

        @Override
        public MessageId reply(String person, MessageId to, String text) {
            MessageId message = next();
            done.add(person + " replies to " + to.id() + " " + message.id() + ": " + text);
            return message;
        }

        @Override
        public void edit(String person, MessageId message, String text) {
            done.add(person + " edits " + message.id() + ": " + text);
        }

        @Override
        public void delete(String person, MessageId message) {
            done.add(person + " deletes " + message.id());
        }

        @Override
        public void react(String person, MessageId message, String symbol) {
            done.add(person + " reacts to " + message.id() + " with " + symbol);
        }
    }
}
