package dev.parley.evening;

import dev.parley.Phrases;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Effect;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Plan;
import dev.parley.conversation.RoomId;
import dev.parley.engine.Engine;
import dev.parley.engine.OneChat;
import dev.parley.engine.ScheduledChat;
import dev.parley.platform.Account;
import dev.parley.platform.Card;
import dev.parley.platform.Platform;
import dev.parley.platform.Shown;
import dev.parley.recap.Recap;
import dev.parley.setup.Prompts;
import dev.parley.setup.Reading;
import dev.parley.store.Row;
import dev.parley.store.Settings;
import dev.parley.store.Store;
import dev.parley.store.Stores;
import dev.parley.voice.Voice;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A whole Parley that hosts one chat, and what it knows of it in one of its rooms. */
final class Hosted implements AutoCloseable {
    static final ConversationId CHAT = new ConversationId("here", "talk/tonight");

    private final Path folder;
    private final RoomId room;
    private Store store;
    private Engine engine;

    Hosted(Path folder, RoomId room) {
        this.folder = folder;
        this.room = room;
    }

    /** The words that are shipped. */
    static Voice voice() {
        if (Prompts.voice(Path.of("prompts"), Phrases.all()) instanceof Reading.Good<Voice>(Voice voice)) {
            return voice;
        }
        throw new AssertionError("the shipped prompts cannot be read");
    }

    void serve(Plan plan, Platform... platforms) {
        store = Stores.open(Settings.inFolder(folder));
        engine = new Engine(
                new dev.parley.engine.Settings(
                        CHAT.community(),
                        ZoneId.of("Europe/Lisbon"),
                        Locale.UK,
                        Optional.empty(),
                        Optional.empty(),
                        _ -> "",
                        Duration.ofSeconds(10),
                        100,
                        "evening"),
                store,
                List.of(platforms),
                new OneChat(new ScheduledChat(CHAT.name(), plan)),
                voice(),
                InstantSource.system());
        engine.start(true);
    }

    /** The number of the question that is open. */
    OptionalInt open() {
        return card().flatMap(Card::question).stream()
                .mapToInt(Card.Asked::number)
                .findFirst();
    }

    Optional<Card> card() {
        return engine.facilitator().where(room);
    }

    boolean isHost(Account account) {
        return engine.host(account).isPresent();
    }

    boolean keeps(Account account, String words) {
        return engine.facilitator().mine(account, room).stream()
                .anyMatch(mine -> mine.text().contains(words));
    }

    /** Whether somebody's message stands under a question for good, since a person has said so. */
    boolean hasFiled(Account account, MessageId message, int question) {
        return engine.facilitator().mine(account, room).stream()
                .filter(mine -> mine.message().equals(message))
                .anyMatch(mine -> mine.sure() && mine.questions().getFirst() == question);
    }

    /** What the room has seen, where its platform keeps no history. */
    List<Shown> shown() {
        return engine.facilitator().shown(room);
    }

    Recap recap() {
        return engine.recap(CHAT).orElseThrow();
    }

    /** The posts that the outbox says are done, by the messages that came of them, in order. */
    List<MessageId> done() {
        return posts().filter(row -> row.state() == Row.State.DONE)
                .flatMap(row -> row.ref().stream())
                .toList();
    }

    /** Posts that the outbox has not finished, or that were refused. */
    List<String> undone() {
        return posts().filter(row -> row.state() != Row.State.DONE && row.state() != Row.State.LAPSED)
                .map(row -> row.effect().key() + " " + row.state())
                .toList();
    }

    private Stream<Row> posts() {
        return store.<List<Row>>read(reading -> reading.rows(CHAT)).stream()
                .filter(row -> row.effect() instanceof Effect.Post)
                .sorted(Comparator.comparingLong(Row::place));
    }

    @Override
    public void close() {
        if (engine != null) {
            engine.close();
            store.close();
        }
    }
}
