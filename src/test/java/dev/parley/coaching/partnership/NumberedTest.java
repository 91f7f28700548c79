package dev.parley.coaching.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions that people name by number, as they type. */
class NumberedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2: good",
                "2) good",
                "2:good",
                " 2. good",
                "2 - good",
                "A2 good",
                "a2: good",
                "Q2) good",
                "A 2: good"
            })
    void aNumberNamesAQuestion(String said) {
        assertThat(Numbered.of(said)).contains(new Numbered(2, "good"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2 of us",
                "2:30 was too early",
                "2.5 hours",
                "2-3 children",
                "a 2 hour talk",
                "A2B",
                "good",
                "",
                "12: no",
                "A12 no"
            })
    void otherNumbersAreTalk(String said) {
        assertThat(Numbered.of(said)).isEmpty();
    }

    @Test
    void aNumberAloneIsAnAnswerWithoutWords() {
        assertThat(Numbered.of("A3")).contains(new Numbered(3, ""));
    }
}
