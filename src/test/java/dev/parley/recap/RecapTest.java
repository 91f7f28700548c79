package dev.parley.recap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Filing;
import dev.parley.conversation.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecapTest {

    private final Recap recap = Chat.evening().recap();

    private Part part(int number) {
        return recap.part(number).orElseThrow();
    }

    private static List<String> texts(Part part) {
        return part.answers().stream()
                .flatMap(answer -> answer.parts().stream())
                .map(Quote::text)
                .toList();
    }

    @Test
    void standsByQuestionWithoutLabels() {
        assertThat(recap.parts()).extracting(Part::number).containsExactly(1, 2);
        assertThat(part(1).question())
                .isEqualTo("What is one small thing that changed how your pupils talk to each other?");
        assertThat(texts(part(1)))
                .startsWith("I waited five seconds after every question, and the quiet pupils began to talk.")
                .contains("yes!");
    }

    @Test
    void showsAQuestionWithoutThePictureOfIt() {
        Recap pictured = new Chat()
                .ask(1, "Q1: Why wait? #smallsteps https://t.example/pic")
                .ask(2, "Q2: Who read https://example.org/a")
                .recap();
        assertThat(pictured.parts())
                .extracting(Part::question)
                .containsExactly("Why wait?", "Who read https://example.org/a");
    }

    @Test
    void keepsThePartsOfOnePersonTogether() {
        Answer noor = part(1).answers().getFirst();
        assertThat(noor.parts()).hasSize(2);
        assertThat(noor.parts().get(1).text()).startsWith("The waiting time was hard");
    }

    @Test
    void countsARepeatOnce() {
        assertThat(texts(part(1)))
                .filteredOn(text -> text.startsWith("Sentence starters"))
                .hasSize(1);
    }

    @Test
    void keepsARepeatWhoseFirstIsGone() {
        Recap left = new Chat()
                .ask(1, "Why?")
                .say("Ben", "A1 because it works", Filing.answer(1, true).repeating(Chat.message(77)))
                .recap();
        assertThat(texts(left.parts().getFirst())).containsExactly("because it works");
    }

    @Test
    void putsOneMessageUnderBothOfItsQuestions() {
        assertThat(texts(part(1))).anyMatch(text -> text.startsWith("we tried it together"));
        assertThat(texts(part(2))).anyMatch(text -> text.startsWith("we tried it together"));
    }

    @Test
    void marksWhatCameLater() {
        assertThat(part(2).answers().getLast().first().late()).isTrue();
        assertThat(part(2).answers().getFirst().first().late()).isFalse();
    }

    @Test
    void neverHasWhatWasSaidOffTheRecord() {
        Recap said = new Chat()
                .ask(1, "Why?")
                .answer(1, "Ben", "A1: Off the record: nobody reads it")
                .answer(1, "Ben", "OFF THE RECORD: https://secret.example.org")
                .answer(1, "Ben", "  off the record - really")
                .answer(1, "Ben", "A1: Nothing here is off the record: write it down")
                .recap();
        assertThat(said.toString())
                .doesNotContain("nobody reads")
                .doesNotContain("secret")
                .doesNotContain("really");
        assertThat(said.answers()).isEqualTo(1);
    }

    @Test
    void knowsWhoWasNewAndWhatWasShared() {
        assertThat(recap.newcomers()).isEqualTo(new Newcomers(List.of("Ben"), 0));
        assertThat(recap.shared()).hasSize(1);
        Shared shared = recap.shared().getFirst();
        assertThat(shared.url()).isEqualTo("https://example.org/notes?utm_source=chat&n=1");
        assertThat(shared.host()).isEqualTo("example.org");
        assertThat(shared.by()).isEqualTo(new By.Named("Sofie"));
        assertThat(shared.sentence()).startsWith("In a little book").endsWith("n=1.");
        assertThat(recap.side()).isEqualTo(1);
    }

    @Test
    void tellsWhatALinkBehindASentenceIsAbout() {
        Recap behind = new Chat()
                .say(
                        "Ada",
                        "Good evening. A book on silence! #smallsteps https://t.example/a https://t.example/b",
                        Filing.as(Kind.SIDE, true))
                .recap();
        assertThat(behind.shared())
                .extracting(Shared::sentence)
                .containsOnly("A book on silence! #smallsteps https://t.example/a https://t.example/b")
                .hasSize(2);
    }

    @Test
    void showsHowTheAnswersCameIn() {
        Timeline timeline = recap.timeline().orElseThrow();
        assertThat(timeline.step()).isEqualTo(Duration.ofMinutes(2));
        assertThat(timeline.rows()).extracting(Timeline.Row::question).containsExactly(1, 2);
        assertThat(timeline.rows().get(1).later()).isEqualTo(1);
        int during = timeline.rows().stream()
                .flatMap(row -> row.during().stream())
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(during + 1).isEqualTo(recap.answers());
    }

    @Test
    void saysNothingThatLeadsToSomebodyWhoIsNotNamed() {
        Recap hidden = Chat.evening()
                .say("Mei", "A2 @Noor showed me, noor@example.org has the file", Filing.answer(2, true))
                .naming(new Naming(true, Set.of(Chat.person("Noor"))))
                .recap();
        assertThat(hidden.toString())
                .doesNotContain("person-noor")
                .doesNotContain("name=Noor")
                .doesNotContain("@Noor")
                .contains("@… showed me");
        Quote quote = hidden.part(1).orElseThrow().answers().getFirst().first();
        assertThat(quote.by()).isEqualTo(new By.Someone());
        assertThat(quote.message()).isEmpty();
        assertThat(quote.link()).isEmpty();
        assertThat(hidden.introductions()).hasSize(1);
    }

    @Test
    void namesNobodyWhereTheSeriesSaysSo() {
        Recap hidden = Chat.evening().naming(Naming.NONE).recap();
        assertThat(hidden.toString())
                .doesNotContain("Named")
                .doesNotContain("m-1")
                .doesNotContain("person-");
        assertThat(hidden.newcomers()).isEqualTo(new Newcomers(List.of(), 1));
    }

    @Test
    void needsNeitherTimesNorAuthors() {
        Entry bare = new Entry(
                Chat.message(1),
                Optional.empty(),
                "",
                "A1 just words",
                Optional.empty(),
                Filing.answer(1, true),
                false,
                Map.of(),
                Optional.empty());
        Recap made = Recap.of(
                new Material(
                        "Bare",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(bare),
                        Optional.empty(),
                        Set.of(),
                        Naming.ALL),
                Terms.in(Locale.ROOT));
        assertThat(made.timeline()).isEmpty();
        assertThat(made.part(1).orElseThrow().answers().getFirst().first().by()).isEqualTo(new By.Unknown());
    }

    @Test
    void findsTheHashtagOfATranscript() {
        Material chat = Chat.evening()
                .answer(1, "Jo", "A1 we all sing#quiet")
                .answer(1, "Jo", "A1 and dance #Quiet")
                .material();
        List<Entry> tagged = chat.entries().stream()
                .filter(entry -> entry.text().toLowerCase(Locale.ROOT).endsWith("#quiet"))
                .toList();
        Material bare = new Material(
                "Bare", "", chat.start(), chat.end(), chat.asked(), tagged, Optional.empty(), Set.of(), Naming.ALL);
        Recap made = Recap.of(bare, Terms.in(Locale.ENGLISH));
        assertThat(made.hashtag()).isEqualToIgnoringCase("#quiet");
        assertThat(texts(made.part(1).orElseThrow())).containsExactly("we all sing", "and dance");
    }

    @Test
    void isMadeOfNothingToo() {
        Recap empty = new Chat().recap();
        assertThat(empty.parts()).isEmpty();
        assertThat(empty.shared()).isEmpty();
    }

    @Test
    void leavesFinalThoughtsWithoutTheirLabel() {
        assertThat(recap.finals())
                .extracting(Quote::text)
                .containsExactly("I will try the sentence starters on Monday.");
        assertThat(new Chat()
                        .say("Ben", "Fa la la", Filing.as(Kind.FINAL, false))
                        .recap()
                        .finals())
                .extracting(Quote::text)
                .containsExactly("Fa la la");
    }
}
