package dev.parley.calendar;

import dev.parley.calendar.Event.Extra;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads one VEVENT at a time. */
final class EventReader {

    /** Who is not a person (CUTYPE). */
    private static final Set<String> THINGS = Set.of("RESOURCE", "ROOM");

    private static final int MOST_ATTENDEES = 500;
    private static final int LONGEST_ADDRESS = 320;

    /** In UTF-16 units; Exchange's have about a hundred. */
    private static final int LONGEST_UID = 250;

    /** A name for an event that its calendar gives none. */
    private static final int DIGITS = 16;

    private final Zones zones;
    private final ZoneRules around;

    /**
     * A reader for one calendar.
     *
     * @param around the zone of days, and of times that name none
     */
    EventReader(Zones zones, ZoneRules around) {
        this.zones = zones;
        this.around = around;
    }

    /**
     * Reads an event.
     *
     * @param cancelled whether the calendar around it tells of cancellations
     * @throws Unreadable where it cannot be understood with certainty
     */
    Event read(Component event, boolean cancelled) {
        if (!event.isWhole()) {
            throw new Unreadable(event.line(), "it has no end; the calendar was cut off, or lines of it are missing");
        }
        event.first("EXRULE").ifPresent(rule -> {
            throw new Unreadable(rule.number(), "it has a rule for exceptions (EXRULE), which is not understood");
        });
        if (isAndFuture(event)) {
            throw new Unreadable(
                    event.line(),
                    "it changes this and all later meetings (THISANDFUTURE), which is not understood; they are left out");
        }
        Line line =
                event.first("DTSTART").orElseThrow(() -> new Unreadable(event.line(), "it has no beginning (DTSTART)"));
        When start = when(line, line.value(), around);
        Length length = length(event, start);
        Optional<Line> replaces = event.first("RECURRENCE-ID");
        return new Event(
                event.line(),
                uid(event, line),
                title(event),
                sequence(event),
                cancelled
                        || event.first("STATUS")
                                .filter(status -> status.word().equals("CANCELLED"))
                                .isPresent(),
                attendees(event),
                start,
                length,
                replaces.map(at -> when(at, at.value(), start.rules())),
                replaces.isPresent()
                        ? List.of()
                        : event.lines("RRULE").stream().map(Rule::of).toList(),
                replaces.isPresent() ? List.of() : extra(event, start, length),
                values(event, "EXDATE")
                        .map(value -> when(value.line(), value.text(), start.rules()))
                        .toList());
    }

    /** Whether an event changes not one meeting of a series, but all from it on. */
    static boolean isAndFuture(Component event) {
        return event.first("RECURRENCE-ID")
                .filter(line -> line.parameter("RANGE").equalsIgnoreCase("THISANDFUTURE"))
                .isPresent();
    }

    /** The meeting of a series that a VEVENT changes, also where the rest of it is broken; none where that is broken itself. */
    Optional<When> replaced(Component event) {
        try {
            return event.first("RECURRENCE-ID").map(line -> when(line, line.value(), around));
        } catch (Unreadable broken) {
            return Optional.empty();
        }
    }

    /** What an event is called; empty where it is not. */
    static String title(Component event) {
        return event.first("SUMMARY").map(Line::value).map(Text::line).orElse("");
    }

    /** The name that its calendar gives it; a longer one than can be kept is shortened to one that is as much its own. */
    static Optional<String> uid(Component event) {
        return event.first("UID")
                .map(Line::value)
                .map(String::strip)
                .filter(uid -> !uid.isEmpty())
                .map(uid -> uid.length() > LONGEST_UID ? "long-" + digest(uid) : uid);
    }

    /** An event without a name is known by its title and the beginning that it had when it was read. */
    private static String uid(Component event, Line start) {
        return uid(event).orElseGet(() -> "unnamed-" + digest(title(event) + "\n" + start.value()));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private When when(Line line, String value, ZoneRules otherwise) {
        return When.of(line, value, zones, otherwise);
    }

    private Length length(Component event, When start) {
        Optional<Line> end = event.first("DTEND");
        if (end.isPresent()) {
            return Length.between(start, when(end.get(), end.get().value(), start.rules()), end.get());
        }
        return event.first("DURATION")
                .map(line -> Length.of(line, line.value()))
                .orElse(start.isDay() ? Length.A_DAY : Length.NONE);
    }

    private static int sequence(Component event) {
        try {
            return event.first("SEQUENCE")
                    .map(line -> Integer.parseInt(line.word()))
                    .orElse(0);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    private List<Extra> extra(Component event, When start, Length length) {
        return values(event, "RDATE").map(value -> extra(value, start, length)).toList();
    }

    /** A beginning, or a period: a beginning and an end, or a beginning and a duration. */
    private Extra extra(Value value, When start, Length length) {
        int slash = value.text().indexOf('/');
        if (slash < 0) {
            return new Extra(when(value.line(), value.text(), start.rules()), length);
        }
        When begins = when(value.line(), value.text().substring(0, slash), start.rules());
        String rest = value.text().substring(slash + 1);
        return new Extra(
                begins,
                rest.contains("P")
                        ? Length.of(value.line(), rest)
                        : Length.between(begins, when(value.line(), rest, start.rules()), value.line()));
    }

    /** One of several values of a line. */
    private record Value(Line line, String text) {}

    private static Stream<Value> values(Component event, String name) {
        return event.lines(name).stream()
                .flatMap(line -> Stream.of(line.value().split(","))
                        .filter(text -> !text.isBlank())
                        .map(text -> new Value(line, text)));
    }

    private static List<String> attendees(Component event) {
        List<Line> people = new ArrayList<>(event.lines("ORGANIZER"));
        people.addAll(event.lines("ATTENDEE"));
        return people.stream()
                .filter(line -> !THINGS.contains(line.parameter("CUTYPE").toUpperCase(Locale.ROOT)))
                .flatMap(line -> address(line).stream())
                .distinct()
                .limit(MOST_ATTENDEES)
                .toList();
    }

    /** The address stands as a value, or, where that is a name inside of a server, as a parameter. */
    private static Optional<String> address(Line line) {
        return Stream.of(line.value(), line.parameter("EMAIL"))
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .map(text -> text.startsWith("mailto:") ? text.substring("mailto:".length()) : text)
                .filter(EventReader::isAddress)
                .findFirst();
    }

    private static boolean isAddress(String text) {
        int at = text.indexOf('@');
        return at > 0
                && at == text.lastIndexOf('@')
                && at < text.length() - 1
                && text.length() <= LONGEST_ADDRESS
                && text.chars()
                        .noneMatch(sign ->
                                Character.isWhitespace(sign) || Text.isHidden(sign) || "/:;,<>\"".indexOf(sign) >= 0);
    }
}
