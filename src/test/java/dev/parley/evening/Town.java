package dev.parley.evening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Phrases;
import dev.parley.coaching.OwnTime;
import dev.parley.coaching.partnership.Rhythm;
import dev.parley.conversation.ConversationId;
import dev.parley.engine.Chats;
import dev.parley.engine.Engine;
import dev.parley.engine.HandClock;
import dev.parley.engine.Passing;
import dev.parley.engine.Programme;
import dev.parley.engine.Settings;
import dev.parley.engine.coaching.CoachingPlan;
import dev.parley.engine.coaching.CoachingService;
import dev.parley.platform.Account;
import dev.parley.platform.Caller;
import dev.parley.platform.Choice;
import dev.parley.platform.Note;
import dev.parley.platform.Order;
import dev.parley.platform.Platform;
import dev.parley.platform.web.RoomPages;
import dev.parley.platform.web.WebPlatform;
import dev.parley.platform.web.WebRoom;
import dev.parley.setup.Prompts;
import dev.parley.setup.Reading;
import dev.parley.site.coaching.CoachingPages;
import dev.parley.site.coaching.PrivateLinks;
import dev.parley.store.Row;
import dev.parley.store.Store;
import dev.parley.store.Stores;
import dev.parley.voice.Voice;
import dev.parley.web.Client;
import dev.parley.web.OneTimeLinks;
import dev.parley.web.ServerSettings;
import dev.parley.web.WebServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A whole Parley that coaches, with its private pages, and in which nobody holds a chat. Its clock is moved by hand. */
final class Town implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final String ADDRESS = "https://calendar.example/ana-and-bo.ics";

    /** Who leads the programme. */
    static final Account LEAD = new Account(WebPlatform.NAME, "lead");

    final HandClock clock;
    final FiledCalendar calendar = new FiledCalendar(ADDRESS, ZONE);
    WebServer server;
    CoachingService coaching;
    private final Path folder;
    private final Supplier<List<Platform>> platforms;
    private final Passing passing;
    private Store store;
    private Engine engine;
    private PrivateLinks ways;
    private Runnable heard = () -> {};
    private boolean ill;
    private volatile boolean dead;

    /** @param platforms besides the web room */
    Town(Path folder, HandClock clock, Platform... platforms) {
        this(folder, clock, () -> List.of(platforms));
    }

    /** @param platforms besides the web room, made anew each time it is opened */
    Town(Path folder, HandClock clock, Supplier<List<Platform>> platforms) {
        this.clock = clock;
        this.folder = folder;
        this.platforms = platforms;
        open();
        passing = new Passing(() -> engine, () -> store, clock, "here");
        ordered(LEAD, "Lena", new Order(Order.Kind.OVERVIEW, Optional.empty(), ""));
    }

    private void open() {
        Prompts prompts = prompts();
        Voice voice = prompts.voice();
        server = new WebServer(ServerSettings.loopback(new byte[32]), clock);
        OneTimeLinks links = new OneTimeLinks(clock);
        ways = new PrivateLinks(links);
        coaching = new CoachingService(
                "here",
                plan(prompts),
                voice,
                calendar,
                account -> Optional.of(server.address().resolve(ways.make(account))));
        WebPlatform web = new WebPlatform(List.of(new WebRoom("commons", "Commons")), clock);
        List<Platform> all = new ArrayList<>(List.of(web));
        all.addAll(platforms.get());
        store = Stores.open(dev.parley.store.Settings.inFolder(folder));
        Settings settings = new Settings(
                "here",
                ZONE,
                Locale.UK,
                Optional.empty(),
                Optional.empty(),
                _ -> "",
                Duration.ofSeconds(30),
                100,
                "town");
        engine = new Engine(
                settings,
                store,
                all,
                new Chats(List.of(), Programme.Readers.HOSTS),
                voice,
                clock,
                Optional.of(coaching));
        new RoomPages(server, web, voice, links, ZONE, clock);
        new CoachingPages(server, coaching.journals(), coaching, ways, voice, WebPlatform.NAME, clock);
        engine.start(true);
        server.start();
    }

    private static Prompts prompts() {
        if (Prompts.read(Path.of("prompts"), Phrases.all()) instanceof Reading.Good<Prompts>(Prompts prompts)) {
            return prompts;
        }
        throw new AssertionError("the shipped prompts cannot be read");
    }

    private static CoachingPlan plan(Prompts prompts) {
        return new CoachingPlan(
                prompts.cycles(),
                List.copyOf(prompts.frameworks().values()),
                Optional.of(LEAD::equals),
                Rhythm.USUAL,
                new OwnTime(ZONE, LocalTime.of(18, 0), LocalTime.of(7, 0)),
                Locale.UK,
                Duration.ofMinutes(30));
    }

    /** Orders something as a platform would. */
    Note ordered(Account by, String name, Order order) {
        Note note = coaching.order(new Caller(by, name), order)
                .toCompletableFuture()
                .join();
        settle();
        return note;
    }

    /** Proposes a partnership to somebody whom no command can name. */
    Told proposes(Seat one, Seat other, String cycle) {
        Order.Named named = new Order.Named(other.account(), other.name());
        return told(ordered(one.account(), one.name(), new Order(Order.Kind.PARTNER, Optional.of(named), cycle)));
    }

    /** Presses a button of what was answered to that. */
    Told presses(Seat one, Told on, String label) {
        Choice choice = ((Note) on.shown())
                .choices().stream()
                        .filter(each -> each.label().equals(label))
                        .findFirst()
                        .orElseThrow();
        Note note = coaching.pressed(new Caller(one.account(), one.name()), choice.meaning())
                .toCompletableFuture()
                .join();
        settle();
        return told(note);
    }

    private static Told told(Note note) {
        return new Told(note.text(), note.choices().stream().map(Choice::label).toList(), note);
    }

    /** A way into the private pages that works once. */
    String link(Account account) {
        return ways.make(account);
    }

    /** A browser whose person is in by a link that works once. */
    Client inside(String link) {
        Client client = new Client(server.address());
        client.page(link);
        assertThat(client.post(link).statusCode()).isEqualTo(303);
        return client;
    }

    Instant now() {
        return clock.instant();
    }

    /** Lets the time pass, stopping wherever something is due. */
    void until(Instant then, Runnable stop) {
        passing.until(then, stop);
    }

    /** Reads the calendars again whose time has come. */
    void looks() {
        coaching.look();
        settle();
    }

    void settle() {
        settleOnce();
        for (Optional<Instant> again = again(); again.isPresent(); again = again()) {
            if (again.get().isAfter(now())) {
                clock.set(again.get());
            }
            settleOnce();
        }
    }

    private void settleOnce() {
        passing.settle();
        while (dead) {
            reopen();
            passing.settle();
        }
    }

    /** From now on it takes a while until something is done: whoever waits for it waits until what failed was tried again. */
    void ill() {
        ill = true;
    }

    /** When something is due while something waits to be tried again: that, at the latest. */
    private Optional<Instant> again() {
        return ill && isTriedAgain()
                ? store.<Optional<Instant>>read(reading -> reading.nextDue("here"))
                : Optional.empty();
    }

    private boolean isTriedAgain() {
        return Stream.of("partnership", "notebook", "programme")
                .flatMap(kind -> store.<List<ConversationId>>read(reading -> reading.streams("here", kind)).stream())
                .flatMap(story -> store.<List<Row>>read(reading -> reading.rows(story)).stream())
                .anyMatch(row -> row.state() == Row.State.WAITING && row.attempts() > 0);
    }

    /** Stops at once, as kill -9 would stop it; nothing of it works until it is opened again. */
    void dies() {
        dead = true;
        passing.kill();
    }

    /** Opens it again on what was kept. */
    void reopen() {
        away();
        back();
    }

    /** Nobody listens any more. */
    void away() {
        dead = false;
        close();
    }

    /** Somebody listens again. */
    void back() {
        open();
        heard.run();
    }

    /** @param waits until the platforms bring what people do, each time it comes back */
    void heard(Runnable waits) {
        heard = waits;
    }

    @Override
    public void close() {
        engine.close();
        server.close();
        store.close();
    }
}
