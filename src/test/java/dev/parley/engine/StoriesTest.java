package dev.parley.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.coaching.OwnTime;
import dev.parley.coaching.notebook.Notebook;
import dev.parley.coaching.notebook.NotebookCommand;
import dev.parley.conversation.Ask;
import dev.parley.conversation.Command;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.Fact;
import dev.parley.conversation.Filing;
import dev.parley.conversation.Kind;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Place;
import dev.parley.conversation.Story;
import dev.parley.platform.Note;
import dev.parley.store.Row;
import dev.parley.store.Settings;
import dev.parley.store.Spoken;
import dev.parley.store.Store;
import dev.parley.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scribe keeps stories of every kind. */
class StoriesTest {

    private static final ConversationId CIRCLE = new ConversationId("here", "circle:one");
    private static final MessageId MESSAGE = new MessageId(House.ROOM, "1");

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(EngineTest.START.minusSeconds(3600));
    private Store store;
    private Scribe scribe;
    private PersonId ada;

    @BeforeEach
    void open() {
        store = Stores.open(Settings.inFolder(folder));
        scribe = new Scribe(store, "here", clock, new Stories(10, kinds()), (_, _) -> {});
        ada = store.write(writing -> writing.introduce("here", "web", "cookie", "Ada"))
                .id();
    }

    /** With notebooks, which need nothing of the engine. */
    private static StoryKinds kinds() {
        StoryKind circles = Circle.kinds().byName().get(Circle.KIND);
        return new StoryKinds(Map.of(Circle.KIND, circles, Notebook.KIND, new StoryKind() {
            @Override
            public Story blank(ConversationId id) {
                return new Notebook(id);
            }

            @Override
            public Ask wake(ConversationId id) {
                throw new AssertionError("Nothing is due in " + id);
            }

            @Override
            public void woken(ConversationId id, List<Fact> facts) {
                throw new AssertionError("Nothing came due in " + id);
            }

            @Override
            public Optional<Note> write(ConversationId id, Effect.Letter letter) {
                throw new AssertionError("No letter comes of " + id);
            }
        }));
    }

    @AfterEach
    void close() {
        scribe.close();
        store.close();
    }

    private List<Fact> ask(Circle.Wish wish) {
        return scribe.decide(new Step(CIRCLE, wish)).join();
    }

    private void say(MessageId message, String text) {
        Instant now = clock.instant();
        Circle.Wish say =
                new Circle.Wish.Say(new Event.Heard(message, ada, Place.ROOM, now, now, Filing.as(Kind.SIDE, true)));
        scribe.decide(new Step(CIRCLE, say, Map.of(message, new Spoken(ada, text))))
                .join();
    }

    private List<String> said() {
        return scribe.look(sight -> ((Circle) sight.story(CIRCLE)).said()).join();
    }

    private List<ConversationId> memberships() {
        return store.read(reading -> reading.memberships("here", ada));
    }

    @Test
    void aStoryIsFoldedAgainAsItWas() {
        ask(new Circle.Wish.Join(ada));
        say(MESSAGE, "a few words");
        say(new MessageId(House.ROOM, "2"), "and more");
        ask(new Circle.Wish.Unsay(MESSAGE));
        scribe.forgetFolded().join();

        assertThat(said()).containsExactly("and more");
        assertThat(store.<Map<MessageId, ?>>read(reading -> reading.words(CIRCLE)))
                .hasSize(1);
        assertThat(store.<List<ConversationId>>read(reading -> reading.streams("here", Circle.KIND)))
                .containsExactly(CIRCLE);
    }

    /** Whoever looks keeps nobody from writing: what is looked at may wait for what is written with it. */
    @Test
    void whoeverIsAnsweredMayLookWhileOthersAsk() {
        Ledger ledger = new OpenLedger(scribe, store, "here", Circle.kinds(), new People(store, "here"), clock);
        ask(new Circle.Wish.Call());
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (int number = 0; number < 500; number++) {
            MessageId message = new MessageId(House.ROOM, "word " + number);
            Instant now = clock.instant();
            Circle.Wish say = new Circle.Wish.Say(
                    new Event.Heard(message, ada, Place.ROOM, now, now, Filing.as(Kind.SIDE, true)));
            all.add(ledger.ask(CIRCLE, say, Map.of(message, new Spoken(ada, "word")))
                    .thenApply(_ -> ledger.look(CIRCLE, Story::version)));
        }

        assertThat(CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)))
                .succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void whoseStoryItIsFollowsWhatHappens() {
        ask(new Circle.Wish.Call());
        assertThat(memberships()).isEmpty();

        ask(new Circle.Wish.Join(ada));
        assertThat(memberships()).containsExactly(CIRCLE);

        ask(new Circle.Wish.Leave(ada));
        assertThat(memberships()).isEmpty();
    }

    @Test
    void aStoryThatTellsByItsNameWhoseItIsIsTheirsFromItsBeginning() {
        ConversationId notebook = new ConversationId("here", Notebook.KIND + ":" + ada.value());
        OwnTime clock = new OwnTime(ZoneId.of("Asia/Tokyo"), LocalTime.of(20, 0), LocalTime.of(7, 0));
        scribe.decide(new Step(notebook, new NotebookCommand.Settle(clock))).join();

        assertThat(memberships()).containsExactly(notebook);
    }

    @Test
    void aWakeThatDecidesNothingSetsTheNextOne() {
        ask(new Circle.Wish.Call());
        Instant ends = clock.instant().plusSeconds(3600);
        store.write(writing ->
                writing.claim("here", "test", ends, Duration.ofSeconds(9), new LinkedHashMap<>(Map.of(Row.WAKES, 1))));

        assertThat(ask(new Circle.Wish.Wake())).isEmpty();
        assertThat(wake().map(Row::state)).contains(Row.State.WAITING);
        assertThat(wake().map(Row::due)).contains(ends);

        clock.set(ends);
        assertThat(ask(new Circle.Wish.Wake())).containsExactly(new Event.Ended());
        assertThat(wake()).isEmpty();
    }

    private Optional<Row> wake() {
        return store.read(reading -> reading.row("here", "circle:one/wake"));
    }

    @Test
    void chatsAndOtherStoriesKeepOutOfEachOthersWay() {
        scribe.decide(new Step(House.CHAT, new Command.Schedule(EngineTest.plan())))
                .join();
        ask(new Circle.Wish.Call());

        assertThat(scribe.look(sight -> sight.open().size()).join()).isEqualTo(1);
        assertThat(scribe.look(sight -> sight.chat(CIRCLE).exists()).join())
                .as("a chat whose name is a circle's")
                .isFalse();
        assertThatThrownBy(() -> scribe.look(sight -> sight.story(new ConversationId("here", "square:one"))
                                .exists())
                        .join())
                .hasMessageContaining("square");
    }
}
