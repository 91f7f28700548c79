package dev.parley.recap.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.voice.Voice;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecapPhraseTest {

    @Test
    void hasATextForEachPhraseAndNoOther() {
        assertThat(Prompts.texts().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(RecapPhrase.values()).map(Voice::place).toList());
    }

    @Test
    void leavesNoBlankOpen() {
        Map<String, String> texts = Prompts.texts();
        for (RecapPhrase phrase : RecapPhrase.values()) {
            Pattern.compile("\\{([a-z]+)}")
                    .matcher(texts.get(Voice.place(phrase)))
                    .results()
                    .forEach(blank ->
                            assertThat(phrase.blanks()).as("%s", phrase).contains(blank.group(1)));
        }
    }
}
