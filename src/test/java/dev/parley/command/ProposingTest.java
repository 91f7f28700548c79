package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lead proposes a round and a visit from the command line, to the real process. */
class ProposingTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void aRoundAndAVisitAreProposedToTheParleyThatRuns() throws Exception {
        ParleyProcess parley = new ParleyProcess(folder, "10m");
        for (String cycle : List.of("peer-coaching.md", "group-visit.md")) {
            Files.copy(Path.of("prompts", cycle), folder.resolve("prompts").resolve(cycle));
        }
        Path round = Files.writeString(folder.resolve("round.yaml"), """
                people:
                  - {name: Ada, partners: 2, account: "discord:123456789012345671"}
                  - {name: Bo, account: "slack:T0123456789/U0123456789"}
                  - {name: Cy}
                """);
        Path visit = Files.writeString(folder.resolve("visit.yaml"), """
                title: Fractions in room 12
                when: tomorrow 09:00-09:45
                prompt: What did you see a student do?
                people:
                  - {name: Ada, account: "discord:123456789012345671"}
                  - {name: Bo, account: "slack:T0123456789/U0123456789"}
                """);

        ParleyProcess.Done alone = parley.run("pair", round.toString(), "--propose", "peer-coaching");
        assertThat(alone.code()).isEqualTo(1);
        assertThat(alone.printed()).contains("No Parley runs here, so nobody can be asked.");
        assertThat(parley.run("visit", visit.toString()).code()).isEqualTo(1);

        parley.start();
        ParleyProcess.Done first = parley.run("pair", round.toString(), "--propose", "peer-coaching");
        assertThat(first.code()).as("Cy was not asked").isEqualTo(1);
        assertThat(first.printed())
                .contains("Ada: Bo · Cy")
                .contains("Asked in private just now: 1; asked before, or together already: 0.")
                .contains("  Ada · Cy: without an account Cy")
                .contains("run this again");

        Files.writeString(
                round, Files.readString(round).replace("name: Cy", "name: Cy, account: \"slack:U0123456780\""));
        ParleyProcess.Done whole = parley.run("pair", round.toString(), "--propose", "peer-coaching", "--json");
        assertThat(whole.code()).as(whole.printed()).isEqualTo(0);
        JsonNode told = JSON.readTree(whole.printed()).path("partnerships");
        assertThat(told.toString())
                .isEqualTo("[{\"names\":[\"Ada\",\"Bo\"],\"state\":\"already\",\"without\":[]},"
                        + "{\"names\":[\"Ada\",\"Cy\"],\"state\":\"asked\",\"without\":[]}]");

        ParleyProcess.Done wrong = parley.run("pair", round.toString(), "--propose", "peer-coching");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.printed()).contains("Ada · Bo: There is no cycle \"peer-coching\" here.");

        ParleyProcess.Done asked = parley.run("visit", visit.toString());
        assertThat(asked.code()).as(asked.printed()).isZero();
        assertThat(asked.printed()).contains("Each of them is asked in private whether they come.");
        JsonNode again =
                JSON.readTree(parley.run("visit", visit.toString(), "--json").printed());
        assertThat(again.path("state").asText()).isEqualTo("already");
        assertThat(parley.stop()).isEqualTo(143);
    }
}
