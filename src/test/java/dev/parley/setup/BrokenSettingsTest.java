package dev.parley.setup;

import dev.parley.Phrases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every broken settings file is answered by line, column, what is wrong and what to do. */
class BrokenSettingsTest {

    private static final Path HOME = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> theTable() {
        return Table.tests("broken-settings.txt", 61, this::told);
    }

    private List<String> told(String text) throws IOException {
        Path file = folder.resolve("parley.yaml");
        Files.writeString(file, text);
        return Table.lines(Setup.read(HOME, Optional.of(file), Phrases.all()), file);
    }
}
