package dev.parley.engine.coaching;

import dev.parley.Phrases;
import dev.parley.coaching.OwnTime;
import dev.parley.coaching.partnership.Occurrence;
import dev.parley.coaching.partnership.PartnershipCommand;
import dev.parley.coaching.partnership.Rhythm;
import dev.parley.coaching.partnership.Shape;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Fact;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Place;
import dev.parley.conversation.Story;
import dev.parley.conversation.Words;
import dev.parley.engine.Awaited;
import dev.parley.engine.Chats;
import dev.parley.engine.Engine;
import dev.parley.engine.Extension;
import dev.parley.engine.Hands;
import dev.parley.engine.Ledger;
import dev.parley.engine.Programme;
import dev.parley.engine.Settings;
import dev.parley.engine.Step;
import dev.parley.engine.StoryKind;
import dev.parley.platform.Account;
import dev.parley.platform.Caller;
import dev.parley.platform.Choice;
import dev.parley.platform.Coaching;
import dev.parley.platform.Incoming;
import dev.parley.platform.Note;
import dev.parley.platform.Order;
import dev.parley.platform.Platform;
import dev.parley.setup.Prompts;
import dev.parley.store.Person;
import dev.parley.store.Store;
import dev.parley.store.Stores;
import dev.parley.voice.Voice;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** A whole Parley with coaching and the cycles that come with it, over a real store, with a clock moved by hand. */
final class Village implements AutoCloseable {

    static final String COMMUNITY = "here";
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Prompts SHIPPED =
            Prompts.read(Path.of("prompts"), Phrases.all()).value();

    final PrivateRooms rooms;
    final Store store;
    final Engine engine;
    final CoachingService service;
    /** Through which people talk with coaching. */
    Coaching coaching;
    /** What a calendar elsewhere has, by its address. */
    final Map<String, List<Occurrence>> calendars = new LinkedHashMap<>();

    /** Names of events that are not understood, whichever calendar they are in; each is its title as well. */
    final Set<String> unread = new LinkedHashSet<>();

    private final OwnPace pace;
    private volatile Instant now;
    private int said;

    /** @param lead the id of the account that leads the programme */
    Village(dev.parley.store.Settings database, PrivateRooms rooms, Instant now, String lead) {
        this(database, rooms, now, lead, new Chats(List.of(), Programme.Readers.PUBLIC));
    }

    /** The same, where chats are held. */
    Village(dev.parley.store.Settings database, PrivateRooms rooms, Instant now, String lead, Programme programme) {
        this.rooms = rooms;
        this.now = now;
        rooms.clock = () -> this.now;
        this.store = Stores.open(database);
        this.service = new CoachingService(
                COMMUNITY,
                new CoachingPlan(
                        SHIPPED.cycles(),
                        List.copyOf(SHIPPED.frameworks().values()),
                        Optional.of(account -> account.id().equals(lead)),
                        Rhythm.USUAL,
                        new OwnTime(ZONE, LocalTime.of(20, 0), LocalTime.of(7, 0)),
                        Locale.ENGLISH,
                        Duration.ofHours(6)),
                SHIPPED.voice(),
                (address, _, _, _) -> Optional.ofNullable(calendars.get(address))
                        .map(all -> new Calendars.Found(all, unread, List.copyOf(unread))),
                account -> Optional.of(URI.create("https://parley.example/in/" + account.id() + "-once")));
        this.coaching = service;
        this.pace = new OwnPace(service);
        Settings settings = new Settings(
                COMMUNITY,
                ZONE,
                Locale.ENGLISH,
                Optional.empty(),
                Optional.empty(),
                _ -> "",
                Duration.ofSeconds(30),
                1_000,
                "test");
        this.engine = new Engine(
                settings,
                store,
                List.<Platform>of(rooms),
                programme,
                SHIPPED.voice(),
                () -> this.now,
                Optional.of(pace));
        engine.start(true);
        service.look();
        settle();
    }

    /** The extension without the engine's own minute: it looks when the test says so. */
    private static final class OwnPace implements Extension {

        private final CoachingService service;
        private Optional<Ledger> ledger = Optional.empty();

        OwnPace(CoachingService service) {
            this.service = service;
        }

        @Override
        public Map<String, StoryKind> kinds() {
            return service.kinds();
        }

        @Override
        public void begin(Ledger given) {
            ledger = Optional.of(given);
            service.begin(given);
        }

        @Override
        public void look() {}

        @Override
        public List<Awaited> awaited(Instant since) {
            return service.awaited(since);
        }

        @Override
        public List<Step> following(Story story, Fact fact, Words words) {
            return service.following(story, fact, words);
        }

        @Override
        public List<Choice> closing(Optional<Instant> next) {
            return service.closing(next);
        }

        @Override
        public Coaching coaching() {
            return service.coaching();
        }
    }

    Instant now() {
        return now;
    }

    static Voice voice() {
        return SHIPPED.voice();
    }

    Ledger ledger() {
        return pace.ledger.orElseThrow();
    }

    Journals journals() {
        return service.journals();
    }

    static Account account(String id) {
        return new Account(PrivateRooms.NAME, id);
    }

    PersonId introduce(String account, String name) {
        return store.<Person>write(writing -> writing.introduce(COMMUNITY, PrivateRooms.NAME, account, name))
                .id();
    }

    void settle() {
        Hands.settle(engine);
    }

    /** Lets the time pass until then, stopping wherever something is due. */
    void until(Instant then) {
        settle();
        while (true) {
            Optional<Instant> due =
                    store.read(reading -> reading.nextDue(COMMUNITY)).filter(at -> !at.isAfter(then));
            if (due.isEmpty()) {
                break;
            }
            if (due.get().isAfter(now)) {
                now = due.get().plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS); // as the engine takes the time
            }
            settle();
        }
        now = then;
        service.look();
        settle();
    }

    /** Forms a partnership as the two of {@link Partnering} cannot: of three, or for a visit. */
    String form(String cycle, Shape shape, List<PersonId> people) {
        String id = Common.chance(8);
        var roles = SHIPPED.cycles().get(cycle).roles();
        Map<PersonId, String> members = new LinkedHashMap<>();
        people.forEach(
                person -> members.put(person, roles.get(members.size() % 2).name()));
        ledger().ask(
                        new ConversationId(COMMUNITY, "partnership:" + id),
                        new PartnershipCommand.Form(
                                SHIPPED.cycles().get(cycle), shape, members, Rhythm.USUAL, Optional.empty()))
                .join();
        settle();
        return id;
    }

    /** What a person answers a letter or writes unasked, as a plain private message. */
    MessageId say(String account, String text) {
        MessageId message = new MessageId(PrivateRooms.room(account(account)), "said " + ++said);
        say(account, message, text, now);
        return message;
    }

    /** A message says something else now. */
    void say(String account, MessageId message, String text, Instant at) {
        coaching.said(new Incoming.Said(message, account(account), "", text, Place.ROOM, at, now))
                .toCompletableFuture()
                .join();
        settle();
    }

    void unsay(MessageId message) {
        coaching.unsaid(message).toCompletableFuture().join();
        settle();
    }

    String order(String account, Order.Kind kind, Optional<String> with, String text) {
        return told(() -> coaching.order(
                caller(account), new Order(kind, with.map(one -> new Order.Named(account(one), "")), text)));
    }

    String press(String account, String meaning) {
        return told(() -> coaching.pressed(caller(account), meaning));
    }

    String fill(String account, String meaning, Map<String, String> fields) {
        return told(() -> coaching.filled(caller(account), meaning, fields));
    }

    private static Caller caller(String account) {
        return new Caller(account(account), "");
    }

    /** What somebody is told, whatever becomes of it. */
    private String told(Supplier<CompletionStage<Note>> work) {
        String told = work.get()
                .handle((note, trouble) -> trouble == null ? note.toString() : "refused: " + messages(trouble))
                .toCompletableFuture()
                .join();
        settle();
        return told;
    }

    private static String messages(Throwable trouble) {
        StringBuilder messages = new StringBuilder();
        for (Throwable one = trouble; one != null; one = one.getCause()) {
            messages.append(one.getMessage()).append('\n');
        }
        return messages.toString();
    }

    /** What is kept of people's words in a story. */
    Map<MessageId, String> words(ConversationId story) {
        return ledger().words(story);
    }

    void erase(PersonId person) {
        engine.erase(person).toCompletableFuture().join();
        settle();
    }

    /** The process dies: nothing is finished. */
    void kill() {
        Hands.kill(engine);
        store.close();
    }

    @Override
    public void close() {
        engine.close();
        store.close();
    }
}
