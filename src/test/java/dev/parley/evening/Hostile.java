package dev.parley.evening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Pace;
import dev.parley.conversation.Plan;
import dev.parley.conversation.Question;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Script;
import dev.parley.recap.Quote;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A short chat in which people write whatever they write, and what has come of it. */
final class Hostile {
    private Hostile() {}

    static Plan plan(RoomId room) {
        Duration brief = Duration.ofSeconds(2);
        Script script = new Script(
                "words",
                "Words",
                "Welcome.",
                "",
                List.of(new Question(1, "What do you write?", Duration.ofMinutes(5))),
                "",
                new Pace(brief, brief, brief, 25, Duration.ofMinutes(10), Duration.ZERO));
        Instant start = Instant.now().plusSeconds(2);
        return new Plan(
                "Words",
                "#words",
                script,
                start,
                start.plus(Duration.ofMinutes(5)),
                Duration.ofMinutes(2),
                Duration.ofHours(1),
                List.of(),
                List.of(room),
                Set.of(),
                Optional.empty());
    }

    /** The parts of all answers, as the recap has them. */
    static Stream<String> answers(Hosted hosted) {
        return hosted.recap().parts().stream()
                .flatMap(part -> part.answers().stream())
                .flatMap(answer -> answer.parts().stream())
                .map(Quote::text);
    }

    /** Nothing on a recap's page runs. */
    static void isHarmless(String html) {
        Document page = Jsoup.parse(html);
        assertThat(page.select("img[onerror], a[href^=javascript]")).isEmpty();
        assertThat(page.select("script")).noneMatch(script -> script.data().contains("alert(1)"));
    }
}
