package dev.parley.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void wordsAreNoMarkup() {
        assertThat(Wording.escaped("# a\n- b\n12. c\n*d* <@1> `e`"))
                .isEqualTo("\\# a\n\\- b\n12\\. c\n\\*d\\* \\<\\@1> \\`e\\`");
    }

    @Test
    void anExcerptIsOneLineThatKeepsItsDirectionToItself() {
        assertThat(Wording.excerpt(" one\n\ntwo \u202Eeerht", 100)).isEqualTo("\u2068one two \u202Eeerht\u2069");
        assertThat(Wording.excerpt("word ".repeat(100), 20)
                        .replace("\u2068", "")
                        .replace("\u2069", ""))
                .hasSizeLessThanOrEqualTo(20)
                .endsWith("…");
    }

    @Test
    void aLabelHasNoMarkup() {
        assertThat(Wording.label("**What** is [it](https://example.org/)?", 100))
                .startsWith("What is ")
                .doesNotContain("*");
        assertThat(Wording.label("", 10)).isEqualTo("…");
        assertThat(Wording.label("long ".repeat(40), 80)).hasSizeLessThanOrEqualTo(80);
    }

    @Test
    void whatIsGivenBackIsWhatWasTyped() {
        String typed = "emoji 👩‍👩‍👧‍👦 and *marks*\n".repeat(100);

        Saying back = Wording.givenBack("Here:", typed);

        assertThat(back.parts()).first().isEqualTo("Here:");
        assertThat(back.parts()).allMatch(part -> part.length() <= 2_000);
        assertThat(back.parts().stream()
                        .skip(1)
                        .map(part -> part.substring(4, part.length() - 4))
                        .collect(Collectors.joining()))
                .isEqualTo(typed);
    }

    @Test
    void aFenceInItEndsNothing() {
        assertThat(Wording.givenBack("Here:", "a``````b").parts().getLast().substring(3))
                .doesNotContain("````")
                .endsWith("b\n```");
    }
}
