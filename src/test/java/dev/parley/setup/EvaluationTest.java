package dev.parley.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Phrases;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nobody is rated, however that is written; honest questions pass. */
class EvaluationTest {

    private static final Pattern MARKED = Pattern.compile("«([^»]*)»");
    private static final Pattern TOLD =
            Pattern.compile("(?s)\\d+:\\d+: \"(.*?)\" (?:asks|gives|ranks|counts|numbers|evaluates).*");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> theTable() {
        return lines().filter(line -> !line.startsWith("#"))
                .map(line -> DynamicTest.dynamicTest(line, () -> check(line)));
    }

    @Test
    void theTableIsLongOnBothSides() {
        assertThat(lines().filter(line -> line.startsWith("refused"))).hasSizeGreaterThan(60);
        assertThat(lines().filter(line -> line.startsWith("welcome"))).hasSizeGreaterThan(60);
    }

    private static void check(String line) {
        String text = line.substring(line.indexOf(' ') + 1);
        List<String> expected =
                MARKED.matcher(text).results().map(found -> found.group(1)).toList();
        assertThat(expected.isEmpty()).isEqualTo(line.startsWith("welcome"));
        List<String> found = told(body(MARKED.matcher(text).replaceAll("$1"))).stream()
                .map(TOLD::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .toList();
        assertThat(found)
                .map(EvaluationTest::words)
                .isEqualTo(expected.stream().map(EvaluationTest::words).toList());
    }

    private static String words(String text) {
        return text.replaceAll("[:\\s.?,]+", " ").strip();
    }

    @Test
    void itIsToldWhereAndWhyAndWhatToWriteInstead() {
        assertThat(told(body("Look at it once more,\nand then rate\nyour partner.")))
                .containsExactly(
                        "6:10: \"rate your partner\" evaluates a person, and coaching here is between equals. "
                                + "Ask what was noticed or learned, such as \"What did you see your partner do that you would like to try?\".");
    }

    @Test
    void keysThatMeasureAreRefusedToo() {
        String file =
                "---\nkind: cycle\ntitle: A\nscore: \"1-5\"\nself-rating: x\nstages: {see: See, rankOrder: Look}\nupgrade: y\n---\n";
        assertThat(told(file))
                .containsExactly(
                        "4:1: The key \"score\" would measure people, and coaching here is between equals. "
                                + "Delete it; what people grow in is described in words, in a framework's steps.",
                        "4:9: \"1-5\" asks for a place on a scale, and coaching here is between equals. "
                                + "Ask for words instead of a number, such as \"What has changed since last time?\".",
                        "5:1: The key \"self-rating\" would measure people, and coaching here is between equals. "
                                + "Delete it; what people grow in is described in words, in a framework's steps.",
                        "6:20: The key \"rankOrder\" would measure people, and coaching here is between equals. "
                                + "Delete it; what people grow in is described in words, in a framework's steps.");
    }

    @Test
    void aTitleThatRates() {
        assertThat(told("---\nkind: framework\ntitle: Rate your partner\n---\n"))
                .hasSize(1);
    }

    @Test
    void aFileThatRatesIsNotRead() throws IOException {
        String cycle = Files.readString(Path.of("prompts/group-visit.md"));
        Files.writeString(
                folder.resolve("visit.md"),
                cycle.replace(
                        "What are you still wondering about",
                        "How good was the host? What are you still wondering about"));
        assertThat(Prompts.read(folder, List.of()).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(47);
            assertThat(problem.what()).startsWith("\"How good was the host\" evaluates a person");
        });
        Files.writeString(
                folder.resolve("visit.md"),
                "---\nkind: chat\ntitle: A\n---\n## Welcome\nRate your partner.\n## Q1\nWhat?\n## Closing\nBye.\n");
        assertThat(Prompts.read(folder, List.of()).problems()).isEmpty();
    }

    @Test
    void whatALeadIsAskedRatesNobodyEither() throws IOException {
        try (Stream<Path> shipped = Files.list(Path.of("prompts"))) {
            for (Path file : shipped.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Path coaching = folder.resolve("coaching.md");
        String asked = "## lead easier\n";
        assertThat(Files.readString(coaching)).contains(asked);
        Files.writeString(
                coaching, Files.readString(coaching).replace(asked, asked + "Which teacher needs the most help? "));

        assertThat(Prompts.read(folder, Phrases.all()).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what())
                        .startsWith("\"Which teacher needs the most\" ranks or compares people"));
    }

    @Test
    @Timeout(60)
    void longTextsAreReadInTime() {
        List<String> hostile = List.of(
                "rate your ",
                "a ",
                "r a t e ",
                "1 ",
                "your your your ",
                "the ",
                "<",
                "-",
                "**",
                "how good was ",
                "your score ",
                "partner's ",
                "no ",
                "out of ",
                "é́");
        for (String piece : hostile) {
            String endless = piece.repeat(40_000 / piece.length());
            assertThat(told(body(endless))).as(piece).hasSizeLessThanOrEqualTo(20);
        }
    }

    @Test
    void whatIsMadeOfRandomPiecesIsAnsweredToo() {
        List<String> pieces = List.of(
                "rate", " ", "your", "partner", "1", "-", "5", "**", "<b", ">", "★", "…", ".", "?", "\n", "\n\n", "- ",
                "# ", "r a t e", "😀", "'", "％", "⁄");
        Random random = new Random(20261122);
        for (int i = 0; i < 3000; i++) {
            String text =
                    random.ints(14, 0, pieces.size()).mapToObj(pieces::get).collect(Collectors.joining());
            assertThat(told(body(text)))
                    .as(text)
                    .allSatisfy(line -> assertThat(line).matches("\\d+:\\d+: .+\\."));
        }
    }

    private static String body(String text) {
        return "---\nkind: cycle\n---\n\n" + text + "\n";
    }

    private static List<String> told(String text) {
        Problems problems = new Problems("file");
        Optional<PromptText> file = PromptText.read(text, new Problems("file"));
        Evaluation.refuse(text, file.orElseThrow(), problems);
        return new ArrayList<>(problems.list().stream()
                .map(problem -> problem.toString().substring("file:".length()))
                .toList());
    }

    private static Stream<String> lines() {
        try (InputStream in = Objects.requireNonNull(EvaluationTest.class.getResourceAsStream("evaluation.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
