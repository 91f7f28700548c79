package dev.parley.house;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The package table of the house: each package with the ones that it may know.
 *
 * @param base the package of Main; another one for classes that break the rules on purpose
 */
record Packages(String base) {

    static final String MAIN = "main";

    /** Everything that is planned and does not exist yet. A package that exists must not stand here. */
    static final Set<String> TO_COME = Set.of();

    /** Knows nothing of ours; every package but the core may know it. */
    private static final String VOICE = "voice";

    private static final Map<String, Set<String>> MAY_KNOW = table();

    private static Map<String, Set<String>> table() {
        Map<String, Set<String>> table = new LinkedHashMap<>();
        table.put("conversation", Set.of());
        table.put(VOICE, Set.of());
        table.put("coaching", Set.of("conversation", VOICE));
        table.put("schedule", Set.of("conversation", VOICE));
        table.put("recap", Set.of("conversation", VOICE));
        table.put("recap.format", Set.of("recap", "conversation", VOICE));
        table.put("calendar", Set.of("schedule", "coaching", VOICE));
        table.put("platform", Set.of(VOICE));
        table.put("web", Set.of(VOICE));
        table.put("platform.web", Set.of("platform", "web", VOICE));
        table.put("platform.talk", Set.of("platform", VOICE));
        table.put("platform.discord.wire", Set.of("platform", VOICE));
        table.put("platform.discord.talk", Set.of("platform.discord.wire", "platform.talk", "platform", VOICE));
        table.put(
                "platform.discord",
                Set.of("platform.discord.talk", "platform.discord.wire", "platform.talk", "platform", VOICE));
        table.put("platform.slack.wire", Set.of("platform", VOICE));
        table.put("platform.slack.talk", Set.of("platform.slack.wire", "platform.talk", "platform", VOICE));
        table.put(
                "platform.slack",
                Set.of("platform.slack.talk", "platform.slack.wire", "platform.talk", "platform", "web", VOICE));
        table.put("transcript", Set.of("conversation"));
        table.put("store", Set.of("conversation", "coaching", VOICE));
        table.put(
                "engine",
                Set.of("conversation", "coaching", "schedule", "recap", "recap.format", "platform", "store", VOICE));
        table.put("setup", Set.of("conversation", "coaching", "schedule", VOICE));
        table.put(
                "site",
                Set.of(
                        "web",
                        "recap",
                        "recap.format",
                        "engine",
                        "calendar",
                        "platform",
                        "coaching",
                        "conversation",
                        VOICE));
        table.put(
                "pages",
                Set.of(
                        "web",
                        "site",
                        "engine",
                        "platform",
                        "platform.web",
                        "recap",
                        "recap.format",
                        "coaching",
                        "conversation",
                        VOICE));
        Set<String> all = new TreeSet<>(table.keySet());
        all.remove("pages");
        table.put("command", union(all, "demo"));
        table.put("demo", all);
        table.put(MAIN, union(all, "command", "demo"));
        return table;
    }

    private static Set<String> union(Set<String> some, String... more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(Set.of(more));
        return all;
    }

    static Set<String> all() {
        return MAY_KNOW.keySet();
    }

    /** The row of the table that a class belongs to: the longest that its package begins with; else its own package's name. */
    String of(JavaClass type) {
        String name = type.getPackageName();
        if (name.equals(base)) {
            return MAIN;
        }
        String own = name.substring(base.length() + 1);
        return MAY_KNOW.keySet().stream()
                .filter(row -> own.equals(row) || own.startsWith(row + "."))
                .max((one, other) -> one.length() - other.length())
                .orElse(own);
    }

    boolean isIn(JavaClass type, String... rows) {
        return isOurs(type) && Set.of(rows).contains(of(type));
    }

    boolean isOurs(JavaClass type) {
        return (type.getPackageName() + ".").startsWith(base + ".");
    }

    boolean mayKnow(JavaClass type, JavaClass other) {
        String from = of(type);
        String to = of(other);
        return from.equals(to)
                || MAY_KNOW.getOrDefault(from, Set.of()).contains(to)
                || from.startsWith("platform") && isNameOfAPlace(other);
    }

    /** What the port may know of the core: the names of rooms and messages, the place of a message, the host's verbs. */
    private boolean isNameOfAPlace(JavaClass type) {
        return Stream.of("RoomId", "MessageId", "Place", "Verb")
                .map(name -> base + ".conversation." + name)
                .anyMatch(name -> type.getName().equals(name) || type.getName().startsWith(name + "$"));
    }
}
