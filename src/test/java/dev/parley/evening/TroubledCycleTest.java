package dev.parley.evening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.HandClock;
import dev.parley.platform.discord.local.Faults;
import dev.parley.platform.local.Troubles;
import dev.parley.platform.slack.SlackSettings.Mode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole cycle of two people again, while the platform is troubled, or while Parley is killed again and again: they are told the very
 * same, each thing once. One seed alone, as a failure prints it, is tried with {@code -Dseed=…}.
 */
class TroubledCycleTest {
    private static final Instant BEGIN = Instant.parse("2027-03-01T18:00:00Z");
    private static final String GOLDEN = "a-whole-cycle.txt";
    private static final long SEED = Long.getLong("seed", 11);
    private static final double OFTEN = 0.08;

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(BEGIN);

    @BeforeEach
    void patiently() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    @AfterEach
    void asUsual() {
        Awaitility.reset();
    }

    @Test
    void whateverHappensOnDiscordTheyAreToldTheSame() {
        try (Lounge lounge = new Lounge(folder.resolve("lounge"), clock);
                Town town = new Town(folder.resolve("town"), clock, lounge.platform())) {
            lounge.hears();
            DiscordSeat ana = new DiscordSeat(lounge, lounge.ana);
            DiscordSeat bo = new DiscordSeat(lounge, lounge.bo);
            Faults faults = troubles(Faults.from(SEED)).doubling(0.1).invalidating(0.01);
            Runnable troubled = () -> lounge.discord.faults(faults);
            Runnable quiet = lounge.discord::faultless;

            town.ill();
            troubled(
                    town,
                    insisting(ana, quiet, troubled),
                    insisting(bo, quiet, troubled),
                    () -> ana.proposes(bo, "impact"),
                    parts -> {
                        Told told = ana.presses(parts, "Coach");
                        troubled.run();
                        return told;
                    });

            assertThat(ana.inPublic()).isEmpty();
            assertThat(lounge.discord.violations())
                    .filteredOn(violation -> !violation.startsWith("not acknowledged within 3 seconds"))
                    .isEmpty();
        }
    }

    @Test
    void whateverHappensOnSlackTheyAreToldTheSame() {
        try (Staffroom staffroom = new Staffroom(folder.resolve("staffroom"), Mode.SOCKET, clock);
                Town town = new Town(folder.resolve("town"), clock, staffroom.platform())) {
            staffroom.hears();
            SlackSeat ana = new SlackSeat(staffroom, staffroom.ana);
            SlackSeat bo = new SlackSeat(staffroom, staffroom.bo);
            var faults = troubles(dev.parley.platform.slack.local.Faults.from(SEED))
                    .refreshing(0.02)
                    .repeating(0.1)
                    .onlyAsRetry(0.1)
                    .reordering(0.2);
            Runnable troubled = () -> staffroom.slack.faults(faults);
            Runnable quiet = staffroom.slack::faultless;

            town.ill();
            troubled(
                    town,
                    insisting(ana, quiet, troubled),
                    insisting(bo, quiet, troubled),
                    () -> ana.proposes(bo, "impact"),
                    parts -> {
                        Told told = ana.presses(parts, "Coach");
                        troubled.run();
                        return told;
                    });

            assertThat(ana.inPublic()).isEmpty();
            assertThat(staffroom.slack.violations()).isEmpty();
        }
    }

    private static Seat insisting(Seat seat, Runnable quiet, Runnable troubled) {
        return new Insisting(seat, quiet, troubled);
    }

    private static <T extends Troubles<T>> T troubles(T from) {
        return from.limiting(0.01)
                .failing(0.02)
                .badGateways(0.02)
                .losingAnswers(0.03)
                .slow(0.03, Duration.ofSeconds(1))
                .dropping(0.02);
    }

    private static void troubled(Town town, Seat ana, Seat bo, Supplier<Told> proposal, UnaryOperator<Told> coach) {
        seeded(() -> new Cycle(town, ana, bo).lived(proposal, coach).tellsTheSameAsIn(GOLDEN));
    }

    @Test
    void whenItIsKilledOnDiscordTheyAreToldTheSame() {
        Deaths deaths = new Deaths(SEED, OFTEN);
        try (Lounge lounge = new Lounge(folder.resolve("lounge"), clock);
                Town town = new Town(folder.resolve("town"), clock, () -> List.of(deaths.around(lounge.platform())))) {
            lounge.hears();
            town.heard(lounge::hears);
            DiscordSeat ana = new DiscordSeat(lounge, lounge.ana);
            DiscordSeat bo = new DiscordSeat(lounge, lounge.bo);

            killed(
                    deaths,
                    town,
                    new Unheard(ana, deaths, town),
                    new Unheard(bo, deaths, town),
                    () -> ana.proposes(bo, "impact"));

            assertThat(ana.inPublic()).isEmpty();
            assertThat(lounge.discord.violations()).isEmpty();
        }
    }

    @Test
    void whenItIsKilledOnSlackTheyAreToldTheSame() {
        Deaths deaths = new Deaths(SEED, OFTEN);
        try (Staffroom staffroom = new Staffroom(folder.resolve("staffroom"), Mode.SOCKET, clock);
                Town town =
                        new Town(folder.resolve("town"), clock, () -> List.of(deaths.around(staffroom.platform())))) {
            staffroom.hears();
            town.heard(staffroom::hears);
            SlackSeat ana = new SlackSeat(staffroom, staffroom.ana);
            SlackSeat bo = new SlackSeat(staffroom, staffroom.bo);

            killed(
                    deaths,
                    town,
                    new Unheard(ana, deaths, town),
                    new Unheard(bo, deaths, town),
                    () -> ana.proposes(bo, "impact"));

            assertThat(ana.inPublic()).isEmpty();
            assertThat(staffroom.slack.violations()).isEmpty();
        }
    }

    private static void killed(Deaths deaths, Town town, Seat ana, Seat bo, Supplier<Told> proposal) {
        deaths.of(town::dies);
        Runnable between = () -> {
            if (deaths.perhaps()) {
                town.reopen();
            }
        };
        seeded(() -> new Cycle(town, ana, bo, between)
                .lived(proposal, parts -> ana.presses(parts, "Coach"))
                .isAsIn(GOLDEN));
        System.out.println("Killed " + deaths.number() + " times from seed " + SEED);
        assertThat(deaths.number()).isGreaterThan(2);
    }

    private static void seeded(Runnable life) {
        try {
            life.run();
        } catch (AssertionError | RuntimeException failed) {
            throw new AssertionError("seed " + SEED + ": " + failed.getMessage(), failed);
        }
    }
}
