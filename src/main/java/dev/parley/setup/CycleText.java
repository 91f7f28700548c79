package dev.parley.setup;

import dev.parley.coaching.Cycle;
import dev.parley.coaching.Cycle.Role;
import dev.parley.coaching.Cycle.Stage;
import dev.parley.coaching.Look;
import dev.parley.coaching.Prompt;
import dev.parley.setup.PromptText.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes a cycle of a prompts file of the kind {@code cycle}. */
final class CycleText {

    /** With so many, a weekly meeting asks nothing again within three weeks. */
    private static final int LEAST_PROMPTS = 3;

    private static final String STAGE = "stage";
    private static final List<String> ROLES = List.of("coach", "partner", "lead");
    private static final Map<String, Look> LOOKS =
            Map.of("look back", Look.BACK, "look at", Look.AT, "look ahead", Look.AHEAD);
    private static final List<String> HEADINGS = List.of(
            "About", "Agreement", "Coach", "Partner", "Lead", "Stage: name", "Look back", "Look at", "Look ahead");
    private static final Rules RULES = Rules.of("cycle.schema.json");

    private final String name;
    private final PromptText file;
    private final Problems problems;
    private final NamedParts stages;
    private final PromptItems items;
    private final Map<String, Section> words = new LinkedHashMap<>();
    private final Map<Look, Section> looks = new LinkedHashMap<>();
    private final List<Prompt> prompts = new ArrayList<>();

    private CycleText(String name, PromptText file, Problems problems) {
        this.name = name;
        this.file = file;
        this.problems = problems;
        this.stages = new NamedParts(STAGE, "stages", file.front(), problems);
        this.items = new PromptItems(stages, problems);
    }

    /** The cycle; of no use where it has told problems. */
    static Cycle read(String name, PromptText file, Problems problems) {
        return new CycleText(name, file, problems).cycle();
    }

    private Cycle cycle() {
        RULES.check(file.front(), problems);
        file.sections().forEach(this::section);
        missing();
        for (Map.Entry<Look, Section> look : looks.entrySet()) {
            enough(look.getKey(), look.getValue());
        }
        return new Cycle(
                name,
                file.front().root().path("title").asText(),
                text("about"),
                text("agreement"),
                roles(),
                stages(),
                file.front().root().path("visits").asBoolean(false),
                prompts);
    }

    private void section(Section section) {
        String heading = section.heading();
        int colon = heading.indexOf(':');
        String word =
                (colon < 0 ? heading : heading.substring(0, colon)).strip().toLowerCase(Locale.ROOT);
        String rest = colon < 0 ? "" : heading.substring(colon + 1).strip();
        Look look = LOOKS.get(word);
        if (look != null) {
            prompts(look, section);
        } else if (word.equals(STAGE)) {
            section.fits(problems);
            stages.describe(rest, section);
        } else if (ROLES.contains(word) || rest.isEmpty() && (word.equals("about") || word.equals("agreement"))) {
            section.fits(problems);
            Section first = words.putIfAbsent(word, section);
            if (first != null) {
                section.again(first, problems);
            }
        } else {
            unknown(section);
        }
    }

    /** Tells a wrong heading, and takes it for the one that was probably meant, so that this one is not missed as well. */
    private void unknown(Section section) {
        problems.add(
                section.at(),
                "There is no section \"" + section.heading() + "\" in a cycle",
                Nearest.remedy(section.heading(), HEADINGS));
        Nearest.to(section.heading(), HEADINGS)
                .map(near -> near.toLowerCase(Locale.ROOT))
                .ifPresent(near -> {
                    if (LOOKS.containsKey(near)) {
                        prompts(LOOKS.get(near), section);
                    } else {
                        words.putIfAbsent(near, section);
                    }
                });
    }

    private void prompts(Look look, Section section) {
        Section first = looks.putIfAbsent(look, section);
        if (first == null) {
            section.filled(problems);
            prompts.addAll(items.read(look, section));
        } else {
            section.again(first, problems);
        }
    }

    private void missing() {
        List<String> missing = new ArrayList<>();
        HEADINGS.subList(0, 2).stream()
                .filter(heading -> !words.containsKey(heading.toLowerCase(Locale.ROOT)))
                .forEach(missing::add);
        if (ROLES.stream().noneMatch(words::containsKey)) {
            missing.add("Partner");
        }
        HEADINGS.subList(6, 9).stream()
                .filter(heading -> !looks.containsKey(LOOKS.get(heading.toLowerCase(Locale.ROOT))))
                .forEach(missing::add);
        if (!missing.isEmpty()) {
            problems.add(
                    file.end(),
                    "There is no section \"" + String.join("\" and no \"", missing) + "\"",
                    "Add ## " + String.join(" and ## ", missing) + " with its text below.");
        }
    }

    /** Tells the stages that have too few prompts of a look, so that some would come again too soon. */
    private void enough(Look look, Section section) {
        List<String> few = stages.names().stream()
                .map(stage -> Map.entry(stage, fitting(look, stage)))
                .filter(count -> count.getValue() < LEAST_PROMPTS)
                .map(count -> "the stage \"" + count.getKey() + "\" has " + count.getValue())
                .toList();
        if (!few.isEmpty() && !section.text().isEmpty()) {
            problems.add(
                    section.at(),
                    "Each stage needs " + LEAST_PROMPTS + " prompts under \"" + section.heading() + "\": "
                            + few.stream().collect(Collectors.joining(", ")),
                    "Add some, or let some fit every stage by naming no stage, so that nobody is asked the same within three weeks.");
        }
    }

    private long fitting(Look look, String stage) {
        return prompts.stream()
                .filter(prompt -> prompt.look() == look && prompt.fits(stage))
                .count();
    }

    private String text(String heading) {
        return Optional.ofNullable(words.get(heading)).map(Section::text).orElse("");
    }

    private List<Role> roles() {
        return words.entrySet().stream()
                .filter(entry -> ROLES.contains(entry.getKey()))
                .map(entry -> new Role(
                        entry.getKey(),
                        title(entry.getValue()),
                        entry.getValue().text()))
                .toList();
    }

    /** {@code Coach: Host of the visit} gives a role a title of its own. */
    private static String title(Section section) {
        String heading = section.heading();
        String rest = heading.substring(heading.indexOf(':') + 1).strip();
        return rest.isEmpty() ? heading.substring(0, heading.indexOf(':')).strip() : rest;
    }

    private List<Stage> stages() {
        return stages.names().stream()
                .map(stage -> new Stage(
                        stage,
                        stages.title(stage),
                        stages.section(stage).map(Section::text).orElse("")))
                .toList();
    }
}
