package dev.parley.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.transcript.Transcript.Form;
import dev.parley.transcript.Transcript.Line;
import dev.parley.transcript.Transcript.Problem;
import dev.parley.transcript.Transcript.What;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A transcript")
class TranscriptTest {
    @TempDir
    Path folder;

    private Transcript read(String text) throws IOException {
        return Transcript.read(Files.writeString(folder.resolve("chat.txt"), text));
    }

    @Test
    void isReadFromColumns() throws IOException {
        Transcript transcript = read("2026-11-23T20:00:00Z\tada\tA1: tea\n\tbo\tA1: coffee\twith a tab\n");

        assertThat(transcript.form()).isEqualTo(Form.COLUMNS);
        assertThat(transcript.problems()).isEmpty();
        assertThat(transcript.lines())
                .containsExactly(
                        new Line(1, Optional.of(Instant.parse("2026-11-23T20:00:00Z")), Optional.of("ada"), "A1: tea"),
                        new Line(2, Optional.empty(), Optional.of("bo"), "A1: coffee\twith a tab"));
    }

    @Test
    void isReadFromPlainLinesAndKnowsADescription() throws IOException {
        Transcript transcript =
                read("\uFEFF#teachat is a weekly chat about tea.\r\n\r\nWelcome all\r\nQ1: green or black?\r\n");

        assertThat(transcript.form()).isEqualTo(Form.PLAIN);
        assertThat(transcript.lines()).extracting(Line::number).containsExactly(3, 4);
        assertThat(transcript.lines()).extracting(Line::text).containsExactly("Welcome all", "Q1: green or black?");
    }

    @Test
    void takesAWelcomeForAMessage() throws IOException {
        assertThat(read("Welcome to the weekly chat on tea\nQ1: green or black?\n")
                        .lines())
                .hasSize(2);
    }

    @Test
    void reportsBadLinesAndReadsTheRest() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("2026-11-23T20:00:00Z\tada\tgood\n".getBytes(StandardCharsets.UTF_8));
        bytes.write("yesterday\tbo\tgood too\n".getBytes(StandardCharsets.UTF_8));
        bytes.write("2026-11-23T20:02:00Z\tno text\n".getBytes(StandardCharsets.UTF_8));
        bytes.write("2026-11-23T20:03:00Z\tcy\tbro".getBytes(StandardCharsets.UTF_8));
        bytes.write(new byte[] {(byte) 0xC3, 'k', 'e', 'n', '\n'});
        bytes.write("2026-11-23T20:04:00Z\tdi\tlast".getBytes(StandardCharsets.UTF_8));
        Transcript transcript = Transcript.read(Files.write(folder.resolve("chat.tsv"), bytes.toByteArray()));

        assertThat(transcript.lines()).extracting(Line::number).containsExactly(1, 2, 4, 5);
        assertThat(transcript.problems())
                .containsExactlyInAnyOrder(
                        new Problem(2, What.WRONG_TIME),
                        new Problem(3, What.MISSING_COLUMN),
                        new Problem(4, What.UNDECODABLE));
    }

    @Test
    void cutsAnEndlessLine() throws IOException {
        Transcript transcript = read("Q1: short?\n" + "x".repeat(3_000_000) + "\nA1: short\n");

        assertThat(transcript.problems()).containsExactly(new Problem(2, What.TOO_LONG));
        assertThat(transcript.lines()).hasSize(3);
        assertThat(transcript.lines().get(1).text()).hasSizeLessThan(70_000);
    }

    @Test
    void mayBeEmpty() throws IOException {
        assertThat(read("").lines()).isEmpty();
        assertThat(read("\n\r\n  \n").lines()).isEmpty();
    }
}
