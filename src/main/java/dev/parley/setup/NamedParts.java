package dev.parley.setup;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.setup.PromptText.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parts that the front matter names in order, {@code identify: What is true now}, and that sections or items describe. */
final class NamedParts {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int MOST = 12;

    private final String one;
    private final String pointer;
    private final Tree front;
    private final Problems problems;
    private final Map<String, String> titles = new LinkedHashMap<>();
    private final Map<String, Section> sections = new LinkedHashMap<>();

    /**
     * The parts that a key of the front matter names.
     *
     * @param one what one of them is called: {@code "stage"}
     * @param key the key of the front matter
     */
    NamedParts(String one, String key, Tree front, Problems problems) {
        this.one = one;
        this.pointer = "/" + key;
        this.front = front;
        this.problems = problems;
        JsonNode parts = front.root().path(key);
        parts.properties().forEach(part -> add(part.getKey(), part.getValue()));
        if (parts.size() > MOST) {
            problems.add(
                    front.key(pointer), "There are more than " + MOST + " in \"" + key + "\"", "Keep it to a few.");
        }
    }

    private void add(String name, JsonNode title) {
        if (!NAME.matcher(name).matches()) {
            problems.add(
                    front.key(Tree.below(pointer, name)),
                    "\"" + name + "\" is no name of a " + one,
                    "Use small letters, digits and dashes, beginning with a letter; how people read it comes after the colon.");
        }
        titles.put(name, title.asText());
    }

    List<String> names() {
        return List.copyOf(titles.keySet());
    }

    String title(String name) {
        return titles.getOrDefault(name, "");
    }

    /** The name that somebody means who writes a name or a title, in small letters or large ones. */
    Optional<String> meant(String written) {
        return titles.entrySet().stream()
                .filter(part -> part.getKey().equalsIgnoreCase(written)
                        || part.getValue().equalsIgnoreCase(written))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Takes a section that describes a part. */
    void describe(String written, Section section) {
        Optional<String> name = meant(written);
        if (name.isEmpty()) {
            Optional<String> near = Nearest.to(written, names());
            near.ifPresent(meant -> sections.putIfAbsent(meant, section));
            problems.add(
                    section.at(),
                    "The front matter names no " + one + " \"" + written + "\"",
                    near.map(word -> "The nearest is \"" + word + "\".")
                            .orElse("Add it there below " + pointer.substring(1) + ", as name: Title."));
            return;
        }
        Section first = sections.putIfAbsent(name.get(), section);
        if (first != null) {
            section.again(first, problems);
        }
    }

    /** The section that describes a part; tells where none does. */
    Optional<Section> section(String name) {
        Section section = sections.get(name);
        if (section == null) {
            String capital = one.substring(0, 1).toUpperCase(Locale.ROOT) + one.substring(1);
            problems.add(
                    front.key(Tree.below(pointer, name)),
                    "The " + one + " \"" + name + "\" is not described",
                    "Add ## " + capital + ": " + name + " with its text below.");
        }
        return Optional.ofNullable(section);
    }

    /** The titles, for telling what there is. */
    List<String> titles() {
        return new ArrayList<>(titles.values());
    }
}
