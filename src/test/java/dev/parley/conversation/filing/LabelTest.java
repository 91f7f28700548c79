package dev.parley.conversation.filing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The label of a message")
class LabelTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A1 We plant in March | ANSWER [1] -",
                "a1: we plant in March | ANSWER [1] -",
                "A1. We plant | ANSWER [1] -",
                "A1-We plant | ANSWER [1] -",
                "A1 -- we plant | ANSWER [1] -",
                "A1) we plant | ANSWER [1] -",
                "A6; we plant | ANSWER [6] -",
                "A1, we plant | ANSWER [1] -",
                "A1.2 and then we water | ANSWER [1] 2",
                "A1.4.1: and then we water | ANSWER [1] 4.1",
                "a1.1 - and then we water | ANSWER [1] 1",
                "A1a we plant | ANSWER [1] a",
                "A1b) we plant | ANSWER [1] b",
                "A3a&b we plant | ANSWER [3] a&b",
                "A2.B: we plant | ANSWER [2] B",
                "@ada A2: we plant | ANSWER [2] -",
                "#gardenchat A1: we plant | ANSWER [1] -",
                "@ada #gardenchat A3: we plant | ANSWER [3] -",
                ".@ada A3: we plant | ANSWER [3] -",
                "A4/5 Both at once | ANSWER [4, 5] -",
                "A1 & A2 Both at once | ANSWER [1, 2] -",
                "A1/A2: both at once | ANSWER [1, 2] -",
                "A1, A2: both at once | ANSWER [1, 2] -",
                "Slow compost is best, I find. A2 | ANSWER [2] -",
                "Slow compost is best, I find A2 #gardenchat | ANSWER [2] -",
                "Slow compost is best - A1 https://example.org/x | ANSWER [1] -",
                "forgot: A7 | ANSWER [7] -",
                "Sorry, that was A3 | ANSWER [3] -",
                "oops, A3: slow compost | ANSWER [3] -",
                "1/2 : A3 slow compost | ANSWER [3] -",
                "I have only just come in but A5: Slow compost | ANSWER [5] -",
                "Fine, it is time for Q3: Which beds do you raise? | QUESTION [3] -",
                "Returning to A1, slow compost pays | ANSWER [1] -",
                "A 2 attended a course once | ANSWER [2] -",
                "oh. A4 #gardenchat mentors? | ANSWER [4] -",
                "Q1: slow compost for me | QUESTION [1] -",
                "Q1) slow compost for me | QUESTION [1] -",
                "Question 1: which compost? | QUESTION [1] -",
                "Question #4 - which compost? | QUESTION [4] -",
                "Answer 3: slow compost | ANSWER [3] -",
                "A 2: slow compost | ANSWER [2] -",
                "A 2 Slow compost | ANSWER [2] -",
                "A3ish: slow compost | ANSWER [3] -",
                "A! Slow compost | ANSWER [1] -",
                "3A: slow compost | ANSWER [3] -",
                "T0: which beds? | TOPIC [0] -",
                "Topic 2: which beds? | TOPIC [2] -",
                "2. Which beds? | NUMBER [2] -",
                "FA: I will dig less | FINAL [] -",
                "AF. I will dig less | FINAL [] -",
                "FA:I will dig less | FINAL [] -",
                "Final thoughts: dig less | FINAL [] -",
                "FQ: what will you change? | FINAL_QUESTION [] -",
                "Final Q: what will you change? | FINAL_QUESTION [] -",
                "Ready? Q2. Which beds do you raise? | QUESTION [2] -",
                "Nia from Leeds #gardenchat A1 We dig by hand | ANSWER [1] -",
                "*A1:* in bold | ANSWER [1] -",
                "**A1** In bold | ANSWER [1] -",
                "\u200BA1: with something unseen before it | ANSWER [1] -",
                "\uFF21\uFF11\uFF1A full width | ANSWER [1] -",
                "\u200FA1: right to left | ANSWER [1] -",
                "\uD83C\uDF31 A1: with a picture | ANSWER [1] -",
            })
    void isFound(String text, String expected) {
        Label label = Reading.of(text).label().orElseThrow(() -> new AssertionError("no label in " + text));

        assertThat(label.letter() + " " + label.numbers() + " " + label.part().orElse("-"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Q2 coming up",
                "Q3 is up next, stay tuned",
                "Please label your answers A1, A2, etc.",
                "A1, A2, etc. please",
                "Question 1 coming up in five minutes",
                "So many answers to Q3 tonight",
                "Loved your A2, thank you",
                "a 4 month-old rose",
                "A 4 month-old rose needs shade",
                "A few of us meet on Fridays",
                "A lot of us meet",
                "3-LS4-1 is the standard for this",
                "A380 over the garden just now",
                "3/4 of the beds are planted",
                "24/7 watering is too much",
                "The A14 road was closed",
                "Q3 2025 sales of seeds went up",
                "Q1/A1 format tonight",
                "af it is late",
                "50% of beds are empty",
            })
    void isNotFoundInWhatOnlyLooksLikeOne(String text) {
        assertThat(Reading.of(text).label()).isEmpty();
    }

    @Test
    void aHugeMessageIsReadInOneGo() {
        String huge = "A1/2/3 & A2, @a #b ((( https://x ".repeat(20_000);

        assertThat(Reading.of(huge).label()).isPresent();
    }
}
