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
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The cycles and frameworks that come with Parley can be worked with. */
class ShippedCyclesTest {

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
