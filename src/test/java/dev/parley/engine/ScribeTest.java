package dev.parley.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.Command;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Event;
import dev.parley.conversation.Fact;
import dev.parley.conversation.Happened;
import dev.parley.platform.Refused;
import dev.parley.store.Reading;
import dev.parley.store.Settings;
import dev.parley.store.Store;
import dev.parley.store.Stored;
import dev.parley.store.Stores;
import dev.parley.store.Writing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
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
                Scribe scribe = new Scribe(store, "here", clock, new Stories(10, StoryKinds.NONE), (_, _) -> {})) {
            CountDownLatch together = new CountDownLatch(1);
            scribe.look(_ -> {
                try {
                    together.await();
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
                return true;
            });
            Step plan = new Step(House.CHAT, new Command.Schedule(EngineTest.plan()));
            CompletableFuture<List<Fact>> good = scribe.decide(plan);
            CompletableFuture<List<Fact>> bad = scribe.decide(
                    _ -> {
                        throw new IllegalStateException("a fault");
                    },
                    _ -> {});
            CompletableFuture<List<Fact>> refused = scribe.decide(
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

    /** A store whose writers wait at a gate. */
    private record Gated(Store store, Semaphore gate) implements Store {
        @Override
        public <T> T write(Function<Writing, T> work) {
            gate.acquireUninterruptibly();
            gate.release();
            return store.write(work);
        }

        @Override
        public <T> T read(Function<Reading, T> work) {
            return store.read(work);
        }

        @Override
        public void close() {}
    }

    @Test
    void whatWasBuiltOnALostBatchIsDecidedAgain() throws Exception {
        HandClock clock = new HandClock(EngineTest.START.minusSeconds(3600));
        Semaphore gate = new Semaphore(1);
        try (Store store = Stores.open(Settings.inFolder(folder));
                Scribe scribe = new Scribe(
                        new Gated(store, gate), "here", clock, new Stories(10, StoryKinds.NONE), (_, _) -> {})) {
            scribe.decide(new Step(House.CHAT, new Command.Schedule(EngineTest.plan())))
                    .get();
            gate.acquire();
            Lapsing one = new Lapsing("one");
            CompletableFuture<List<Fact>> first = scribe.decide(one);
            one.seen.await();
            Lapsing two = new Lapsing("two");
            CompletableFuture<List<Fact>> second = scribe.decide(two);
            two.seen.await();
            Happened other = new Happened(clock.instant(), new Event.Lapsed("another's"));
            assertThat(store.<Boolean>write(writing -> writing.append(House.CHAT, 1, List.of(other), true)))
                    .isTrue();
            assertThat(first).isNotDone();
            gate.release();

            assertThat(first.get()).containsExactly(new Event.Lapsed("one"));
            assertThat(second.get()).containsExactly(new Event.Lapsed("two"));
            assertThat(store.<List<Stored>>read(reading -> reading.events(House.CHAT, 1)))
                    .extracting(stored -> stored.happened().event())
                    .containsExactly(new Event.Lapsed("another's"), new Event.Lapsed("one"), new Event.Lapsed("two"));
            assertThat(scribe.look(sight -> sight.chat(House.CHAT).version()).get())
                    .isEqualTo(4);
        }
    }

    /** Somebody else is faster with the second story: then the first is decided again as well, and nothing is there twice. */
    @Test
    void whatFollowsIsKeptWithWhatItFollowsFromOrNeitherIs() throws Exception {
        HandClock clock = new HandClock(EngineTest.START.minusSeconds(3600));
        ConversationId first = new ConversationId("here", Circle.KIND + ":first");
        ConversationId second = new ConversationId("here", Circle.KIND + ":second");
        CountDownLatch followed = new CountDownLatch(1);
        Following following = (story, fact, _) -> {
            if (!story.id().equals(first) || !fact.equals(new Event.Lapsed("one"))) {
                return List.of();
            }
            followed.countDown();
            return List.of(new Step(second, new Circle.Wish.Tell(new Event.Lapsed("after one"))));
        };
        StoryKinds kinds = new StoryKinds(Circle.kinds().byName(), following);
        Semaphore gate = new Semaphore(1);
        try (Store store = Stores.open(Settings.inFolder(folder));
                Scribe scribe =
                        new Scribe(new Gated(store, gate), "here", clock, new Stories(10, kinds), (_, _) -> {})) {
            scribe.decide(new Step(first, new Circle.Wish.Call())).get();
            scribe.decide(new Step(second, new Circle.Wish.Call())).get();
            gate.acquire();
            CompletableFuture<List<Fact>> done =
                    scribe.decide(new Step(first, new Circle.Wish.Tell(new Event.Lapsed("one"))));
            followed.await();
            Happened other = new Happened(clock.instant(), new Event.Lapsed("another's"));
            assertThat(store.<Boolean>write(writing -> writing.append(second, 1, List.of(other), true)))
                    .isTrue();
            gate.release();

            assertThat(done.get()).containsExactly(new Event.Lapsed("one"));
            assertThat(facts(store, first)).containsExactly(new Event.Lapsed("one"));
            assertThat(facts(store, second))
                    .containsExactly(new Event.Lapsed("another's"), new Event.Lapsed("after one"));
        }
    }

    private static List<Fact> facts(Store store, ConversationId story) {
        return store.<List<Stored>>read(reading -> reading.events(story, 1)).stream()
                .map(stored -> stored.happened().event())
                .toList();
    }

    /** Tells when it is decided. */
    private static final class Lapsing implements Function<Sight, Optional<Step>> {
        private final CountDownLatch seen = new CountDownLatch(1);
        private final String key;

        Lapsing(String key) {
            this.key = key;
        }

        @Override
        public Optional<Step> apply(Sight sight) {
            seen.countDown();
            return Optional.of(new Step(House.CHAT, new Command.Lapse(key)));
        }
    }
}
