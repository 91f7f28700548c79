package dev.parley.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.ChatPhrase;
import dev.parley.voice.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every broken prompts file is answered by line, column, what is wrong and what to do. */
class BrokenPromptsTest {

    private static final List<Phrase> PHRASES = List.of(ChatPhrase.ANNOUNCEMENT, ChatPhrase.PAUSE, ChatPhrase.MINUTES);
    private static final String VOICE =
            "---\nkind: voice\n---\n## announcement\n{title}\n## pause\nWe pause.\n## minutes\n{n}\n";
    private static final String SCRIPT =
            "---\nkind: chat\ntitle: A\n---\n## Welcome\nHello.\n## Q1\nWhat?\n## Closing\nBye.\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void aVoice() throws IOException {
        Files.writeString(folder.resolve("voice.md"), VOICE);
    }

    @TestFactory
    Stream<DynamicTest> scripts() {
        return table("broken-scripts.txt", "script.md");
    }

    @TestFactory
    Stream<DynamicTest> voices() {
        return table("broken-voice.txt", "voice.md");
    }

    @TestFactory
    Stream<DynamicTest> cycles() {
        return table("broken-cycles.txt", "cycle.md");
    }

    @TestFactory
    Stream<DynamicTest> frameworks() {
        return table("broken-frameworks.txt", "framework.md");
    }

    @Test
    void whatIsRightIsRead() throws IOException {
        assertThat(told("script.md", SCRIPT)).isEmpty();
        assertThat(told("script.md", "\uFEFF" + SCRIPT.replace("\n", "\r\n"))).isEmpty();
    }

    @Test
    void aTextThatNoPlatformCouldShow() throws IOException {
        assertThat(told("script.md", SCRIPT.replace("What?", "\n\n" + "a".repeat(1501))))
                .containsExactly("10:1: The text of \"Q1\" has 1501 characters. "
                        + "Keep it to 1500, so that it fits into one post everywhere.");
        assertThat(told("script.md", SCRIPT.replace("What?", "a".repeat(1500)))).isEmpty();
    }

    @Test
    void twentyOneQuestions() throws IOException {
        StringBuilder questions = new StringBuilder();
        for (int i = 1; i <= 21; i++) {
            questions.append("## Q").append(i).append("\nWhat?\n");
        }
        assertThat(told("script.md", SCRIPT.replace("## Q1\nWhat?\n", questions)))
                .containsExactly("47:4: There are more than 20 questions. "
                        + "Move some to another script; an hour has room for about seven.");
    }

    @Test
    void aVoiceFileThatIsNeverHeard() throws IOException {
        assertThat(told("ours.md", VOICE))
                .containsExactly("2:7: Nothing in this voice file is ever said. Its name must be one of: voice.md.");
    }

    @Test
    void noVoice() throws IOException {
        Files.delete(folder.resolve("voice.md"));
        assertThat(Prompts.read(folder, PHRASES).problems())
                .extracting(Problem::toString)
                .containsExactly(
                        folder.resolve("voice.md") + ":1:1: There is no such file. Make it, or correct its name.");
    }

    @Test
    void noFolder() {
        Path missing = folder.resolve("nowhere");
        assertThat(Prompts.read(missing, PHRASES).problems())
                .extracting(Problem::toString)
                .containsExactly(
                        missing.resolve("voice.md") + ":1:1: There is no such file. Make it, or correct its name.",
                        missing + ":1:1: This folder of prompts cannot be read. "
                                + "Make it, or correct prompts in the configuration.");
    }

    @Test
    void whateverIsCutOutOfAFileIsAnswered() throws IOException {
        for (String name : List.of("night-shift", "challenge-cycle", "continuum")) {
            cutUp(Files.readString(Path.of("prompts", name + ".md")));
        }
    }

    private void cutUp(String whole) throws IOException {
        Random random = new Random(20261122);
        for (int i = 0; i < 300; i++) {
            int from = random.nextInt(whole.length());
            int to = Math.min(whole.length(), from + random.nextInt(60));
            String cut = whole.substring(0, from) + "#".repeat(random.nextInt(4)) + whole.substring(to);
            assertThat(told("script.md", cut))
                    .as(cut)
                    .allSatisfy(line -> assertThat(line).matches("\\d+:\\d+: .+\\. .+\\."));
        }
    }

    @Test
    void theNameOfACycleIsPlain() throws IOException {
        assertThat(told("our own cycle.md", Files.readString(Path.of("prompts", "impact-cycle.md"))))
                .containsExactly("1:1: \"our own cycle\" is no name for such a file. "
                        + "Use up to 40 letters, digits and dashes, such as our-own-cycle.md.");
    }

    private Stream<DynamicTest> table(String table, String file) {
        return Table.tests(table, 1, text -> told(file, text));
    }

    private List<String> told(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        return Table.lines(Prompts.read(folder, PHRASES), file);
    }
}
