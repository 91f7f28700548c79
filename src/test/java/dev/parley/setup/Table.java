package dev.parley.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Broken files and what is told about them, as a person reads them: a title, the file, and after an arrow each problem. */
record Table(String title, String file, List<String> told) {

    static List<Table> read(String name) {
        try (InputStream in = Objects.requireNonNull(Table.class.getResourceAsStream(name), name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<Table> cases = new ArrayList<>();
            for (String one : text.split("(?m)^=== ")) {
                if (!one.isBlank()) {
                    cases.add(of(one));
                }
            }
            return cases;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What a file told, without its place. */
    interface Told {
        List<String> of(String file) throws IOException;
    }

    /**
     * A test of each case: it is told as it stands there, and it is told something.
     *
     * @param least how many cases there are at least
     */
    static Stream<DynamicTest> tests(String name, int least, Told told) {
        List<Table> cases = read(name);
        assertThat(cases).hasSizeGreaterThanOrEqualTo(least);
        return cases.stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.title(),
                        () -> assertThat(told.of(one.file()))
                                .isEqualTo(one.told())
                                .isNotEmpty()));
    }

    /** The lines that problems of this file are told in, without its name. */
    static List<String> lines(Reading<?> read, Path file) {
        return read.problems().stream()
                .map(Problem::toString)
                .map(line -> line.replace(file + ":", ""))
                .toList();
    }

    private static Table of(String text) {
        List<String> lines = text.lines().toList();
        StringBuilder file = new StringBuilder();
        List<String> told = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("-> ")) {
                told.add(line.substring(3));
            } else {
                file.append(line).append('\n');
            }
        }
        return new Table(lines.getFirst(), file.toString(), told);
    }
}
