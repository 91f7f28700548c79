package dev.parley.setup;

import dev.parley.schedule.ZoneNames;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Zones as people name them, and which zone of the IANA they may mean. */
final class Zones {

    private static final Map<String, String> CITIES = ZoneNames.KNOWN.stream()
            .filter(id -> id.contains("/"))
            .collect(Collectors.toMap(Zones::city, Function.identity(), (first, second) -> first));

    private Zones() {}

    /** The zone of exactly this name; empty where it is none, or one without a city. */
    static Optional<ZoneId> read(String name) {
        return ZoneNames.read(name);
    }

    /** What is wrong with a name that is no zone: a sentence without its full stop. */
    static String what(String name) {
        if (!ZoneNames.meant(name).isEmpty()) {
            return "\"" + name + "\" is an abbreviation, not a zone";
        }
        return offset(name)
                ? "\"" + name + "\" is an offset, which does not know summer time"
                : "There is no zone \"" + name + "\"";
    }

    /** What to do about a name that is no zone. */
    static String remedy(String name) {
        List<String> meant = ZoneNames.meant(name);
        if (!meant.isEmpty()) {
            return "Name the zone: " + or(meant) + ".";
        }
        if (offset(name)) {
            return "Name the zone by continent and city, such as America/Chicago, or UTC.";
        }
        String city = CITIES.get(city(name));
        return city != null
                ? "The nearest is \"" + city + "\"."
                : Nearest.to(name, ZoneNames.KNOWN)
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
