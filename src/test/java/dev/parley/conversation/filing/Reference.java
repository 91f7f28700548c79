package dev.parley.conversation.filing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.conversation.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a reader put a message. */
record Reference(int line, Kind kind, Set<Integer> questions, Optional<Integer> repeatOf, boolean ambiguous) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads labels: our own form ("12 answer 1 - -") or JSON lines. */
    static List<Reference> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(row -> !row.startsWith("#"))
                .map(Reference::row)
                .toList();
    }

    private static Reference row(String row) {
        return row.startsWith("{") ? json(row) : columns(row.split(" "));
    }

    private static Reference columns(String[] columns) {
        return new Reference(
                Integer.parseInt(columns[0]),
                kind(columns[1]),
                numbers(columns[2]),
                numbers(columns[3]).stream().findFirst(),
                columns[4].equals("ambiguous"));
    }

    private static Reference json(String row) {
        try {
            JsonNode node = JSON.readTree(row);
            return new Reference(
                    node.get("line").asInt(),
                    kind(node.get("kind").asText()),
                    node.get("n").isNumber() ? Set.of(node.get("n").asInt()) : Set.of(),
                    node.get("dup_of").isNumber()
                            ? Optional.of(node.get("dup_of").asInt())
                            : Optional.empty(),
                    node.get("ambiguous").asBoolean());
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    private static Set<Integer> numbers(String column) {
        return column.equals("-")
                ? Set.of()
                : Arrays.stream(column.split(",")).map(Integer::valueOf).collect(Collectors.toSet());
    }

    static Kind kind(String name) {
        return name.equals("intro") ? Kind.INTRODUCTION : Kind.valueOf(name.toUpperCase(java.util.Locale.ROOT));
    }
}
