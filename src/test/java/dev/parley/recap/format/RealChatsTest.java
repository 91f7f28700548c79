package dev.parley.recap.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.conversation.Filing;
import dev.parley.conversation.Kind;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.RoomId;
import dev.parley.recap.Asked;
import dev.parley.recap.Entry;
import dev.parley.recap.Highlight;
import dev.parley.recap.Material;
import dev.parley.recap.Naming;
import dev.parley.recap.Part;
import dev.parley.recap.Recap;
import dev.parley.recap.Terms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Makes recaps of real evenings, and leaves them under {@code target/recaps} to be read. */
class RealChatsTest {

    private static final Path CHATS = Path.of("../shared/chats");
    private static final RoomId ROOM = new RoomId("transcript", "room");
    private static final Pattern LABEL = Pattern.compile("(?:[@#]\\w++:?\\s++)*+([AaQq])(\\d)\\b");

    @Test
    void areFitToBeRead() throws IOException {
        boolean there = Files.isDirectory(CHATS);
        assertThat(there || System.getenv("CI") == null)
                .as("real chats at " + CHATS)
                .isTrue();
        assumeTrue(there, "no real chats at " + CHATS);
        List<Path> files;
        try (Stream<Path> all = Files.list(CHATS)) {
            files = all.filter(file -> file.toString().endsWith(".tsv"))
                    .sorted()
                    .toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            read(file.getFileName().toString(), material(file));
        }
        try (Stream<Path> all = Files.list(CHATS)) {
            files = all.filter(file -> file.toString().endsWith(".labels.jsonl"))
                    .toList();
        }
        for (Path file : files) {
            read(file.getFileName().toString(), labelled(file));
        }
    }

    private static void read(String name, Material material) throws IOException {
        Recap recap = Recap.of(material, Terms.in(Locale.ENGLISH));
        Showing showing = Prompts.showing();
        RecapFiles.write(Path.of("target/recaps", name), recap, showing);
        for (Part part : recap.parts()) {
            for (Highlight highlight : part.highlights()) {
                assertThat(material.entries()).anyMatch(entry -> entry.text().contains(highlight.text()));
            }
            assertThat(Posts.question(recap, part.number(), 2000, showing, Optional.empty()))
                    .hasSizeLessThanOrEqualTo(2000);
        }
        assertThat(Posts.overview(recap, 2000, showing, Optional.empty())).hasSizeLessThanOrEqualTo(2000);
    }

    /** Files as somebody labelled it by reading; it has neither authors nor times. */
    private static Material labelled(Path file) throws IOException {
        List<Asked> asked = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode row = new ObjectMapper().readTree(line);
            int number = row.path("n").asInt();
            String kind = row.path("kind").asText();
            if (kind.equals("question")) {
                asked.add(new Asked(number, row.path("text").asText(), Optional.empty()));
            }
            Filing filing = switch (kind) {
                case "answer" -> Filing.answer(number, true);
                case "intro" -> Filing.as(Kind.INTRODUCTION, true);
                case "final" -> Filing.as(Kind.FINAL, true);
                case "side" -> Filing.as(Kind.SIDE, true);
                case "question" -> Filing.as(Kind.QUESTION, true);
                default -> Filing.as(Kind.WELCOME, true);
            };
            MessageId message = new MessageId(ROOM, row.path("line").asText());
            Filing filed = row.path("dup_of").isInt()
                    ? filing.repeating(new MessageId(ROOM, row.path("dup_of").asText()))
                    : filing;
            entries.add(new Entry(
                    message,
                    Optional.empty(),
                    "",
                    row.path("text").asText(),
                    Optional.empty(),
                    filed,
                    false,
                    Map.of(),
                    Optional.empty()));
        }
        return new Material(
                "An evening",
                "",
                Optional.empty(),
                Optional.empty(),
                asked,
                entries,
                Optional.empty(),
                Set.of(),
                Naming.ALL);
    }

    /** Files by the label alone, which is enough to read a recap. */
    private static Material material(Path file) throws IOException {
        Map<Integer, Asked> asked = new LinkedHashMap<>();
        List<Entry> entries = new ArrayList<>();
        Set<String> said = new HashSet<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split("\t", 3);
            Optional<Instant> at = cells[0].isEmpty() ? Optional.empty() : Optional.of(Instant.parse(cells[0]));
            Matcher label = LABEL.matcher(cells[2]);
            boolean labelled = label.lookingAt();
            int number = labelled ? Integer.parseInt(label.group(2)) : 0;
            if (labelled && label.group(1).equalsIgnoreCase("q")) {
                asked.putIfAbsent(number, new Asked(number, cells[2], at));
            } else if (said.add(cells[1] + cells[2])) {
                entries.add(new Entry(
                        new MessageId(ROOM, "" + entries.size()),
                        Optional.of(new PersonId(cells[1])),
                        cells[1],
                        cells[2],
                        at,
                        labelled ? Filing.answer(number, true) : Filing.as(Kind.SIDE, true),
                        false,
                        Map.of(),
                        Optional.empty()));
            }
        }
        String name = file.getFileName().toString();
        return new Material(
                name,
                "#" + name.substring(0, name.indexOf('_')),
                Optional.empty(),
                Optional.empty(),
                List.copyOf(asked.values()),
                entries,
                Optional.empty(),
                Set.of(),
                Naming.ALL);
    }
}
