package dev.parley.setup;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.setup.Configuration.Community;
import dev.parley.setup.Configuration.Database;
import dev.parley.setup.Configuration.Logs;
import dev.parley.setup.Configuration.Room;
import dev.parley.setup.Configuration.Site;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes a configuration of a settings file. Goes on where something is wrong, so that everything that is wrong is told; what it makes
 * then is of no use.
 */
final class ConfigurationText {

    private static final Rules RULES = Rules.of("parley.schema.json");
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration YEAR = Duration.ofDays(371);

    private final Path home;
    private final Tree tree;
    private final Problems problems;
    private final Problems warnings;
    private final DiscordSection discord = new DiscordSection(this);
    private final SlackSection slack = new SlackSection(this);
    private final CoachingSection coaching = new CoachingSection(this);
    private final Map<Spot, String> scripts = new HashMap<>();
    private final Map<String, Map<Spot, String>> named = new HashMap<>();

    ConfigurationText(Path home, Tree tree, Problems problems) {
        this.home = home;
        this.tree = tree;
        this.problems = problems;
        this.warnings = problems.another();
    }

    /** The scripts that the file names, and where. */
    Map<Spot, String> scripts() {
        return scripts;
    }

    /** The cycles or frameworks that the file names, and where. */
    Map<Spot, String> named(String key) {
        return named.getOrDefault(key, Map.of());
    }

    /** What is no mistake, and yet looks like one. */
    List<Problem> warnings() {
        return warnings.list();
    }

    /** The configuration; of no use where problems were told. */
    Configuration read() {
        List<Room> rooms = rooms();
        List<Series> series = series(rooms);
        ZoneId zone = zone("/community/zone").orElse(ZoneId.of("UTC"));
        Configuration configuration = new Configuration(
                new Community(text("/community/name").orElse("Parley"), zone),
                site(),
                database(),
                path("/prompts").orElse(home.resolve("prompts")),
                rooms,
                discord(rooms),
                slack(rooms),
                series,
                coaching.read(zone),
                text("/log/format").filter("json"::equals).isPresent() ? Logs.JSON : Logs.TEXT);
        RULES.check(tree, problems);
        return configuration;
    }

    private Site site() {
        return new Site(
                text("/site/bind").orElse("127.0.0.1"),
                tree.root().at("/site/port").asInt(8080),
                parsed(
                        "/site/address",
                        text -> address(text, Set.of("http", "https")),
                        text -> "\"" + text + "\" is no address of a site",
                        _ -> "Write for example address: https://chat.example.org."));
    }

    /** An address of one of these schemes, with nothing behind the path; empty where the text is none. */
    static Optional<URI> address(String text, Set<String> schemes) {
        try {
            URI address = new URI(text.replaceFirst("/+$", ""));
            boolean plain = address.getHost() != null
                    && schemes.contains(address.getScheme())
                    && address.getQuery() == null
                    && address.getFragment() == null
                    && address.getUserInfo() == null;
            return Optional.of(address).filter(_ -> plain);
        } catch (URISyntaxException wrong) {
            return Optional.empty();
        }
    }

    /** The same address as a folder, to which names can be added. */
    static URI folder(URI address) {
        return URI.create(address + "/");
    }

    private Optional<DiscordBot> discord(List<Room> rooms) {
        boolean used = rooms.stream().anyMatch(room -> room.discord().isPresent());
        boolean told = node("/discord").isObject();
        if (told && !used) {
            warnings.add(
                    tree.key("/discord"),
                    "No room is on Discord, so Parley does not go there",
                    "Add discord: and the id of a channel to one of the rooms.");
        }
        return told || used ? Optional.of(discord.read()) : Optional.empty();
    }

    private Optional<SlackBot> slack(List<Room> rooms) {
        boolean used = rooms.stream().anyMatch(room -> room.slack().isPresent());
        boolean told = node("/slack").isObject();
        if (told && !used) {
            warnings.add(
                    tree.key("/slack"),
                    "No room is on Slack, so Parley does not go there",
                    "Add slack: and the id of a channel to one of the rooms.");
        }
        slack.together();
        return told || used ? Optional.of(slack.read()) : Optional.empty();
    }

    private Database database() {
        String usual = "jdbc:h2:file:" + home.resolve("data").resolve("parley");
        Optional<String> url = text("/database/url");
        url.filter(given -> given.matches("(?i).*([?;&]password=|//[^/@]{0,200}:[^/@]{0,200}@).*"))
                .ifPresent(given ->
                        problem("/database/url", "A password does not belong in this file", Database.PASSWORD_REMEDY));
        return new Database(
                url.orElse(usual), text("/database/user"), secretFile("/database/password-file", "password"));
    }

    /** The file of a secret; tells where it cannot be read. */
    Optional<Path> secretFile(String pointer, String secret) {
        Optional<Path> file = path(pointer);
        file.filter(path -> !Files.isReadable(path) || Files.isDirectory(path))
                .ifPresent(path -> problem(
                        pointer,
                        "The file " + path + " cannot be read",
                        "Make it, with the " + secret + " in its first line, and let Parley's user read it."));
        return file;
    }

    private Optional<Path> path(String pointer) {
        return parsed(
                pointer,
                text -> {
                    try {
                        return Optional.of(home.resolve(text).normalize());
                    } catch (InvalidPathException wrong) {
                        return Optional.empty();
                    }
                },
                text -> "\"" + text + "\" is no path",
                text -> "Name it without special characters.");
    }

    private List<Room> rooms() {
        List<Room> rooms = new ArrayList<>();
        for (String pointer : items("/rooms")) {
            unique(pointer, "id", "/rooms");
            unique(pointer, "discord", "/rooms");
            unique(pointer, "slack", "/rooms");
            rooms.add(room(pointer));
        }
        return rooms.isEmpty() ? List.of(Room.ofWeb("commons", "Commons")) : rooms;
    }

    private Room room(String pointer) {
        boolean elsewhere = node(pointer).has(Room.DISCORD) || node(pointer).has(Room.SLACK);
        boolean web = node(pointer + "/web").asBoolean(!elsewhere);
        if (!web && !elsewhere) {
            problem(
                    pointer + "/web",
                    "Nobody can meet in this room",
                    "Delete web: false, or add discord: or slack: and the id of a channel.");
        }
        return new Room(
                text(pointer + "/id").orElse(""),
                text(pointer + "/title").orElse(""),
                web,
                discord.channel(pointer + "/discord"),
                slack.channel(pointer + "/slack"));
    }

    private List<Series> series(List<Room> rooms) {
        List<Series> series = new ArrayList<>();
        for (String pointer : items("/series")) {
            unique(pointer, "id", "/series");
            series.add(new SeriesText(this, pointer, rooms).read());
        }
        alone(series);
        together(series);
        if (!series.isEmpty()) {
            return series;
        }
        Series sample = SeriesText.sample(rooms);
        if (!sample.rooms().getFirst().web()) {
            problem(
                    "/rooms",
                    "There is no series, and the sample chat needs a web room to begin in",
                    "Add a series with a weekly time, or web: true to one of the rooms.");
        }
        sample.queue().scripts().forEach(name -> script("", name));
        return List.of(sample);
    }

    /** A chat that begins with the first person needs a room for itself. */
    private void alone(List<Series> series) {
        for (int i = 0; i < series.size(); i++) {
            for (int j = 0; j < series.size(); j++) {
                if (i != j && !weekly(i) && (weekly(j) || j < i)) {
                    alone("/series/" + i, series.get(i), series.get(j));
                }
            }
        }
    }

    private boolean weekly(int series) {
        return node("/series/" + series + "/weekly").isObject();
    }

    private void alone(String pointer, Series one, Series other) {
        one.rooms().stream()
                .filter(other.rooms()::contains)
                .findFirst()
                .ifPresent(room -> problem(
                        pointer,
                        "\"" + one.id() + "\" has no weekly time and shares the room \"" + room.id() + "\" with \""
                                + other.id() + "\"",
                        "Give it a weekly time, or a room of its own."));
    }

    /** Two chats cannot be held in one room at the same time. A year is looked at, from when all series have begun. */
    private void together(List<Series> series) {
        Instant from = series.stream()
                .flatMap(one -> one.timetable().stream())
                .map(timetable ->
                        timetable.from().atStartOfDay(timetable.weekly().zone()).toInstant())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        List<Held> held = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            Series one = series.get(i);
            int index = i;
            one.timetable()
                    .ifPresent(timetable -> timetable.occurrences(from, from.plus(YEAR)).stream()
                            .map(meeting -> new Held(index, one, meeting.date(), meeting.start()))
                            .forEach(held::add));
        }
        held.sort(Comparator.comparing(Held::start));
        for (int i = 0; i < held.size(); i++) {
            for (int j = i + 1;
                    j < held.size() && held.get(j).start().isBefore(held.get(i).end());
                    j++) {
                overlap(held.get(i), held.get(j));
            }
        }
    }

    /** A chat of a series, and how the series is numbered in the file. */
    private record Held(int index, Series series, LocalDate date, Instant start) {
        Instant end() {
            return start.plus(series.length());
        }
    }

    private void overlap(Held one, Held other) {
        Held later = one.index() > other.index() ? one : other;
        Held earlier = later == one ? other : one;
        later.series().rooms().stream()
                .filter(earlier.series().rooms()::contains)
                .findFirst()
                .ifPresent(room -> problem(
                        "/series/" + later.index(),
                        "The chat \"" + later.series().id() + "/" + later.date() + "\" is held at the same time as \""
                                + earlier.series().id() + "/" + earlier.date() + "\" in the room \"" + room.id() + "\"",
                        "Give one of them another time, or a room of its own."));
    }

    private void unique(String item, String key, String list) {
        Optional<String> value = text(item + "/" + key);
        for (String earlier : items(list)) {
            if (earlier.equals(item)) {
                return;
            }
            if (value.isPresent() && text(earlier + "/" + key).equals(value)) {
                problem(
                        item + "/" + key,
                        "There are two with the " + key + " \"" + value.get() + "\"",
                        "The first one is in line "
                                + tree.value(earlier + "/" + key).line() + "; choose another " + key + ".");
            }
        }
    }

    JsonNode node(String pointer) {
        return tree.root().at(JsonPointer.compile(pointer));
    }

    Optional<String> text(String pointer) {
        return Optional.ofNullable(node(pointer).textValue());
    }

    /** The pointers of a list's items. */
    List<String> items(String pointer) {
        List<String> items = new ArrayList<>();
        for (int i = 0; node(pointer).isArray() && i < node(pointer).size(); i++) {
            items.add(pointer + "/" + i);
        }
        return items;
    }

    /** A list's texts, by their pointers. */
    List<String> texts(String pointer) {
        return items(pointer).stream().flatMap(item -> text(item).stream()).toList();
    }

    Optional<ZoneId> zone(String pointer) {
        return parsed(pointer, Zones::read, Zones::what, Zones::remedy);
    }

    Duration span(String pointer, Duration usual) {
        return span(pointer, usual, Duration.ZERO).orElse(usual);
    }

    Optional<Duration> span(String pointer, Duration example, Duration least) {
        return parsed(
                pointer,
                text -> Spans.read(text).filter(span -> span.compareTo(least) >= 0 && span.compareTo(LONGEST) <= 0),
                text -> "\"" + text + "\" is no span of time from " + Spans.write(least) + " to "
                        + Spans.write(LONGEST),
                text -> "Write for example "
                        + (Character.isDigit(pointer.charAt(pointer.length() - 1))
                                ? "- "
                                : pointer.substring(pointer.lastIndexOf('/') + 1) + ": ")
                        + Spans.write(example) + ".");
    }

    /** A value that is read from text; tells where that cannot be done. Another kind of value is the schema's to tell. */
    <T> Optional<T> parsed(
            String pointer,
            Function<String, Optional<T>> reading,
            Function<String, String> what,
            Function<String, String> remedy) {
        Optional<String> text = text(pointer);
        Optional<T> value = text.flatMap(reading);
        if (text.isPresent() && value.isEmpty()) {
            problem(pointer, what.apply(text.get()), remedy.apply(text.get()));
        }
        return value;
    }

    void script(String pointer, String name) {
        scripts.put(tree.value(pointer), name);
    }

    void named(String key, String pointer, String name) {
        named.computeIfAbsent(key, _ -> new HashMap<>()).put(tree.value(pointer), name);
    }

    void problem(String pointer, String what, String remedy) {
        problems.add(tree.value(pointer), what, remedy);
    }

    void keyProblem(String pointer, String what, String remedy) {
        problems.add(tree.key(pointer), what, remedy);
    }
}
