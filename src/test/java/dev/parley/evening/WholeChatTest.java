package dev.parley.evening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.discord.local.Faults;
import dev.parley.platform.local.Troubles;
import dev.parley.platform.slack.SlackSettings.Mode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole fast chat of five people, as they live it on Discord and on Slack. It takes what it takes: the clock is the real one. */
class WholeChatTest {
    private static final List<Long> SEEDS = List.of(7L, 19L);
    private static final Duration BY_THE_CLOCK = Duration.ofSeconds(32);
    private static final Duration BY_THE_HOSTS = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    @Test
    void aChatEndsInTheRightRecapAndInTheSameEverywhere() throws Exception {
        List<String> told = together(List.of(this::onDiscord, () -> onSlack(Mode.SOCKET), () -> onSlack(Mode.HTTP)));
        assertThat(told.get(1)).isEqualTo(told.get(0));
        assertThat(told.get(2)).isEqualTo(told.get(0));
    }

    private String onDiscord() {
        try (Lounge lounge = new Lounge(folder.resolve("discord"))) {
            lounge.discord.limited(true);
            String told = new Evening(new DiscordStage(lounge, Faults.from(0)), false).held(BY_THE_CLOCK);
            assertThat(lounge.discord.requests().limited()).isZero();
            assertThat(lounge.discord.violations()).isEmpty();
            return told;
        }
    }

    private String onSlack(Mode mode) {
        try (Staffroom staffroom = new Staffroom(folder.resolve(mode.name()), mode)) {
            staffroom.slack.limited(true);
            String told = new Evening(new SlackStage(staffroom, dev.parley.platform.slack.local.Faults.from(0)), false)
                    .held(BY_THE_CLOCK);
            assertThat(staffroom.slack.requests().limited()).isZero();
            assertThat(staffroom.slack.violations()).isEmpty();
            return told;
        } catch (AssertionError | RuntimeException failed) {
            throw new AssertionError("on Slack by " + mode + ": " + failed.getMessage(), failed);
        }
    }

    /** To replay a seed, put it in front of the others. */
    @Test
    void whateverHappensOnDiscordItEndsInTheSameRecap() throws Exception {
        List<Callable<String>> evenings = new ArrayList<>();
        SEEDS.forEach(seed -> evenings.add(() -> troubledOnDiscord(seed)));
        assertThat(together(evenings)).hasSize(SEEDS.size());
    }

    private String troubledOnDiscord(long seed) {
        try (Lounge lounge = new Lounge(folder.resolve("seed-" + seed))) {
            Faults faults = troubles(Faults.from(seed)).doubling(0.1).invalidating(0.01);
            String told = new Evening(new DiscordStage(lounge, faults), true).held(BY_THE_HOSTS);
            // who is answered 500 cannot acknowledge in time
            assertThat(lounge.discord.violations())
                    .filteredOn(violation -> !violation.startsWith("not acknowledged within 3 seconds"))
                    .isEmpty();
            return told;
        } catch (AssertionError | RuntimeException failed) {
            throw new AssertionError("seed " + seed + ": " + failed.getMessage(), failed);
        }
    }

    /** Every seed by sockets and by HTTP; the chat itself is the same, and so must the recap be. */
    @Test
    void whateverHappensOnSlackItEndsInTheSameRecap() throws Exception {
        List<Callable<String>> evenings = new ArrayList<>();
        evenings.add(() -> troubledOnSlack(SEEDS.getFirst(), Mode.SOCKET));
        evenings.add(() -> troubledOnSlack(SEEDS.getLast(), Mode.HTTP));
        List<String> told = together(evenings);
        assertThat(told.getLast()).isEqualTo(told.getFirst());
    }

    private String troubledOnSlack(long seed, Mode mode) {
        try (Staffroom staffroom = new Staffroom(folder.resolve("seed-" + seed), mode)) {
            var faults = troubles(dev.parley.platform.slack.local.Faults.from(seed))
                    .refreshing(0.02)
                    .repeating(0.1)
                    .onlyAsRetry(0.1)
                    .reordering(0.2);
            String told = new Evening(new SlackStage(staffroom, faults), true).held(BY_THE_HOSTS);
            assertThat(staffroom.slack.violations()).isEmpty();
            return told;
        } catch (AssertionError | RuntimeException failed) {
            throw new AssertionError("seed " + seed + " by " + mode + ": " + failed.getMessage(), failed);
        }
    }

    private static <T extends Troubles<T>> T troubles(T from) {
        return from.limiting(0.01)
                .failing(0.02)
                .badGateways(0.02)
                .losingAnswers(0.03)
                .slow(0.03, Duration.ofSeconds(1))
                .dropping(0.02);
    }

    /** At once, since they mostly wait. */
    private static List<String> together(List<Callable<String>> evenings) throws Exception {
        List<String> told = new ArrayList<>();
        try (var threads = Executors.newCachedThreadPool()) {
            for (Future<String> evening : threads.invokeAll(evenings)) {
                told.add(evening.get());
            }
        }
        return told;
    }
}
