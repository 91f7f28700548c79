package dev.parley.engine;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Place;
import dev.parley.conversation.Plan;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Outgoing;
import dev.parley.platform.Platform;
import dev.parley.recap.format.RecapPhrase;
import dev.parley.setup.Prompts;
import dev.parley.setup.Reading;
import dev.parley.store.Store;
import dev.parley.store.Stores;
import dev.parley.voice.Phrase;
import dev.parley.voice.Voice;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A whole Parley over a real store and a fake platform, with a clock moved by hand. It can be killed and started again. */
final class House implements AutoCloseable {

    static final RoomId ROOM = new RoomId(FakePlatform.NAME, "room");
    static final ConversationId CHAT = new ConversationId("here", "test/2026-11-23");

    final FakePlatform platform = new FakePlatform();
    /** All that there are, from the next start on. */
    final List<Platform> platforms = new ArrayList<>(List.of(platform));

    final HandClock clock;
    private final dev.parley.store.Settings database;
    private final Plan plan;
    private final long cached;
    private final Map<String, Integer> numbers = new HashMap<>();
    /** The public address of the pages, from the next start on. */
    Optional<URI> address = Optional.empty();

    /** What the programme wants hosts to know, from the next start on. */
    List<Programme.Notice> notices = List.of();

    Store store;
    Engine engine;

    House(Path folder, Plan plan, Instant now, long cached) {
        this(dev.parley.store.Settings.inFolder(folder), plan, now, cached);
    }

    House(dev.parley.store.Settings database, Plan plan, Instant now, long cached) {
        this.database = database;
        this.plan = plan;
        this.cached = cached;
        this.clock = new HandClock(now);
        start();
    }

    void start() {
        store = Stores.open(database);
        Settings settings = new Settings(
                "here",
                ZoneId.of("Europe/Berlin"),
                Locale.ENGLISH,
                Optional.empty(),
                address,
                _ -> "",
                Duration.ofSeconds(30),
                cached,
                "test");
        engine = new Engine(
                settings,
                store,
                platforms,
                new Chats(List.of(new ScheduledChat(CHAT.name(), plan)), Programme.Readers.PUBLIC, notices),
                voice(),
                clock,
                Circle.kinds(),
                Optional.empty());
        engine.start(true);
        settle();
    }

    static Voice voice() {
        List<Phrase> phrases = new ArrayList<>(List.of(ChatPhrase.values()));
        phrases.addAll(List.of(RecapPhrase.values()));
        Reading<Voice> read = Prompts.voice(Path.of("prompts"), phrases);
        if (read instanceof Reading.Good<Voice>(Voice voice)) {
            return voice;
        }
        throw new AssertionError(read.toString());
    }

    /** Lets the time pass until then, stopping wherever something is due. */
    void until(Instant then) {
        new Passing(engine, store, clock, "here").until(then);
    }

    /** Waits until nothing that is due is left undone. */
    void settle() {
        engine.settle();
    }

    /** The process dies: nothing is finished, nothing is said. */
    void kill() {
        engine.kill();
        store.close();
    }

    /** The time passes while nobody is at home. */
    void away(Duration time) {
        clock.set(clock.instant().plus(time));
    }

    Account account(String name) {
        return new Account(FakePlatform.NAME, name);
    }

    MessageId say(String name, String text) {
        MessageId message = new MessageId(ROOM, name + " " + numbers.merge(name, 1, Integer::sum));
        hear(message, name, text, Place.ROOM);
        return message;
    }

    void hear(MessageId message, String name, String text, Place place) {
        engine.facilitator()
                .hear(platform.said(message, account(name), name, text, place, clock.instant()))
                .toCompletableFuture()
                .join();
        settle();
    }

    void delete(MessageId message) {
        engine.facilitator()
                .hear(platform.unsaid(message))
                .toCompletableFuture()
                .join();
        settle();
    }

    /** Somebody who hosts. */
    PersonId host() {
        engine.facilitator().welcomeHost(account("the host"));
        return engine.host(account("the host")).orElseThrow();
    }

    /** What stands in the room, of ours, in order. */
    List<String> standing() {
        synchronized (platform) {
            return platform.standing.values().stream().map(Outgoing::text).toList();
        }
    }

    @Override
    public void close() {
        engine.close();
        store.close();
    }
}
