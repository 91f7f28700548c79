package dev.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What is stored is found by its name alone, so that a name stands for one thing. */
class NamesTest {

    private interface Plant {}

    private sealed interface Tree extends Plant {}

    private record Oak() implements Tree {}

    private record Ash() implements Tree {}

    private record Moss() implements Plant {}

    @Test
    void theNamesOfSeveralFamiliesAreTogether() {
        Names<Tree> trees = new Names<>(Tree.class)
                .with(Oak.class, "oak")
                .with(Ash.class, "ash")
                .complete();
        Names<Plant> plants = new Names<>(Plant.class).and(trees).with(Moss.class, "moss");

        assertThat(plants.of(new Ash())).isEqualTo("ash");
        assertThat(plants.of(new Moss())).isEqualTo("moss");
        assertThat(plants.named("oak")).isEqualTo(Oak.class);
        assertThatThrownBy(() -> trees.named("moss")).isInstanceOf(StoreTrouble.class);
    }

    @Test
    void aNameThatIsThereTwiceIsRefused() {
        Names<Tree> trees = new Names<>(Tree.class).with(Oak.class, "green");

        assertThatThrownBy(
                        () -> new Names<>(Plant.class).with(Moss.class, "green").and(trees))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("green");
        assertThatThrownBy(() -> new Names<>(Plant.class).and(trees).and(trees))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCaseWithoutANameIsMissed() {
        assertThatThrownBy(() -> new Names<>(Tree.class).with(Oak.class, "oak").complete())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Ash");
    }
}
