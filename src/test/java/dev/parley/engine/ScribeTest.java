package dev.parley.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.Command;
import dev.parley.conversation.Event;
import dev.parley.platform.Refused;
import dev.parley.store.Settings;
import dev.parley.store.Store;
import dev.parley.store.Stores;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One thread decides for everybody, together. */
class ScribeTest {

    @TempDir
    Path folder;

    @Test
    void oneWhoFailsDoesNotTakeTheOthersAlong() throws Exception {
        HandClock clock = new HandClock(EngineTest.START.minusSeconds(3600));
        try (Store store = Stores.open(Settings.inFolder(folder));
                Scribe scribe = new Scribe(store, "here", clock, new Conversations(10), _ -> {})) {
            CountDownLatch together = new CountDownLatch(1);
            scribe.look(_ -> {
                try {
                    together.await();
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
                return true;
            });
            Scribe.Step plan = new Scribe.Step(House.CHAT, new Command.Schedule(EngineTest.plan()));
            CompletableFuture<List<Event>> good = scribe.decide(plan);
            CompletableFuture<List<Event>> bad = scribe.decide(
                    _ -> {
                        throw new IllegalStateException("a fault");
                    },
                    _ -> {});
            CompletableFuture<List<Event>> refused = scribe.decide(
                    _ -> {
                        throw new Refused("not you");
                    },
                    _ -> {});
            CompletableFuture<Integer> after = scribe.look(sight -> sight.open().size());
            together.countDown();

            assertThat(good.get()).hasSize(1);
            assertThatThrownBy(bad::get).hasRootCauseMessage("a fault");
            assertThatThrownBy(refused::get).cause().isInstanceOf(Refused.class).hasMessage("not you");
            assertThat(after.get()).isEqualTo(1);
            assertThat(scribe.decide(_ -> Optional.empty(), _ -> {}).get()).isEmpty();
        }
    }
}
