package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.Phrases;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("parley pair")
class PairCommandTest {

    private static final InstantSource NOW = InstantSource.fixed(Instant.EPOCH);
    private static final String EXAMPLE = "config/round.example.yaml";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void proposesTheRoundOfTheExample() {
        assertThat(run("pair", EXAMPLE)).isZero();
        assertThat(out).hasToString("""
                Ruth Amsel · Jonas Vey
                Teo Lind · Mira Okoye · Sam Ketter
                Ines Duarte · Lale Tan
                """);
        assertThat(err).hasToString("""

                For you alone:
                  Two who have met before: 0, and no round has fewer.
                  Not as asked of school or grade: 4, and no round has fewer.
                """);
    }

    @Test
    void aSeedBringsTheSameAgainAndAnotherSomethingElse() {
        assertThat(run("pair", "--seed", "3", EXAMPLE)).isZero();
        String first = out.toString();
        out.getBuffer().setLength(0);
        assertThat(run("pair", "--seed", "3", EXAMPLE)).isZero();
        assertThat(out).hasToString(first);
        out.getBuffer().setLength(0);
        assertThat(run("pair", "--seed", "4", EXAMPLE)).isZero();
        assertThat(out.toString()).isNotEqualTo(first);
    }

    @Test
    void whatIsPassedOnIsNamesAlone() throws IOException {
        Path file = file("""
                people: [{name: Ada}, {name: Bo}, {name: Cy}, {name: Di}]
                not-together: [[Ada, Bo], [Ada, Cy]]
                """);
        assertThat(run("pair", file.toString())).isZero();
        assertThat(out).hasToString("Ada · Di\nBo · Cy\n");
        assertThat(err.toString()).doesNotContain("together").doesNotContain("Ada");
        out.getBuffer().setLength(0);
        assertThat(run("pair", "--json", file.toString())).isZero();
        JsonNode told = new ObjectMapper().readTree(out.toString());
        assertThat(told.fieldNames())
                .toIterable()
                .containsExactly("seed", "possible", "groups", "repeats", "ungranted");
        assertThat(told.at("/groups/0").toString()).isEqualTo("{\"names\":[\"Ada\",\"Di\"]}");
    }

    @Test
    void coachesAndTheirPartners() throws IOException {
        Path file = file("""
                people:
                  - {name: Ada, partners: 1}
                  - {name: Bo, partners: 5}
                  - {name: Cy, partners: 1}
                  - {name: Di}
                  - {name: Eli}
                not-together: [[Ada, Di], [Ada, Eli], [Cy, Eli]]
                """);
        assertThat(run("pair", file.toString())).isZero();
        assertThat(out).hasToString("Bo: Eli\nCy: Di\n");
        assertThat(err.toString()).contains("Without a partner this time: Ada");
        out.getBuffer().setLength(0);
        assertThat(run("pair", "--json", file.toString())).isZero();
        assertThat(out.toString()).contains("{\"coach\":\"Bo\",\"partners\":[\"Eli\"]}");
    }

    @Test
    void theGapIsTold() throws IOException {
        Path file = file("""
                people: [{name: Ada}, {name: Bo}]
                earlier: [{title: May, groups: [[Ada, Bo]]}, {groups: [[Bo, Ada, Zacharias]]}]
                """);
        assertThat(run("pair", "--json", file.toString())).isZero();
        JsonNode told = new ObjectMapper().readTree(out.toString());
        assertThat(told.path("repeats").toString()).isEqualTo("{\"found\":2,\"least\":2,\"gap\":0}");
    }

    @Test
    void anImpossibleRoundIsToldToTheLeadAlone() throws IOException {
        Path file = file("""
                people: [{name: Ada}, {name: Bo}, {name: Cy}, {name: Di}]
                not-together: [[Ada, Bo, Cy], [Cy, Di]]
                """);
        assertThat(run("pair", file.toString())).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err).hasToString("""
                No round leaves nobody out and keeps all of these:
                  not together: Ada, Cy
                  not together: Bo, Cy
                  not together: Cy, Di
                Take any one of them back. Where others are in the way as well, they are told then.
                """);
        err.getBuffer().setLength(0);
        assertThat(run("pair", "--json", file.toString())).isEqualTo(1);
        assertThat(new ObjectMapper().readTree(out.toString()).path("inTheWay")).hasSize(3);
    }

    @Test
    void roomThatIsTooSmallIsTold() throws IOException {
        Path file = file("people: [{name: Ada, partners: 1}, {name: Bo}, {name: Cy}]\n");
        assertThat(run("pair", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("  partners at most: Ada, 1\n");
        assertThat(run("pair", "--json", file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("\"inTheWay\":[{\"coach\":\"Ada\",\"partners\":1}]");
    }

    @Test
    void aWrongFileIsTold() throws IOException {
        Path file = file("peeple: [{name: Ada}, {name: Bo}]\n");
        assertThat(run("pair", file.toString())).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("There is no key \"peeple\" in this file. The nearest is \"people\".");
    }

    @Test
    void aNameThatIsNearlySomebodysIsAWarning() throws IOException {
        Path file = file("people: [{name: Theodora}, {name: Bo}]\nearlier: [{groups: [[Teodora, Zacharias]]}]\n");
        assertThat(run("pair", file.toString())).isZero();
        assertThat(err.toString())
                .startsWith(file + ":2:22: Nobody in this round is called \"Teodora\". If \"Theodora\" is meant,")
                .doesNotContain("Zacharias");
    }

    @Test
    void aCommandThatIsNotUnderstood() {
        assertThat(run("pair")).isEqualTo(2);
        assertThat(run("pair", EXAMPLE, "--seed", "many")).isEqualTo(2);
        assertThat(run("pair", "--help")).isZero();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("round.yaml"), text);
    }

    private int run(String... arguments) {
        return CommandLines.of(Phrases.all(), NOW)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
