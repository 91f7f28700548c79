package dev.parley.platform.discord.talk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.talk.Row;
import dev.parley.platform.talk.Saying;
import dev.parley.platform.talk.Wish;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RenderingTest {

    private static List<String> contents(Saying saying) {
        return Rendering.bodies(saying).stream()
                .map(body -> body.getString("content"))
                .toList();
    }

    private static Saying givenBack(String typed) {
        return new Saying("Here:", Optional.of(typed), false, List.of());
    }

    @Test
    void whatIsGivenBackIsWhatWasTyped() {
        String typed = "emoji 👩‍👩‍👧‍👦 and *marks*\n".repeat(100);

        List<String> parts = contents(givenBack(typed));

        assertThat(parts).first().isEqualTo("Here:");
        assertThat(parts).allMatch(part -> part.length() <= 2_000);
        assertThat(parts.stream()
                        .skip(1)
                        .map(part -> part.substring(4, part.length() - 4))
                        .collect(Collectors.joining()))
                .isEqualTo(typed);
    }

    @Test
    void aFenceInItEndsNothing() {
        assertThat(contents(givenBack("a``````b")).getLast().substring(3))
                .doesNotContain("````")
                .endsWith("b\n```");
    }

    @Test
    void whatIsLongTakesSeveralMessagesUnlessItIsBrief() {
        String words = "A sentence of some length. ".repeat(100);
        Row row = Row.of(new Row.Button(new Wish("where", "7", ""), Row.Style.DANGER, "Where?"));

        List<Integer> under = Rendering.bodies(Saying.of(words).with(List.of(row))).stream()
                .map(body -> body.getArray("components").length())
                .toList();

        assertThat(under).containsExactly(0, 1);
        assertThat(contents(new Saying(words, Optional.empty(), true, List.of(row))))
                .singleElement()
                .asString()
                .hasSizeLessThanOrEqualTo(2_000)
                .endsWith("…");
    }
}
