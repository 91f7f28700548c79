package dev.parley.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Story;
import dev.parley.store.Settings;
import dev.parley.store.Store;
import dev.parley.store.Stores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keepers of stories may do with the ledger. */
class OpenLedgerTest {

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(EngineTest.START);
    private Store store;
    private Scribe scribe;
    private Ledger ledger;

    @BeforeEach
    void open() {
        store = Stores.open(Settings.inFolder(folder));
        scribe = new Scribe(store, "here", clock, new Stories(1_000, Circle.kinds()), (_, _) -> {});
        ledger = new OpenLedger(scribe, store, "here", Circle.kinds(), new People(store, "here"), clock);
    }

    @AfterEach
    void close() {
        scribe.kill();
        store.close();
    }

    private static ConversationId circle(int number) {
        return new ConversationId("here", Circle.KIND + ":" + number);
    }

    @Test
    void severalStoriesAreSeenAtOnce() {
        ledger.ask(circle(1), new Circle.Wish.Call()).join();

        List<Boolean> exist = ledger.look(stories -> IntStream.of(1, 2)
                .mapToObj(number -> stories.apply(circle(number)).exists())
                .toList());

        assertThat(exist).containsExactly(true, false);
    }

    @Test
    void manyStoriesAreSurveyedInOrderAndNoneIsKept() {
        IntStream.range(0, 250)
                .filter(number -> number != 7)
                .forEach(number ->
                        ledger.ask(circle(number), new Circle.Wish.Call()).join());
        List<ConversationId> asked =
                IntStream.range(0, 250).mapToObj(OpenLedgerTest::circle).toList();

        Map<ConversationId, Story> seen =
                ledger.survey(asked, story -> story.exists() ? Optional.of(story) : Optional.empty());

        List<ConversationId> there = new ArrayList<>(asked);
        there.remove(7);
        assertThat(seen.keySet()).containsExactlyElementsOf(there);
        assertThat(seen.get(circle(0))).isNotSameAs(ledger.look(circle(0), story -> story));
    }
}
