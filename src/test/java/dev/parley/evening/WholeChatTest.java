package dev.parley.evening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.discord.local.Faults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole fast chat of five people, as they live it on Discord. It takes what it takes: the clock is the real one. */
class WholeChatTest {
    private static final List<Long> SEEDS = List.of(7L, 19L);

    @TempDir
    Path folder;

    @Test
    void aChatEndsInTheRightRecap() {
        try (Lounge lounge = new Lounge(folder)) {
            lounge.discord.limited(true);
            new Evening(new DiscordStage(lounge, Faults.from(0)), false).held(Duration.ofSeconds(32));
            assertThat(lounge.discord.requests().limited()).isZero();
            assertThat(lounge.discord.violations()).isEmpty();
        }
    }

    /** Several at once, since they mostly wait. To replay a seed, put it in front of the others. */
    @Test
    void whateverHappensToRequestsConnectionsAndEventsItEndsInTheSameRecap() throws Exception {
        List<Callable<Void>> evenings = new ArrayList<>();
        SEEDS.forEach(seed -> evenings.add(() -> troubled(seed)));
        try (var threads = Executors.newCachedThreadPool()) {
            for (Future<Void> evening : threads.invokeAll(evenings)) {
                evening.get();
            }
        }
    }

    private Void troubled(long seed) {
        try (Lounge lounge = new Lounge(folder.resolve("seed-" + seed))) {
            Faults faults = Faults.from(seed)
                    .limiting(0.01)
                    .failing(0.02)
                    .badGateways(0.02)
                    .losingAnswers(0.03)
                    .slow(0.03, Duration.ofSeconds(1))
                    .dropping(0.02)
                    .doubling(0.1)
                    .invalidating(0.01);
            new Evening(new DiscordStage(lounge, faults), true).held(Duration.ofMinutes(5));
            // who is answered 500 cannot acknowledge in time
            assertThat(lounge.discord.violations())
                    .filteredOn(violation -> !violation.startsWith("not acknowledged within 3 seconds"))
                    .isEmpty();
        } catch (AssertionError | RuntimeException failed) {
            throw new AssertionError("seed " + seed + ": " + failed.getMessage(), failed);
        }
        return null;
    }
}
