package dev.parley.setup;

import dev.parley.coaching.Framework;
import dev.parley.coaching.Framework.Domain;
import dev.parley.coaching.Framework.Step;
import dev.parley.setup.ListText.Item;
import dev.parley.setup.PromptText.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a framework of a prompts file of the kind {@code framework}. */
final class FrameworkText {

    private static final String ABOUT = "About";
    private static final String DOMAIN = "Domain";
    private static final List<String> HEADINGS = List.of(ABOUT, DOMAIN + ": name");
    private static final Pattern STEP = Pattern.compile("\\**([^:*]{1,80}?)\\**\\s*:\\**\\s*");
    private static final Pattern NUMBERED = Pattern.compile(
            "\\d|(?i)^(?:one|two|three|four|five|first|second|third|fourth|fifth|i{1,3}|iv|v)$"
                    + "|\\b(?:step|level|stage|phase|tier|band|grade) ?(?:one|two|three|four|five|i{1,3}|iv|v|[a-f])\\b");
    private static final Rules RULES = Rules.of("framework.schema.json");

    private final String name;
    private final PromptText file;
    private final Problems problems;
    private final NamedParts domains;
    private final NamedParts steps;
    private @Nullable Section about;

    private FrameworkText(String name, PromptText file, Problems problems) {
        this.name = name;
        this.file = file;
        this.problems = problems;
        this.domains = new NamedParts("domain", "domains", file.front(), problems);
        this.steps = new NamedParts("step", "steps", file.front(), problems);
    }

    /** The framework; of no use where it has told problems. */
    static Framework read(String name, PromptText file, Problems problems) {
        return new FrameworkText(name, file, problems).framework();
    }

    private Framework framework() {
        steps.names().forEach(this::unnumbered);
        RULES.check(file.front(), problems);
        file.sections().forEach(this::section);
        if (about == null) {
            problems.add(
                    file.end(), "There is no section \"" + ABOUT + "\"", "Add ## " + ABOUT + " with its text below.");
        }
        return new Framework(
                name,
                file.front().root().path("title").asText(),
                about == null ? "" : about.text(),
                domains.names().stream().map(this::domain).toList());
    }

    private void unnumbered(String step) {
        if (NUMBERED.matcher(step).find() || NUMBERED.matcher(steps.title(step)).find()) {
            problems.add(
                    file.front().key(Tree.below("/steps", step)),
                    "The step \"" + steps.title(step) + "\" is numbered",
                    "Say in a word how it looks there, such as trying: Trying it out. A number would be taken for a mark.");
        }
    }

    private void section(Section section) {
        String heading = section.heading();
        section.fits(problems);
        if (heading.equalsIgnoreCase(ABOUT)) {
            if (about != null) {
                section.again(about, problems);
            }
            about = about == null ? section : about;
        } else if (heading.regionMatches(true, 0, DOMAIN + ":", 0, DOMAIN.length() + 1)) {
            domains.describe(heading.substring(DOMAIN.length() + 1).strip(), section);
        } else {
            problems.add(
                    section.at(),
                    "There is no section \"" + heading + "\" in a framework",
                    domains.meant(heading)
                            .map(domain -> "The nearest is \"" + DOMAIN + ": " + domain + "\".")
                            .orElseGet(() -> Nearest.remedy(heading, HEADINGS)));
            domains.meant(heading).ifPresent(domain -> domains.describe(domain, section));
        }
    }

    private Domain domain(String domain) {
        Optional<Section> section = domains.section(domain);
        if (section.isEmpty() || steps.names().isEmpty()) {
            return new Domain(
                    domain, domains.title(domain), section.map(Section::text).orElse(""), List.of());
        }
        ListText list = ListText.read(section.get(), problems);
        return new Domain(domain, domains.title(domain), list.before(), steps(section.get(), list));
    }

    private List<Step> steps(Section section, ListText list) {
        Map<String, String> described = new HashMap<>();
        list.items().forEach(item -> step(item, described));
        List<String> missing = new ArrayList<>(steps.names());
        missing.removeAll(described.keySet());
        if (!missing.isEmpty()) {
            problems.add(
                    section.at(),
                    "\"" + section.heading() + "\" does not say how it looks at \"" + String.join("\" and \"", missing)
                            + "\"",
                    "Add - **" + steps.title(missing.getFirst()) + "**: and a sentence.");
        }
        return steps.names().stream()
                .map(step -> new Step(step, steps.title(step), described.getOrDefault(step, "")))
                .toList();
    }

    private void step(Item item, Map<String, String> described) {
        Matcher step = STEP.matcher(item.text());
        Optional<String> name = step.lookingAt() ? steps.meant(step.group(1).strip()) : Optional.empty();
        if (name.isEmpty()) {
            problems.add(
                    item.at(),
                    "This item does not begin with a step",
                    "Begin it with one of these and a colon: " + String.join(", ", steps.titles()) + ".");
        } else if (described.putIfAbsent(name.get(), item.text().substring(step.end())) != null) {
            problems.add(item.at(), "This step is here twice", "Keep one of them.");
        }
    }
}
