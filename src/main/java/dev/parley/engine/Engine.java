package dev.parley.engine;

import dev.parley.conversation.Command;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Stage;
import dev.parley.platform.Account;
import dev.parley.platform.Facilitator;
import dev.parley.platform.Incoming;
import dev.parley.platform.Platform;
import dev.parley.recap.Recap;
import dev.parley.recap.Terms;
import dev.parley.recap.format.Showing;
import dev.parley.store.Person;
import dev.parley.store.Queued;
import dev.parley.store.Store;
import dev.parley.voice.Voice;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Parley at work: what is heard is decided, what is decided is kept, and what is kept is carried out. */
public final class Engine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final Duration PROGRAMME_CHECK = Duration.ofMinutes(1);

    private final Settings settings;
    private final Store store;
    private final Scribe scribe;
    private final Worker worker;
    private final ReadingBack readingBack;
    private final ReadingPrivately readingPrivately;
    private final People people;
    private final Recaps recaps;
    private final Erasure erasure;
    private final Reception reception;
    private final HostDesk desk;
    private final Programme programme;
    private final Collection<Platform> platforms;
    private final Optional<Extension> extension;
    private final AtomicBoolean looking = new AtomicBoolean();
    private final Thread planner;

    /**
     * An engine that does nothing yet.
     *
     * @param clock asked for the time of handling, once for each batch
     */
    public Engine(
            Settings settings,
            Store store,
            Collection<Platform> platforms,
            Programme programme,
            Voice voice,
            InstantSource clock) {
        this(settings, store, platforms, programme, voice, clock, Optional.empty());
    }

    /**
     * The same, with stories besides chats.
     *
     * @param extension is given what it needs of this engine
     */
    public Engine(
            Settings settings,
            Store store,
            Collection<Platform> platforms,
            Programme programme,
            Voice voice,
            InstantSource clock,
            Optional<Extension> extension) {
        this(
                settings,
                store,
                platforms,
                programme,
                voice,
                clock,
                extension
                        .map(one -> new StoryKinds(one.kinds(), one::following))
                        .orElse(StoryKinds.NONE),
                extension);
    }

    /** @param kinds the kinds of stories there are besides chats */
    Engine(
            Settings settings,
            Store store,
            Collection<Platform> platforms,
            Programme programme,
            Voice voice,
            InstantSource clock,
            StoryKinds kinds,
            Optional<Extension> extension) {
        this.settings = settings;
        this.store = store;
        this.programme = programme;
        this.platforms = List.copyOf(platforms);
        Map<String, Platform> byName = new LinkedHashMap<>(); // in the order in which letters try them
        platforms.forEach(platform -> byName.put(platform.name(), platform));
        Map<String, Integer> longest = new HashMap<>();
        platforms.forEach(
                platform -> longest.put(platform.name(), platform.traits().longest()));
        Speech speech = new Speech(voice, settings.zone(), settings.locale());
        Homes homes = new Homes(
                settings.here(),
                settings.address(),
                platforms.stream()
                        .filter(platform -> platform.traits().pages())
                        .map(Platform::name)
                        .collect(Collectors.toSet()),
                settings.pass(),
                programme);
        Function<MessageId, Optional<URI>> links = message -> link(byName, message);
        Rendering rendering = new Rendering(
                speech,
                homes,
                links,
                next -> extension.map(one -> one.closing(next)).orElse(List.of()));
        Watchers watchers = new Watchers();
        this.people = new People(store, settings.community());
        this.scribe = new Scribe(
                store, settings.community(), clock, new Stories(settings.cached(), kinds), (chats, queued) -> {
                    watchers.changed(chats);
                    queued(queued);
                });
        this.recaps = new Recaps(
                scribe,
                people,
                settings,
                homes,
                new Showing(voice, settings.zone(), settings.locale()),
                programme,
                Terms.in(settings.locale()),
                links);
        this.readingBack = new ReadingBack(scribe, byName, incoming -> hear(incoming));
        this.readingPrivately = new ReadingPrivately(scribe, people, byName, extension);
        this.worker = new Worker(
                store, scribe, settings, clock, kinds, people, byName, rendering, recaps, programme, readingBack);
        this.erasure = new Erasure(scribe, store, settings, people, recaps, this.platforms);
        Timelines timelines = new Timelines(scribe, people, rendering, recaps, longest);
        this.desk = new HostDesk(scribe, people, settings, speech, programme, byName, worker, watchers);
        this.reception = new Reception(
                scribe,
                people,
                settings,
                speech,
                timelines,
                new Arrivals(scribe, settings, programme),
                erasure,
                recaps,
                programme,
                worker,
                new Orders(scribe, people, speech, desk, worker.cards()),
                readingBack,
                readingPrivately,
                extension.map(Extension::coaching));
        this.extension = extension;
        extension.ifPresent(
                one -> one.begin(new OpenLedger(scribe, store, settings.community(), kinds, people, clock)));
        this.planner = Thread.ofVirtual().name("planner").unstarted(this::plan);
    }

    /**
     * Begins.
     *
     * @param alone whether no other process can use this database; claims that a dead process left behind are let go then
     */
    public void start(boolean alone) {
        if (alone) {
            store.change(writing -> writing.letGo(settings.community()));
        }
        scheduleNow();
        platforms.forEach(platform -> platform.start(reception));
        worker.start();
        planner.start();
    }

    private static Optional<URI> link(Map<String, Platform> platforms, MessageId message) {
        return Optional.ofNullable(platforms.get(message.room().platform()))
                .flatMap(platform -> platform.link(message));
    }

    private CompletionStage<Void> hear(Incoming incoming) {
        return reception.hear(incoming);
    }

    /** Something may have come due. */
    void stir() {
        worker.stir();
    }

    private void queued(List<Queued> effects) {
        if (worker != null) {
            worker.queued(effects);
        }
    }

    /** Waits until nothing that is due is left undone. */
    void settle() {
        worker.settle();
    }

    /** Stops at once, as a crash would: what waits is not kept, what is being sent is not finished. */
    void kill() {
        planner.interrupt();
        readingBack.close();
        readingPrivately.close();
        worker.kill();
        scribe.kill();
    }

    private void plan() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.ofVirtual().name("preflight").start(worker::lookAhead);
                extension.ifPresent(this::look);
                Thread.sleep(PROGRAMME_CHECK);
                scheduleNow();
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException trouble) {
                LOG.error("The programme could not be looked through: {}", trouble.getMessage());
            }
        }
    }

    /** Lets the extension look on a thread of its own, unless it has not come back from its last look. */
    private void look(Extension one) {
        if (looking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("extension").start(() -> {
                try {
                    one.look();
                } catch (RuntimeException trouble) {
                    if (planner.isAlive()) {
                        LOG.error("What is besides chats could not be looked through: {}", trouble.getMessage());
                    }
                } finally {
                    looking.set(false);
                }
            });
        }
    }

    /** Plans what is to come; a plan that stands is left alone, and one that has gone from the programme is called off. */
    private void scheduleNow() {
        Instant now = scribe.look(Sight::now).join();
        List<ScheduledChat> upcoming = programme.upcoming(now);
        for (ScheduledChat chat : upcoming) {
            ConversationId id = new ConversationId(settings.community(), chat.name());
            scribe.decide(new Step(id, new Command.Schedule(chat.plan()))).join();
        }
        Set<String> settled = upcoming.stream().map(ScheduledChat::name).collect(Collectors.toSet());
        List<ConversationId> gone = scribe.look(sight -> sight.open().stream()
                        .filter(chat -> chat.stage() instanceof Stage.Waiting)
                        .filter(chat -> chat.plan().start().isAfter(now))
                        .map(Conversation::id)
                        .filter(id -> !settled.contains(id.name()))
                        .toList())
                .join();
        gone.forEach(id -> scribe.decide(new Step(id, new Command.Cancel())));
    }

    /** What platforms may ask. */
    public Facilitator facilitator() {
        return reception;
    }

    /** What hosts do. */
    public Desk desk() {
        return desk;
    }

    /** The recap of a chat that has opened; empty for any other. */
    public Optional<Recap> recap(ConversationId chat) {
        return recaps.of(chat);
    }

    /** The person behind an account, if they may sit at the desk: a host of the community, or a co-host of a running chat. */
    public Optional<PersonId> host(Account account) {
        return people.behind(account)
                .filter(person -> person.host() || reception.isCoHost(person))
                .map(Person::id);
    }

    /** Whether an account may see what only the hosts of a chat see. */
    public boolean hosts(Account account, ConversationId chat) {
        return people.behind(account)
                .filter(person -> scribe.look(sight -> Optional.of(sight.chat(chat))
                                .filter(Conversation::exists)
                                .filter(one -> Reception.mayHost(one, person))
                                .isPresent())
                        .join())
                .isPresent();
    }

    /** What is wrong just now, in a few words; empty when all is well. */
    public Optional<String> trouble() {
        try {
            scribe.look(Sight::open).get(5, TimeUnit.SECONDS);
            return Optional.empty();
        } catch (TimeoutException _) {
            return Optional.of("the database is slow");
        } catch (ExecutionException _) {
            return Optional.of("the database does not answer");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.of("stopping");
        }
    }

    /** Forgets a person everywhere. Complete when nothing of them is left. */
    public CompletionStage<Void> erase(PersonId person) {
        return erasure.erase(person);
    }

    /** Stops gracefully: what has been heard is kept, what is being sent is finished. */
    @Override
    public void close() {
        planner.interrupt();
        readingBack.close();
        readingPrivately.close();
        platforms.forEach(Platform::close);
        worker.close();
        scribe.close();
    }
}
