package dev.parley.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.coaching.pairing.Mixing;
import dev.parley.coaching.pairing.Person;
import dev.parley.coaching.pairing.Round;
import dev.parley.coaching.pairing.Trait;
import dev.parley.coaching.pairing.Wish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A round is read as it is meant; a broken one is answered by line, column, what is wrong and what to do. */
class RoundFileTest {

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> theTable() {
        return Table.tests("broken-rounds.txt", 16, text -> Table.lines(read(text), file()));
    }

    @Test
    void theExampleIsRight() {
        Round round =
                RoundFile.read(Path.of("config/round.example.yaml")).value().round();

        assertThat(round.people())
                .hasSize(7)
                .contains(new Person("Lale Tan", Optional.of("Harbour"), Optional.of("4")));
        assertThat(round.asked()).isEqualTo(Map.of(Trait.SCHOOL, Mixing.DIFFERENT, Trait.GRADE, Mixing.SAME));
        assertThat(round.apart()).containsExactly(new Wish.Apart("Ruth Amsel", "Sam Ketter"));
        assertThat(round.earlier()).hasSize(3).contains(Set.of("Jonas Vey", "Sam Ketter", "Lale Tan"));
        assertThat(round.coaches()).isEmpty();
    }

    @Test
    void ofThreeWhoAreNotToBeTogetherNoTwoAre() throws IOException {
        Round round = read("""
                people: [{name: Ruth}, {name: Teo}, {name: Mira}, {name: Sam, partners: 2}]
                not-together: [[Ruth, Teo, Mira]]
                """).value().round();

        assertThat(round.apart())
                .containsExactlyInAnyOrder(
                        new Wish.Apart("Ruth", "Teo"), new Wish.Apart("Ruth", "Mira"), new Wish.Apart("Teo", "Mira"));
        assertThat(round.coaches()).isEqualTo(Map.of("Sam", 2));
    }

    @Test
    void somebodyWhoHasLeftIsNoMistake() throws IOException {
        RoundFile file = read("people: [{name: Ruth}, {name: Teo}]\nearlier: [{groups: [[Ruth, Zacharias]]}]\n")
                .value();

        assertThat(file.warnings()).isEmpty();
        assertThat(file.round().earlier()).containsExactly(Set.of("Ruth", "Zacharias"));
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        assertThat(RoundFile.read(folder.resolve("none.yaml")).problems()).hasSize(1);
    }

    private Path file() {
        return folder.resolve("round.yaml");
    }

    private Reading<RoundFile> read(String text) throws IOException {
        return RoundFile.read(Files.writeString(file(), text));
    }
}
