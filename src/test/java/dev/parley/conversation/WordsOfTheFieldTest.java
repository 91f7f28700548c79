package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Verbs, questions and filings as people and platforms write them. */
class WordsOfTheFieldTest {

    @Test
    void everyVerbIsKnownByItsWord() {
        assertThat(Verb.Name.values())
                .allSatisfy(name -> assertThat(Verb.Name.of(name.word())).contains(name));
        assertThat(Verb.Name.of("NEXT")).isEmpty();
        assertThat(Verb.Name.of("")).isEmpty();
    }

    @Test
    void thoseThatNeedMoreAreNotMadeOfTheirNameAlone() {
        assertThat(Arrays.stream(Verb.Name.values())
                        .filter(name -> Verb.named(name).isEmpty()))
                .containsExactly(Verb.Name.ADD, Verb.Name.JUMP, Verb.Name.COHOST);
        assertThat(Verb.named(Verb.Name.HOLD)).contains(new Verb.Hold());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "Q3", "q3", " a3 ", "03"})
    void aQuestionHasANumber(String written) {
        assertThat(Question.number(written)).contains(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "100", "Q", "3rd", "\u0663", "-3"})
    void otherWordsAreNoNumber(String written) {
        assertThat(Question.number(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Q7", "intro", "final", "side"})
    void aWishIsReadAndWritten(String wish) {
        assertThat(Filing.wished(wish).flatMap(Filing::wish)).contains(wish);
    }

    @Test
    void severalQuestionsAreOneFilingThatNoMenuShows() {
        Filing both = Filing.wished("Q2, A3").orElseThrow();

        assertThat(both.questions()).containsExactly(2, 3);
        assertThat(both.wish()).isEmpty();
        assertThat(Filing.wished("Q2, nonsense")).isEmpty();
    }
}
