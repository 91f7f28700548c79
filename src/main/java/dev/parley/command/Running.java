package dev.parley.command;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.RoomId;
import dev.parley.engine.Engine;
import dev.parley.engine.Programme;
import dev.parley.engine.Settings;
import dev.parley.engine.Speech;
import dev.parley.engine.coaching.CoachingService;
import dev.parley.platform.Account;
import dev.parley.platform.Facilitator;
import dev.parley.platform.Platform;
import dev.parley.platform.Refused;
import dev.parley.platform.discord.DiscordPlatform;
import dev.parley.platform.discord.DiscordSettings;
import dev.parley.platform.web.LinkPages;
import dev.parley.platform.web.RoomPages;
import dev.parley.platform.web.WebPlatform;
import dev.parley.platform.web.WebRoom;
import dev.parley.recap.format.Showing;
import dev.parley.setup.Configuration;
import dev.parley.setup.Configuration.Room;
import dev.parley.setup.Setup;
import dev.parley.site.DeskPages;
import dev.parley.site.RecapPages;
import dev.parley.site.SitePages;
import dev.parley.site.coaching.CoachingPages;
import dev.parley.site.coaching.PrivateLinks;
import dev.parley.store.Store;
import dev.parley.voice.Voice;
import dev.parley.web.OneTimeLinks;
import dev.parley.web.ServerSettings;
import dev.parley.web.Session;
import dev.parley.web.Visit;
import dev.parley.web.WebServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

/** A Parley that is up: store, engine, room, desk and recaps on one server. All wiring is here. */
final class Running implements AutoCloseable {

    private static final Duration HOST_LINK = Duration.ofHours(12);
    static final Duration LEASE = Duration.ofSeconds(30);
    private static final long CACHED = 500;
    /** Days and months as the shipped prompts name them, the day before the month. */
    static final Locale LOCALE = Locale.UK;

    private final Configuration configuration;
    private final Store store;
    private final Engine engine;
    private final WebServer server;
    private final WebPlatform platform;
    private final DiscordBudgets budgets;
    private final Optional<RunningSlack> slack;
    private final OneTimeLinks links;
    private final DataFolder data;

    /**
     * Starts everything.
     *
     * @param programme what is to be held, made with the voice that speaks of it
     */
    Running(Setup setup, Path home, BiFunction<Setup, Speech, Programme> programme, InstantSource clock) {
        this.configuration = setup.configuration();
        Voice voice = setup.prompts().voice();
        ZoneId zone = configuration.community().zone();
        Optional<DiscordSettings> discord = Discords.require(configuration, System.getenv());
        Optional<Slacks> onSlack = Slacks.require(configuration, System.getenv());
        this.data = new DataFolder(Databases.folder(configuration, home));
        this.store = Databases.open(configuration, home);
        try {
            this.links = new OneTimeLinks(clock);
            String token = DataFolder.random();
            int port = Ports.choose(
                    configuration.site().bind(), configuration.site().port());
            this.server = new WebServer(serverSettings(configuration, port, token), clock);
            List<WebRoom> rooms = configuration.rooms().stream()
                    .filter(Room::web)
                    .map(room -> new WebRoom(room.id(), room.title()))
                    .toList();
            this.platform = new WebPlatform(rooms, clock);
            Passes passes = Passes.of(data.cookieSecret());
            URI here = URI.create("http://" + loopback(configuration) + ":" + port);
            Settings settings = new Settings(
                    configuration.community().name(),
                    zone,
                    LOCALE,
                    Optional.of(here),
                    configuration.site().address(),
                    passes::of,
                    LEASE,
                    CACHED,
                    UUID.randomUUID().toString());
            Programme settled = programme.apply(setup, new Speech(voice, zone, LOCALE));
            List<Platform> platforms = new ArrayList<>(List.of(platform));
            this.budgets = discord.isPresent() && !Databases.alone(configuration)
                    ? DiscordBudgets.shared(store, settings)
                    : DiscordBudgets.alone();
            discord.ifPresent(found ->
                    platforms.add(new DiscordPlatform(found, voice, budgets.requests(), budgets.openings(), clock)));
            this.slack =
                    onSlack.map(found -> new RunningSlack(found, store, settings.community(), server, voice, clock));
            slack.map(RunningSlack::platform).ifPresent(platforms::add);
            PrivateLinks ways = new PrivateLinks(links);
            CoachingService coaching = Coached.of(setup, ways);
            this.engine = new Engine(settings, store, platforms, settled, voice, clock, Optional.of(coaching));
            Showing showing = new Showing(voice, zone, LOCALE);
            RoomPages pages = new RoomPages(server, platform, voice, links, zone, clock);
            slack.ifPresent(there -> there.addPages(
                    server,
                    Slacks.workspaces(configuration),
                    Slacks.rooms(configuration).stream()
                            .flatMap(room -> room.places().stream())
                            .filter(place -> place.platform().equals(Room.SLACK))
                            .toList(),
                    pages::notice,
                    this::mended));
            new DeskPages(server, engine.desk(), this::host, titles(configuration), voice, zone, clock);
            new RecapPages(
                    server,
                    settings.community(),
                    engine::recap,
                    (visit, chat) -> mayRead(visit, chat, settled, passes),
                    showing);
            new CoachingPages(server, coaching.journals(), coaching, ways, voice, WebPlatform.NAME, clock);
            new SitePages(server, engine::trouble);
            server.control("desk", _ -> hostLink().toString());
            server.control("erase", values -> Erasing.erase(store, engine, settings.community(), values));
            Proposing proposing =
                    new Proposing(coaching.rounds(), store, settings.community(), Slacks.workspaces(configuration));
            server.control(Proposing.ROUND, proposing::round);
            server.control(Proposing.VISIT, proposing::visit);
            start(Databases.alone(configuration));
            data.open(new DataFolder.Door(here, token));
        } catch (RuntimeException trouble) {
            store.close();
            throw trouble;
        }
    }

    /** Throws {@link CannotStart} where a platform does not know us. */
    private void start(boolean alone) {
        try {
            engine.start(alone);
            server.start();
        } catch (RuntimeException trouble) {
            engine.close();
            budgets.close();
            slack.ifPresent(RunningSlack::close);
            throw trouble instanceof Refused ? new CannotStart(String.valueOf(trouble.getMessage())) : trouble;
        }
    }

    /** What the rooms are called at the desk. */
    private static Map<RoomId, String> titles(Configuration configuration) {
        Map<RoomId, String> titles = new HashMap<>();
        configuration
                .rooms()
                .forEach(room ->
                        room.places().forEach(place -> titles.put(place, room.title() + platform(place.platform()))));
        return titles;
    }

    private static String platform(String name) {
        return switch (name) {
            case Room.DISCORD -> " (Discord)";
            case Room.SLACK -> " (Slack)";
            default -> "";
        };
    }

    /** Where a process on this machine reaches the server. */
    private static String loopback(Configuration configuration) {
        String bind = configuration.site().bind();
        return bind.equals("0.0.0.0") || bind.equals("::") ? "127.0.0.1" : bind;
    }

    private ServerSettings serverSettings(Configuration configuration, int port, String token) {
        return new ServerSettings(
                configuration.site().bind(),
                port,
                configuration.site().address(),
                Set.of(),
                false,
                data.cookieSecret(),
                Optional.of(token),
                ServerSettings.Limits.USUAL);
    }

    private Optional<PersonId> host(String account) {
        return engine.host(new Account(WebPlatform.NAME, account));
    }

    /** Members are those who have joined on our pages, and those who come by the link that their room on another platform was given. */
    private boolean mayRead(Visit visit, ConversationId chat, Programme settled, Passes passes) {
        Optional<Facilitator.Member> member = visit.known()
                .map(Session::account)
                .flatMap(account -> platform.member(new Account(WebPlatform.NAME, account)));
        return switch (settled.publishing(chat.name()).readers()) {
            case PUBLIC -> true;
            case MEMBERS ->
                member.isPresent()
                        || visit.query("pass")
                                .filter(pass -> passes.fits(pass, chat))
                                .isPresent()
                        || hosts(visit, chat);
            case HOSTS -> hosts(visit, chat);
        };
    }

    private boolean hosts(Visit visit, ConversationId chat) {
        return visit.known()
                .map(Session::account)
                .filter(account -> engine.hosts(new Account(WebPlatform.NAME, account), chat))
                .isPresent();
    }

    /** Where people go. */
    URI address() {
        return server.address();
    }

    /** A link that makes a host of whoever opens it first. */
    URI hostLink() {
        return server.address().resolve(LinkPages.hostLink(links, HOST_LINK));
    }

    /** Whether people can talk on our own pages. */
    boolean hasRoom() {
        return configuration.rooms().stream().anyMatch(Room::web);
    }

    /** The names of the rooms on Discord, where there are any. */
    Optional<String> onDiscord() {
        return Discords.rooms(configuration).stream().map(Room::title).reduce((one, other) -> one + ", " + other);
    }

    /** The names of the rooms on Slack, where there are any. */
    Optional<String> onSlack() {
        return Slacks.rooms(configuration).stream().map(Room::title).reduce((one, other) -> one + ", " + other);
    }

    private void mended(RoomId room) {
        engine.facilitator().mended(room);
    }

    WebPlatform platform() {
        return platform;
    }

    Engine engine() {
        return engine;
    }

    /** Stops gracefully. */
    @Override
    public void close() {
        data.shut();
        server.close();
        engine.close();
        budgets.close();
        slack.ifPresent(RunningSlack::close);
        store.close();
    }
}
