package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Phrases;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayName("parley replay")
class ReplayCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();
    private Path chat;

    @BeforeEach
    void chat() throws IOException {
        chat = Files.writeString(folder.resolve("chat.txt"), """
                #teachat is a weekly chat about tea.
                Welcome! Tonight we discuss tea.
                Q1: Green or black, and why that one?
                A1.2: Green, since it forgives me
                A1.2: Green, since it forgives me
                """);
    }

    private int run(String... arguments) {
        return new CommandLine(new ReplayCommand(Phrases.all()))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }

    @Test
    void writesOneObjectAMessage() throws IOException {
        Path filing = folder.resolve("out.jsonl");

        assertThat(run(chat.toString(), "--filing", filing.toString())).isZero();
        assertThat(Files.readString(filing)).isEqualTo("""
                        {"line":2,"kind":"welcome","questions":[],"part":null,"repeatOf":null,"sure":true}
                        {"line":3,"kind":"question","questions":[1],"part":null,"repeatOf":null,"sure":true}
                        {"line":4,"kind":"answer","questions":[1],"part":"2","repeatOf":null,"sure":true}
                        {"line":5,"kind":"answer","questions":[1],"part":"2","repeatOf":4,"sure":true}
                        """);
        assertThat(out.toString()).contains("Q1 (line 3), 1 answers");
    }

    @Test
    void saysItInJson() {
        assertThat(run("--json", chat.toString())).isZero();
        assertThat(out.toString()).contains("\"messages\":4").contains("\"answers\":1");
    }

    @Test
    void tellsWhichLinesWereBad() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.tsv"), "\tada\tQ1: tea?\n\tonly\n\tbo\tA1: yes\n");

        assertThat(run(bad.toString())).isEqualTo(1);
        assertThat(errors.toString()).contains("bad.tsv:2: fewer than three columns");
    }

    @Test
    void cannotReadWhatIsNotThere() {
        assertThat(run(folder.resolve("none.txt").toString())).isEqualTo(2);
        assertThat(errors.toString()).contains("none.txt");
    }

    @Test
    void refusesToMixTheLinesOfTwoArchives() {
        assertThat(run(chat.toString(), chat.toString(), "--filing", "x.jsonl")).isEqualTo(2);
    }
}
