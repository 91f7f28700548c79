package dev.parley.evening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.HandClock;
import dev.parley.platform.slack.SlackSettings.Mode;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole cycle of two people, as they live it on Discord, on Slack, and each on another. The transcript is a file that a person can read. */
class WholeCycleTest {
    private static final Instant BEGIN = Instant.parse("2027-03-01T18:00:00Z");
    private static final String GOLDEN = "a-whole-cycle.txt";

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(BEGIN);

    @Test
    void onDiscord() {
        try (Lounge lounge = new Lounge(folder.resolve("lounge"), clock);
                Town town = new Town(folder.resolve("town"), clock, lounge.platform())) {
            lounge.hears();
            DiscordSeat ana = new DiscordSeat(lounge, lounge.ana);
            DiscordSeat bo = new DiscordSeat(lounge, lounge.bo);

            new Cycle(town, ana, bo)
                    .lived(() -> ana.proposes(bo, "impact"), parts -> ana.presses(parts, "Coach"))
                    .isAsIn(GOLDEN);

            assertThat(ana.inPublic()).isEmpty();
            assertThat(lounge.discord.violations()).isEmpty();
        }
    }

    /** Somebody of another platform cannot be named in a command: they are proposed as a pairing would do it. */
    @Test
    void oneOnDiscordAndOneOnSlack() {
        try (Lounge lounge = new Lounge(folder.resolve("lounge"), clock);
                Staffroom staffroom = new Staffroom(folder.resolve("staffroom"), Mode.SOCKET, clock);
                Town town = new Town(folder.resolve("town"), clock, lounge.platform(), staffroom.platform())) {
            lounge.hears();
            staffroom.hears();
            DiscordSeat ana = new DiscordSeat(lounge, lounge.ana);
            SlackSeat bo = new SlackSeat(staffroom, staffroom.bo);

            Cycle cycle = new Cycle(town, ana, bo);
            cycle.lived(() -> town.proposes(ana, bo, "impact"), parts -> town.presses(ana, parts, "Coach"))
                    .isAsIn(GOLDEN);

            assertThat(ana.inPublic()).isEmpty();
            assertThat(bo.inPublic()).isEmpty();
            assertThat(lounge.discord.violations()).isEmpty();
            assertThat(staffroom.slack.violations()).isEmpty();
        }
    }

    @Test
    void onSlack() {
        try (Staffroom staffroom = new Staffroom(folder.resolve("staffroom"), Mode.SOCKET, clock);
                Town town = new Town(folder.resolve("town"), clock, staffroom.platform())) {
            staffroom.hears();
            SlackSeat ana = new SlackSeat(staffroom, staffroom.ana);
            SlackSeat bo = new SlackSeat(staffroom, staffroom.bo);

            new Cycle(town, ana, bo)
                    .lived(() -> ana.proposes(bo, "impact"), parts -> ana.presses(parts, "Coach"))
                    .isAsIn(GOLDEN);

            assertThat(ana.inPublic()).isEmpty();
            assertThat(staffroom.slack.violations()).isEmpty();
        }
    }
}
