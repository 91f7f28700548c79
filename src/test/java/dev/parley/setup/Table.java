package dev.parley.setup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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
