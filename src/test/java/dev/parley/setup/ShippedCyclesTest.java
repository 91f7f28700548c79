package dev.parley.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.Phrases;
import dev.parley.coaching.Cycle;
import dev.parley.coaching.Framework;
import dev.parley.coaching.Framework.Domain;
import dev.parley.coaching.Framework.Step;
import dev.parley.coaching.Look;
import dev.parley.coaching.Principle;
import dev.parley.coaching.Prompt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cycles and frameworks that come with Parley can be worked with. */
class ShippedCyclesTest {

    @TempDir
    private Path folder;

    private final Prompts shipped =
            Prompts.read(Path.of("prompts"), Phrases.all()).value();

    @Test
    void thereAreFiveCycles() {
        assertThat(shipped.cycles())
                .containsOnlyKeys(
                        "impact-cycle", "challenge-cycle", "peer-coaching", "growth-continuum", "group-visit");
        assertThat(shipped.cycles().get("challenge-cycle").stages())
                .extracting(Cycle.Stage::name)
                .containsExactly("identify", "investigate", "address", "reflect");
        assertThat(shipped.cycles().get("group-visit").roles())
                .extracting(Cycle.Role::name, Cycle.Role::title)
                .contains(tuple("coach", "Host"));
        assertThat(shipped.cycles().values().stream().filter(Cycle::visits))
                .extracting(Cycle::name)
                .containsExactly("group-visit");
        assertThat(shipped.cycles().get("impact-cycle").roles())
                .extracting(Cycle.Role::title)
                .containsExactly("Coach", "Partner", "Lead");
    }

    @Test
    void everyPrincipleIsInEveryCycle() {
        assertThat(shipped.cycles().values())
                .allSatisfy(cycle -> assertThat(cycle.prompts())
                        .extracting(Prompt::principle)
                        .contains(Principle.values()));
    }

    @Test
    void nobodyIsAskedTheSameWithinThreeWeeks() {
        for (Cycle cycle : shipped.cycles().values()) {
            for (Cycle.Stage stage : cycle.stages()) {
                for (Look look : Look.values()) {
                    assertThat(cycle.prompts())
                            .as("%s, %s, %s", cycle.name(), stage.name(), look)
                            .filteredOn(prompt -> prompt.look() == look && prompt.fits(stage.name()))
                            .hasSizeGreaterThanOrEqualTo(3);
                }
            }
        }
    }

    @Test
    void promptsAreCalmQuestionsWithIdsOfTheirOwn() {
        for (Cycle cycle : shipped.cycles().values()) {
            assertThat(cycle.prompts()).extracting(Prompt::id).doesNotHaveDuplicates();
            assertThat(cycle.prompts()).allSatisfy(prompt -> {
                assertThat(prompt.id()).hasSizeLessThanOrEqualTo(40).matches("(back|at|ahead)(-[\\p{L}\\p{N}]+)+");
                assertThat(prompt.text()).doesNotContain("!").doesNotStartWith("(");
            });
        }
    }

    @Test
    void whatTheReadmeSaysOfThemIsTrue() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String item = Pattern.compile("`(- \\([^`]{1,200})`")
                .matcher(readme)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        Path folder = Files.createDirectory(this.folder.resolve("ours"));
        String cycle = Files.readString(Path.of("prompts/impact-cycle.md"));
        Files.writeString(folder.resolve("ours.md"), cycle.replace("## Look at\n", "## Look at\n" + item + "\n"));
        Prompts ours = Prompts.read(folder, List.of()).value();
        assertThat(ours.cycles().get("ours").prompts())
                .hasSize(shipped.cycles().get("impact-cycle").prompts().size() + 1)
                .anySatisfy(prompt -> assertThat(item).endsWith(" " + prompt.text()));
        assertThat(Pattern.compile("`(prompts/[a-z-]{1,40}\\.md)`")
                        .matcher(readme)
                        .results())
                .hasSizeGreaterThan(4)
                .allSatisfy(file -> assertThat(Path.of(file.group(1))).exists());
    }

    @Test
    void thereAreStandardsAndAContinuum() {
        assertThat(shipped.frameworks()).containsOnlyKeys("standards", "continuum");
        Framework standards = shipped.frameworks().get("standards");
        assertThat(standards.domains()).hasSize(7).allSatisfy(domain -> {
            assertThat(domain.about()).isNotBlank();
            assertThat(domain.steps()).isEmpty();
        });
        Framework continuum = shipped.frameworks().get("continuum");
        assertThat(continuum.domains())
                .extracting(Domain::name)
                .containsExactly("design", "agency", "tools", "community");
        assertThat(continuum.domains()).allSatisfy(domain -> {
            assertThat(domain.about()).isNotBlank().doesNotContain("**");
            assertThat(domain.steps())
                    .extracting(Step::name)
                    .containsExactly("curious", "trying", "weaving", "sharing");
            assertThat(domain.steps())
                    .extracting(Step::about)
                    .allSatisfy(about -> assertThat(about).matches("[A-Z].*\\."));
        });
    }
}
