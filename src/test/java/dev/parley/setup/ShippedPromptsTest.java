package dev.parley.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Phrases;
import dev.parley.engine.ChatPhrase;
import dev.parley.voice.Phrase;
import dev.parley.voice.Voice;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The prompts that come with Parley are in order: no phrase is missing, none is there for nothing. */
class ShippedPromptsTest {

    private final Reading<Prompts> read = Prompts.read(Path.of("prompts"), Phrases.all());

    @Test
    void nothingIsWrongWithThem() {
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void thereAreThreeScripts() {
        assertThat(read.value().scripts()).containsOnlyKeys("partnership", "first-evening", "night-shift");
        assertThat(read.value().scripts().get("partnership").questions())
                .extracting(question -> question.number())
                .containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(read.value().scripts().values())
                .allSatisfy(script -> assertThat(script.introductions()).isNotBlank());
    }

    @Test
    void everyPhraseIsSaidWithAllThatItIsGiven() {
        Voice voice = read.value().voice();
        for (Phrase phrase : Phrases.all()) {
            assertThat(voice.say(phrase)).as(Voice.place(phrase)).isNotBlank();
        }
        assertThat(voice.say(ChatPhrase.MINUTES, Map.of("n", "4"))).isEqualTo("4 minutes");
    }

    @Test
    void theVoiceIsCalm() {
        Voice voice = read.value().voice();
        assertThat(ChatPhrase.values())
                .allSatisfy(phrase ->
                        assertThat(voice.say(phrase)).doesNotContain("!!").doesNotContainIgnoringCase("robot"));
    }
}
