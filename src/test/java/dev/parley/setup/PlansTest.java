package dev.parley.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Phrases;
import dev.parley.conversation.Pace;
import dev.parley.conversation.Plan;
import dev.parley.conversation.Question;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlansTest {

    private static final String SERIES = """
            series:
              - id: principles
                title: The partnership hour
                hashtag: "#parley"
                weekly:
                  day: Monday
                  time: 20:00
                  zone: America/Chicago
                  from: 2026-11-23
                  skip: [2026-11-30]
                  move:
                    2026-12-07: 2026-12-08 19:00
                length: 50m
                scripts: [first-evening, partnership]
                slow: 2 days
            """;

    private static final Instant NOVEMBER = Instant.parse("2026-11-20T00:00:00Z");
    private static final Instant NEW_YEAR = Instant.parse("2027-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void aSeriesBecomesPlans() throws IOException {
        List<Plans.Named> plans = plans(SERIES).between(NOVEMBER, NEW_YEAR);
        assertThat(plans)
                .extracting(Plans.Named::name)
                .containsExactly("principles/2026-11-23", "principles/2026-12-07");
        Plan plan = plans.getFirst().plan();
        assertThat(plan.series()).isEqualTo("The partnership hour");
        assertThat(plan.hashtag()).isEqualTo("#parley");
        assertThat(plan.script().name()).isEqualTo("first-evening");
        assertThat(plan.start()).isEqualTo("2026-11-24T02:00:00Z");
        assertThat(plan.end()).isEqualTo("2026-11-24T02:50:00Z");
        assertThat(plan.next()).contains(Instant.parse("2026-12-09T01:00:00Z"));
        assertThat(plan.rooms()).containsExactly(new RoomId("web", "commons"));
        assertThat(plan.slow()).isEqualTo(Duration.ofDays(2));
        assertThat(plan.grace()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void theQueueRunsDry() throws IOException {
        Plans plans = plans(SERIES);
        assertThat(plans.low(NOVEMBER)).isEmpty();
        assertThat(plans.low(Instant.parse("2026-11-25T00:00:00Z"))).hasValue(1);
        assertThat(plans.low(Instant.parse("2026-12-20T00:00:00Z"))).hasValue(0);
        assertThat(plans.withoutScript(NOVEMBER, NEW_YEAR))
                .extracting(meeting -> meeting.date())
                .containsExactly(LocalDate.of(2026, 12, 14), LocalDate.of(2026, 12, 21), LocalDate.of(2026, 12, 28));
    }

    @Test
    void aChatThatBeginsWithTheFirstPerson() throws IOException {
        Plans plans = plans("");
        assertThat(plans.between(NOVEMBER, NEW_YEAR)).isEmpty();
        assertThat(plans.low(NOVEMBER)).isEmpty();
        Plan plan = plans.now(NOVEMBER);
        assertThat(plan.start()).isEqualTo(NOVEMBER);
        assertThat(plan.end()).isEqualTo(NOVEMBER.plus(Duration.ofMinutes(20)));
        assertThat(plan.script().name()).isEqualTo("partnership");
        assertThat(plan.next()).isEmpty();
    }

    @Test
    void plannedTimesAreKeptAndTheRestOfTheHourIsShared() throws IOException {
        Script script = script("## Q1 (20 minutes)\nWhat?\n## Q2\nWhy?\n## Q3\nHow?\n");
        assertThat(script.questions())
                .containsExactly(
                        new Question(1, "What?", Duration.ofMinutes(20)),
                        new Question(2, "Why?", Duration.ofMinutes(15)),
                        new Question(3, "How?", Duration.ofMinutes(15)));
        assertThat(script.pace())
                .isEqualTo(new Pace(
                        Duration.ofMinutes(6),
                        Pace.USUAL.closing(),
                        Pace.USUAL.answering(),
                        50,
                        Pace.USUAL.quiet(),
                        Duration.ZERO));
        assertThat(script.introductions()).isEmpty();
        assertThat(script.welcome()).isEqualTo("Hello.\n\nAnd a second line.");
    }

    private static Script script(String questions) {
        Problems problems = new Problems("script.md");
        String text =
                "---\nkind: chat\ntitle: A\npace:\n  introductions: 6m\n  hold: 50%\n  warning: 0m\n---\nA note.\n"
                        + "## Welcome\n\nHello.\n\nAnd a second line.\n\n" + questions + "## Closing\nBye.\n";
        Script script = PromptText.read(text, problems)
                .map(file -> ScriptText.read("script", file, problems))
                .orElseThrow();
        assertThat(problems.list()).isEmpty();
        return script;
    }

    private Plans plans(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("parley.yaml"), text);
        Setup setup = Setup.read(Path.of(""), Optional.of(file), Phrases.all()).value();
        return new Plans(
                setup.configuration().series().getFirst(), setup.prompts().scripts());
    }
}
