package dev.parley.setup;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Zones as people name them, and which zone of the IANA they may mean. */
final class Zones {

    private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.equals("UTC") || id.contains("/") && !id.startsWith("SystemV/") && !id.startsWith("Etc/"))
            .collect(Collectors.toCollection(TreeSet::new));

    /** Abbreviations of which each means several clocks, or only half a year of one. */
    private static final Map<String, List<String>> ABBREVIATIONS = """
                    CST America/Chicago Asia/Shanghai America/Havana
                    CDT America/Chicago America/Havana
                    CT America/Chicago
                    CST6CDT America/Chicago
                    EST America/New_York America/Panama
                    EDT America/New_York
                    ET America/New_York
                    EST5EDT America/New_York
                    MST America/Denver America/Phoenix
                    MDT America/Denver
                    MT America/Denver
                    MST7MDT America/Denver
                    PST America/Los_Angeles Asia/Manila
                    PDT America/Los_Angeles
                    PT America/Los_Angeles
                    PST8PDT America/Los_Angeles
                    AKST America/Anchorage
                    HST Pacific/Honolulu
                    AST America/Halifax Asia/Riyadh
                    GMT Europe/London Africa/Accra
                    BST Europe/London Asia/Dhaka
                    IST Asia/Kolkata Europe/Dublin Asia/Jerusalem
                    WET Europe/Lisbon
                    CET Europe/Berlin Africa/Algiers
                    CEST Europe/Berlin
                    MET Europe/Berlin
                    EET Europe/Athens Africa/Cairo
                    EEST Europe/Athens
                    MSK Europe/Moscow
                    SAST Africa/Johannesburg
                    PKT Asia/Karachi
                    SGT Asia/Singapore
                    JST Asia/Tokyo
                    KST Asia/Seoul
                    AEST Australia/Sydney Australia/Brisbane
                    AEDT Australia/Sydney
                    ACST Australia/Adelaide Australia/Darwin
                    AWST Australia/Perth
                    NZST Pacific/Auckland
                    NZDT Pacific/Auckland
                    """.lines()
            .map(line -> List.of(line.split(" ")))
            .collect(Collectors.toMap(List::getFirst, words -> words.subList(1, words.size())));

    private static final Map<String, String> CITIES = KNOWN.stream()
            .filter(id -> id.contains("/"))
            .collect(Collectors.toMap(Zones::city, Function.identity(), (first, second) -> first));

    private Zones() {}

    /** The zone of exactly this name; empty where it is none, or one without a city. */
    static Optional<ZoneId> read(String name) {
        return KNOWN.contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
    }

    /** What is wrong with a name that is no zone: a sentence without its full stop. */
    static String what(String name) {
        if (ABBREVIATIONS.containsKey(name.toUpperCase(Locale.ROOT))) {
            return "\"" + name + "\" is an abbreviation, not a zone";
        }
        return offset(name)
                ? "\"" + name + "\" is an offset, which does not know summer time"
                : "There is no zone \"" + name + "\"";
    }

    /** What to do about a name that is no zone. */
    static String remedy(String name) {
        List<String> meant = ABBREVIATIONS.get(name.toUpperCase(Locale.ROOT));
        if (meant != null) {
            return "Name the zone: " + or(meant) + ".";
        }
        if (offset(name)) {
            return "Name the zone by continent and city, such as America/Chicago, or UTC.";
        }
        String city = CITIES.get(city(name));
        return city != null
                ? "The nearest is \"" + city + "\"."
                : Nearest.to(name, KNOWN)
                        .map(near -> "The nearest is \"" + near + "\".")
                        .orElse("Name it by continent and city, such as America/Chicago.");
    }

    private static boolean offset(String name) {
        return name.matches("(?i)(utc|gmt)?\\s?[-+]?\\s?\\d.{0,8}|z|etc/.{1,20}");
    }

    private static String or(List<String> zones) {
        return zones.size() == 1
                ? zones.getFirst()
                : String.join(", ", zones.subList(0, zones.size() - 1)) + " or " + zones.getLast();
    }

    private static String city(String id) {
        return id.substring(id.lastIndexOf('/') + 1).replace(' ', '_').toLowerCase(Locale.ROOT);
    }
}
