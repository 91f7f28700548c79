package dev.parley.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A visit is read as it is meant; a broken one, or one that rates a person, is answered by line, column, what is wrong and what to do. */
class VisitFileTest {

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> theTable() {
        Path file = folder.resolve("visit.yaml");
        return Table.tests(
                "broken-visits.txt", 5, text -> Table.lines(VisitFile.read(Files.writeString(file, text)), file));
    }

    @Test
    void theExampleIsRight() {
        VisitFile visit = VisitFile.read(Path.of("config/visit.example.yaml")).value();

        assertThat(visit.title()).isEqualTo("Fractions in room 12");
        assertThat(visit.when()).isEqualTo("2026-12-01 09:00-09:45");
        assertThat(visit.cycle()).isEqualTo("group-visit");
        assertThat(visit.people())
                .hasSize(3)
                .contains(new VisitFile.Guest("Teo Lind", "slack:T0123456789/U0123456789"));
    }
}
