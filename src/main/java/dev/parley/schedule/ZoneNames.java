package dev.parley.schedule;

import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The names of zones, and the abbreviations that are none. */
public final class ZoneNames {

    /** The zones of the IANA by continent and city, and UTC. */
    public static final Set<String> KNOWN = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.equals("UTC") || id.contains("/") && !id.startsWith("SystemV/") && !id.startsWith("Etc/"))
            .collect(Collectors.collectingAndThen(
                    Collectors.toCollection(TreeSet::new), Collections::unmodifiableSortedSet));

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

    private ZoneNames() {}

    /** The zone of exactly this name; empty where it is none, or one without a city. */
    public static Optional<ZoneId> read(String name) {
        return KNOWN.contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
    }

    /** The zones that an abbreviation may mean, in small or large letters; empty where it is none. */
    public static List<String> meant(String abbreviation) {
        return ABBREVIATIONS.getOrDefault(abbreviation.toUpperCase(Locale.ROOT), List.of());
    }
}
