package dev.parley.setup;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.schedule.Queue;
import dev.parley.schedule.Timetable;
import dev.parley.schedule.Weekly;
import dev.parley.setup.Configuration.Room;
import dev.parley.setup.Series.Readers;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes one series of its part of the settings file. */
final class SeriesText {

    private static final Duration HOUR = Duration.ofHours(1);
    /** Long enough to talk, short enough for somebody who only wants to see it. */
    private static final Duration SAMPLE = Duration.ofMinutes(20);

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration GRACE = Duration.ofMinutes(15);
    private static final Duration SLOW = Duration.ofDays(1);
    private static final List<Duration> ANNOUNCEMENTS = List.of(Duration.ofDays(1), HOUR, Duration.ofMinutes(10));
    private static final int WARN_WEEKS = 2;

    private final ConfigurationText file;
    private final String at;
    private final List<Room> rooms;

    SeriesText(ConfigurationText file, String pointer, List<Room> rooms) {
        this.file = file;
        this.at = pointer;
        this.rooms = rooms;
    }

    /** What is held where no series is configured: a chat that begins when the first person arrives in a web room. */
    static Series sample(List<Room> rooms) {
        Room first = rooms.stream().filter(Room::web).findFirst().orElse(rooms.getFirst());
        return new Series(
                "sample",
                "A sample chat",
                "",
                Optional.empty(),
                SAMPLE,
                List.of(first),
                new Queue(List.of("partnership"), Map.of()),
                ANNOUNCEMENTS,
                GRACE,
                SLOW,
                Readers.MEMBERS,
                true,
                true,
                WARN_WEEKS);
    }

    /** The series; of no use where problems were told. */
    Series read() {
        Optional<Timetable> timetable = timetable();
        return new Series(
                text("/id").orElse(""),
                text("/title").orElse(""),
                text("/hashtag").orElse(""),
                timetable,
                file.span(at + "/length", HOUR, SHORTEST).orElse(HOUR),
                rooms(timetable),
                queue(timetable),
                announcements(),
                file.span(at + "/grace", GRACE),
                file.span(at + "/slow", SLOW),
                readers(),
                file.node(at + "/names").asBoolean(true),
                file.node(at + "/threads").asBoolean(true),
                file.node(at + "/warn-weeks").asInt(WARN_WEEKS));
    }

    private Optional<String> text(String below) {
        return file.text(at + below);
    }

    private List<Room> rooms(Optional<Timetable> timetable) {
        List<String> known = rooms.stream().map(Room::id).toList();
        List<Room> named = new ArrayList<>();
        for (String pointer : file.items(at + "/rooms")) {
            Optional<String> id = file.text(pointer);
            rooms.stream()
                    .filter(room -> id.filter(room.id()::equals).isPresent() && !named.contains(room))
                    .findFirst()
                    .ifPresent(named::add);
            id.filter(name -> !known.contains(name))
                    .ifPresent(name ->
                            file.problem(pointer, "There is no room \"" + name + "\"", Nearest.remedy(name, known)));
        }
        List<Room> all = named.isEmpty() ? rooms.subList(0, 1) : named;
        if (timetable.isEmpty()
                && file.node(at + "/weekly").isMissingNode()
                && all.stream().noneMatch(Room::web)) {
            file.problem(
                    at,
                    "This series has no weekly time, and nobody sees who comes into a channel",
                    "Give it a weekly time, or a web room as well.");
        }
        return all;
    }

    private Readers readers() {
        for (Readers readers : Readers.values()) {
            if (text("/readers")
                    .filter(readers.name().toLowerCase(Locale.ROOT)::equals)
                    .isPresent()) {
                return readers;
            }
        }
        return Readers.MEMBERS;
    }

    private List<Duration> announcements() {
        if (!file.node(at + "/announcements").isArray()) {
            return ANNOUNCEMENTS;
        }
        Set<Duration> leads = new TreeSet<>(Comparator.reverseOrder());
        for (String pointer : file.items(at + "/announcements")) {
            file.span(pointer, HOUR, Duration.ofMinutes(1)).ifPresent(leads::add);
        }
        return List.copyOf(leads);
    }

    private Optional<Timetable> timetable() {
        if (!file.node(at + "/weekly").isObject()) {
            return Optional.empty();
        }
        Optional<LocalTime> time = file.parsed(
                at + "/weekly/time",
                LocalTimes::time,
                text -> "\"" + text + "\" is no time of the day",
                LocalTimes::remedy);
        Optional<ZoneId> zone = zone();
        Optional<LocalDate> from = date(at + "/weekly/from");
        Optional<DayOfWeek> day = day();
        if (time.isEmpty() || zone.isEmpty() || from.isEmpty() || day.isEmpty()) {
            dates(at + "/weekly/skip");
            return Optional.empty();
        }
        Weekly weekly = new Weekly(day.get(), time.get(), zone.get());
        Timetable usual = new Timetable(weekly, from.get(), Set.of(), Map.of());
        return Optional.of(new Timetable(weekly, from.get(), skipped(usual), moved(usual)));
    }

    private Optional<DayOfWeek> day() {
        return text("/weekly/day")
                .flatMap(name -> List.of(DayOfWeek.values()).stream()
                        .filter(day -> Spoken.day(day).equals(name))
                        .findFirst());
    }

    private Optional<ZoneId> zone() {
        if (!file.node(at + "/weekly/zone").isMissingNode()) {
            return file.zone(at + "/weekly/zone");
        }
        if (file.node("/community/zone").isMissingNode()) {
            file.keyProblem(
                    at + "/weekly",
                    "\"weekly\" does not say whose clock it goes by",
                    "Add a zone, for example zone: America/Chicago, here or below community.");
        }
        return file.text("/community/zone").flatMap(Zones::read);
    }

    private Optional<LocalDate> date(String pointer) {
        return file.parsed(
                pointer,
                LocalTimes::date,
                text -> "\"" + text + "\" is no date of the calendar",
                text -> "Write the year, the month and the day, for example 2026-12-24.");
    }

    private Map<String, LocalDate> dates(String pointer) {
        Map<String, LocalDate> dates = new TreeMap<>();
        file.items(pointer).forEach(item -> date(item).ifPresent(date -> dates.put(item, date)));
        return dates;
    }

    private Set<LocalDate> skipped(Timetable usual) {
        Map<String, LocalDate> dates = dates(at + "/weekly/skip");
        dates.forEach((pointer, date) -> {
            if (!usual.meets(date)) {
                file.problem(pointer, noMeeting(date), nearby(usual, date));
            }
        });
        return Set.copyOf(dates.values());
    }

    private Map<LocalDate, LocalDateTime> moved(Timetable usual) {
        Set<LocalDate> skipped = Set.copyOf(dates(at + "/weekly/skip").values());
        Map<LocalDate, LocalDateTime> moved = new TreeMap<>();
        String move = at + "/weekly/move";
        dated(move, usual, skipped)
                .forEach((date, key) -> file.parsed(
                                Tree.below(move, key),
                                LocalTimes::dateTime,
                                text -> "\"" + text + "\" is no date and time",
                                text -> "Write for example " + date + ": " + date.plusDays(1) + " 20:00.")
                        .ifPresent(local -> moved.put(date, local)));
        return moved;
    }

    private Queue queue(Optional<Timetable> timetable) {
        String pinned = at + "/pinned";
        for (String pointer : file.items(at + "/scripts")) {
            file.text(pointer).ifPresent(name -> file.script(pointer, name));
        }
        members(pinned)
                .forEach(key -> file.text(Tree.below(pinned, key))
                        .ifPresent(name -> file.script(Tree.below(pinned, key), name)));
        Map<LocalDate, String> own = new TreeMap<>();
        timetable.ifPresent(dates -> dated(pinned, dates, dates.skipped())
                .forEach((date, key) -> file.text(Tree.below(pinned, key)).ifPresent(name -> own.put(date, name))));
        List<String> scripts = file.texts(at + "/scripts");
        scripted(scripts, file.node(at + "/weekly").isObject());
        return new Queue(scripts, own);
    }

    private void scripted(List<String> scripts, boolean weekly) {
        boolean none = scripts.isEmpty() && (members(at + "/pinned").isEmpty() || !weekly);
        if (none && file.node(at).isObject() && file.items(at + "/scripts").isEmpty()) {
            file.problem(at, "This series has no script", "Add one, for example scripts: [partnership].");
        }
    }

    /** The keys of a mapping that are dates of meetings, by date; tells the others. */
    private Map<LocalDate, String> dated(String pointer, Timetable timetable, Set<LocalDate> skipped) {
        Map<LocalDate, String> keys = new TreeMap<>();
        for (String key : members(pointer)) {
            String member = Tree.below(pointer, key);
            Optional<LocalDate> date = LocalTimes.date(key);
            if (date.isEmpty()) {
                file.keyProblem(
                        member,
                        "\"" + key + "\" is no date of the calendar",
                        "Write the year, the month and the day, for example 2026-12-24.");
            } else if (skipped.contains(date.get())) {
                file.keyProblem(
                        member, "The chat of " + key + " is skipped", "Take the date out of skip, or out of here.");
            } else if (!timetable.meets(date.get())) {
                file.keyProblem(member, noMeeting(date.get()), nearby(timetable, date.get()));
            } else {
                keys.put(date.get(), key);
            }
        }
        return keys;
    }

    private List<String> members(String pointer) {
        JsonNode node = file.node(pointer);
        List<String> members = new ArrayList<>();
        node.fieldNames().forEachRemaining(members::add);
        return members;
    }

    private static String noMeeting(LocalDate date) {
        return "There is no chat on " + date + ", a " + Spoken.day(date.getDayOfWeek());
    }

    private static String nearby(Timetable timetable, LocalDate date) {
        LocalDate after =
                timetable.weekly().dateFrom(date.isBefore(timetable.from()) ? timetable.from() : date.plusDays(1));
        LocalDate before = timetable.weekly().dateFrom(date.minusDays(6));
        return before.isBefore(timetable.from()) || !before.isBefore(after)
                ? "The first one that is near is " + after + "."
                : "The nearest are " + before + " and " + after + ".";
    }
}
