package dev.parley.platform.slack.talk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.slack.wire.SlackText;
import dev.parley.platform.talk.Row;
import dev.parley.platform.talk.Saying;
import dev.parley.platform.talk.Wish;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RenderingTest {
    private static final Row ROW =
            Row.of(new Row.Button(new Wish("where", "C1", ""), Row.Style.SUCCESS, "Where are we?"));

    private static String typed(Rendering.Shown message) {
        return message.words()
                .block()
                .getAsJsonArray("elements")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("elements")
                .get(0)
                .getAsJsonObject()
                .get("text")
                .getAsString();
    }

    @Test
    void whatIsGivenBackIsWholeAndLetterByLetter() {
        String words = "<!here> *a* & 👩🏽‍🏫 ".repeat(500);

        List<Rendering.Shown> messages =
                Rendering.messages(new Saying("Not kept:", Optional.of(words), false, List.of(ROW)));

        StringBuilder back = new StringBuilder();
        messages.subList(1, messages.size()).forEach(message -> back.append(typed(message)));
        assertThat(back.toString()).isEqualTo(words);
        assertThat(messages.subList(1, messages.size()))
                .allMatch(one -> typed(one).length() <= SlackText.LONGEST);
        assertThat(messages).allMatch(one -> !one.words().text().contains("<!"));
    }

    @Test
    void buttonsStandUnderTheLastMessageAlone() {
        List<Rendering.Shown> messages =
                Rendering.messages(new Saying("Much. ".repeat(2_000), Optional.empty(), false, List.of(ROW)));

        assertThat(messages.size()).isGreaterThan(2);
        assertThat(messages.getLast().below()).hasSize(1);
        assertThat(messages.subList(0, messages.size() - 1))
                .allMatch(one -> one.below().isEmpty());
        assertThat(messages.getLast().below().toString())
                .contains("\"action_id\":\"where.C1.\"", "\"style\":\"primary\"");
    }

    @Test
    void whatIsBriefIsOneMessage() {
        assertThat(Rendering.messages(new Saying("Much. ".repeat(2_000), Optional.empty(), true, List.of(ROW))))
                .hasSize(1);
    }
}
