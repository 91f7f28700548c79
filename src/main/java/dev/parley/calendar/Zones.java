package dev.parley.calendar;

import com.ibm.icu.util.TimeZone;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The zones that a calendar names. In this order: a zone of the IANA database that has its city in its name (also behind a program's own prefix);
 * a name that Windows and Outlook use (by Unicode's CLDR, supplemental/windowsZones, as ICU carries it); a zone that the calendar itself
 * describes; what else Java knows by that name.
 */
final class Zones {

    /** Of a name, in UTF-16 units. */
    private static final int LONGEST = 200;

    private static final Set<String> UNIVERSAL =
            Set.of("UTC", "GMT", "Z", "COORDINATED UNIVERSAL TIME", "TZONE://MICROSOFT/UTC");

    private static final Map<String, String> CITIES = cities();

    private final Map<String, Component> described = new HashMap<>();
    private final Map<String, ZoneRules> known = new HashMap<>();
    private final Map<String, Unreadable> broken = new HashMap<>();
    private final Effort effort;
    private final Window window;

    /**
     * The zones of one calendar.
     *
     * @param file the calendar
     * @param window the days for which the calendar's own zones are worked out
     */
    Zones(Component file, Effort effort, Window window) {
        this.effort = effort;
        this.window = window;
        file.all("VTIMEZONE")
                .forEach(zone -> zone.first("TZID")
                        .ifPresent(name -> described.putIfAbsent(name.value().strip(), zone)));
    }

    private static Map<String, String> cities() {
        Map<String, String> cities = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        ZoneId.getAvailableZoneIds().stream()
                .filter(name -> name.contains("/"))
                .forEach(name -> cities.put(name, name));
        return cities;
    }

    /**
     * The rules of a zone.
     *
     * @param name as a TZID has it
     * @param line where it is named
     * @throws Unreadable where no such zone is known, or the calendar's own description of it is broken
     */
    ZoneRules rules(String name, int line) {
        ZoneRules rules = known.get(name);
        if (rules == null) {
            rules = found(name, line);
            known.put(name, rules);
        }
        return rules;
    }

    private ZoneRules found(String name, int line) {
        if (name.length() > LONGEST) {
            throw new Unreadable(line, "its time zone has a name that is too long");
        }
        if (UNIVERSAL.contains(name.toUpperCase(Locale.ROOT))) {
            return ZoneOffset.UTC.getRules();
        }
        Optional<String> city = city(name).or(() -> windows(name));
        if (city.isPresent()) {
            return ZoneId.of(city.get()).getRules();
        }
        Optional<Component> own = Optional.ofNullable(described.get(name));
        return own.isEmpty() ? otherwise(name, line) : described(name, own.get());
    }

    /** A broken description is read once, not for each event anew. */
    private ZoneRules described(String name, Component zone) {
        Unreadable before = broken.get(name);
        if (before != null) {
            throw before;
        }
        try {
            return DescribedZone.rules(zone, window, effort);
        } catch (Unreadable why) {
            broken.put(name, why);
            throw why;
        }
    }

    /** "Europe/Berlin", or "/a.program/2026_1/Europe/Berlin". */
    private static Optional<String> city(String name) {
        String rest = name;
        while (true) {
            String city = CITIES.get(rest);
            if (city != null) {
                return Optional.of(city);
            }
            int slash = rest.indexOf('/');
            if (slash < 0) {
                return Optional.empty();
            }
            rest = rest.substring(slash + 1);
        }
    }

    /** "W. Europe Standard Time". */
    private static Optional<String> windows(String name) {
        return Optional.ofNullable(TimeZone.getIDForWindowsID(name, "001")).filter(CITIES::containsKey);
    }

    private static ZoneRules otherwise(String name, int line) {
        try {
            return ZoneId.of(name).getRules();
        } catch (DateTimeException unknown) {
            throw new Unreadable(line, "its time zone is not known: " + Text.line(name));
        }
    }
}
