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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTest {

    private static final InstantSource NOW = InstantSource.fixed(Instant.parse("2027-02-28T12:00:00Z"));

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void whatIsShippedIsWell() {
        assertThat(run()).isZero();
        assertThat(out).hasToString("""
                A sample chat (sample) in commons, begins when the first person arrives

                Coaching
                  5 cycles: challenge-cycle, group-visit, growth-continuum, impact-cycle, peer-coaching
                  2 frameworks: continuum, standards

                All is well.
                """);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void theNextDatesAcrossAChangeOfTheClocks() throws IOException {
        Path file = file("""
                series:
                  - id: principles
                    title: The partnership hour
                    weekly:
                      day: Monday
                      time: 20:00
                      zone: America/Chicago
                      from: 2027-03-01
                      skip: [2027-03-22]
                      move:
                        2027-03-29: 2027-03-30 19:00
                    scripts: [first-evening, partnership]
                    pinned:
                      2027-03-08: night-shift
                    warn-weeks: 4
                """);
        assertThat(run("--config", file.toString())).isZero();
        assertThat(out).hasToString("""
                The partnership hour (principles) in commons, America/Chicago
                  Mon 2027-03-01 20:00 -06:00  first-evening
                  Mon 2027-03-08 20:00 -06:00  night-shift
                  Mon 2027-03-15 20:00 -05:00  partnership  (the clocks have gone forward by 60 minutes since the one before)
                  Tue 2027-03-30 19:00 -05:00  no script  (moved from 2027-03-29)
                  Mon 2027-04-05 20:00 -05:00  no script
                  Mon 2027-04-12 20:00 -05:00  no script
                  Mon 2027-04-19 20:00 -05:00  no script
                  Mon 2027-04-26 20:00 -05:00  no script
                  The queue of scripts runs dry after the next 3 chats: add some to scripts.

                Coaching
                  5 cycles: challenge-cycle, group-visit, growth-continuum, impact-cycle, peer-coaching
                  2 frameworks: continuum, standards

                All is well.
                """);
    }

    @Test
    void timesThatDoNotExistOrComeTwice() throws IOException {
        Path file = file("""
                series:
                  - id: owls
                    title: Owls
                    weekly: {day: Sunday, time: 02:30, zone: America/Chicago, from: 2027-03-14}
                    scripts: [partnership]
                    length: 30m
                    warn-weeks: 0
                  - id: late-owls
                    title: Late owls
                    weekly:
                      day: Sunday
                      time: 01:30
                      zone: America/Chicago
                      from: 2027-11-07
                    scripts: [partnership]
                    length: 30m
                    warn-weeks: 0
                """);
        assertThat(run("--config", file.toString())).isZero();
        assertThat(out.toString())
                .contains(
                        "Sun 2027-03-14 03:00 -05:00  partnership  (the clocks have gone forward by 60 minutes since the "
                                + "one before; 02:30 does not exist on that day; it begins when the clocks have changed)")
                .contains(
                        "Sun 2027-11-07 01:30 -05:00  partnership  (the clocks have gone forward by 60 minutes since the "
                                + "one before; 01:30 comes twice on that day; the first is meant)");
    }

    @Test
    void allProblemsAreToldAndNothingElse() throws IOException {
        Path file = file("site:\n  prot: 1\nlog:\n  format: jsn\n");
        assertThat(run("--config", file.toString())).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err).hasToString("""
                FILE:2:3: There is no key "prot" in "site". The nearest is "port".
                FILE:4:11: "format" cannot be "jsn". The nearest is "json".
                2 problems.
                """.replace("FILE", file.toString()));
    }

    @Test
    void asJson() throws IOException {
        Path file = file("""
                series:
                  - id: a
                    title: A
                    weekly: {day: Monday, time: 20:00, zone: Europe/Berlin, from: 2027-03-22}
                    scripts: [partnership]
                """);
        assertThat(run("--json", "--config", file.toString())).isZero();
        JsonNode told = new ObjectMapper().readTree(out.toString());
        assertThat(told.path("ok").asBoolean()).isTrue();
        assertThat(told.at("/series/0/coming")).hasSize(8);
        assertThat(told.at("/series/0/withScript").asInt()).isEqualTo(1);
        assertThat(told.at("/series/0/coming/0/script").asText()).isEqualTo("partnership");
        assertThat(told.at("/series/0/coming/1/start").asText()).isEqualTo("2027-03-29T20:00:00+02:00");
        assertThat(told.at("/series/0/coming/1/notes")).hasSize(1);
    }

    @Test
    void problemsAsJson() throws IOException {
        Path file = file("colour: blue\n");
        assertThat(run("--json", "--config", file.toString())).isEqualTo(1);
        JsonNode told = new ObjectMapper().readTree(out.toString());
        assertThat(told.path("ok").asBoolean()).isFalse();
        assertThat(told.at("/problems/0/file").asText()).isEqualTo(file.toString());
        assertThat(told.at("/problems/0/line").asInt()).isEqualTo(1);
        assertThat(told.at("/problems/0/what").asText()).isEqualTo("There is no key \"colour\" in this file");
    }

    @Test
    void theUsualFileIsBesideTheLauncher() throws IOException {
        Files.createDirectory(folder.resolve("config"));
        Path file = Files.writeString(
                folder.resolve("config/parley.yaml"),
                "colour: blue\nprompts: " + Path.of("prompts").toAbsolutePath() + "\n");
        System.setProperty("parley.home", folder.toString());
        try {
            assertThat(run()).isEqualTo(1);
        } finally {
            System.clearProperty("parley.home");
        }
        assertThat(err.toString()).startsWith(file + ":1:1: ").contains("One problem.");
    }

    @Test
    void aCommandThatIsNotUnderstood() {
        assertThat(run("--jsn")).isEqualTo(2);
        assertThat(err.toString()).contains("--jsn").doesNotContain("\tat ");
        assertThat(run("--config")).isEqualTo(2);
    }

    @Test
    void nothingIsMadeByLooking() throws IOException {
        Path file = file("database:\n  url: jdbc:h2:file:" + folder.resolve("there") + "\n");
        assertThat(run("--config", file.toString())).isZero();
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("parley.yaml"), text);
    }

    private int run(String... arguments) {
        return new CommandLine(new CheckCommand(Phrases.all(), NOW))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
