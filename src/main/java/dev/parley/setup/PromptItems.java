package dev.parley.setup;

import dev.parley.coaching.Look;
import dev.parley.coaching.Principle;
import dev.parley.coaching.Prompt;
import dev.parley.setup.ListText.Item;
import dev.parley.setup.PromptText.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads prompts of a cycle, each an item such as {@code - (voice; identify, learn) What did you leave unsaid?} */
final class PromptItems {

    /** In UTF-16 units: three of them and an answer are read on one small screen. */
    private static final int LONGEST = 300;

    /** In code points. An id travels in buttons, of which the platforms let little. */
    private static final int LONGEST_ID = 40;

    private static final Pattern TAGS = Pattern.compile("\\(([^()]{0,200})\\)\\s*");
    private static final Pattern TAG = Pattern.compile("[^;,]{1,80}");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]{1,200}");
    private static final List<String> PRINCIPLES = Arrays.stream(Principle.values())
            .map(principle -> principle.name().toLowerCase(Locale.ROOT))
            .toList();

    private final NamedParts stages;
    private final Problems problems;
    private final Map<String, Spot> texts = new HashMap<>();
    private final Set<String> ids = new LinkedHashSet<>();

    PromptItems(NamedParts stages, Problems problems) {
        this.stages = stages;
        this.problems = problems;
    }

    /** The prompts of a section; those with a problem are told and may be missing. */
    List<Prompt> read(Look look, Section section) {
        ListText list = ListText.read(section, problems);
        if (!list.before().isEmpty()) {
            problems.add(
                    section.from(),
                    "Each prompt is an item of a list",
                    "Begin it with a dash and its principle, such as - (voice) What did you leave unsaid?");
        }
        List<Prompt> prompts = new ArrayList<>();
        list.items().forEach(item -> prompts.add(prompt(look, item)));
        return prompts;
    }

    private Prompt prompt(Look look, Item item) {
        Matcher tags = TAGS.matcher(item.text());
        boolean tagged = tags.lookingAt();
        Set<String> fitting = new LinkedHashSet<>();
        Optional<Principle> principle = tagged ? tags(item, tags.group(1), fitting) : Optional.empty();
        if (principle.isEmpty()) {
            problems.add(
                    item.at(),
                    "This prompt does not say which principle it is about",
                    "Begin it with one of them, such as - (voice): " + String.join(", ", PRINCIPLES) + ".");
        }
        String text = tagged ? item.text().substring(tags.end()) : item.text();
        length(item, text);
        return new Prompt(id(look, text), look, fitting, principle.orElse(Principle.REFLECTION), text);
    }

    private Optional<Principle> tags(Item item, String written, Set<String> fitting) {
        Optional<Principle> principle = Optional.empty();
        Matcher tag = TAG.matcher(written);
        while (tag.find()) {
            String word = tag.group().strip();
            if (PRINCIPLES.contains(word.toLowerCase(Locale.ROOT)) && principle.isEmpty()) {
                principle = Optional.of(Principle.valueOf(word.toUpperCase(Locale.ROOT)));
            } else if (PRINCIPLES.contains(word.toLowerCase(Locale.ROOT))) {
                problems.add(at(item, tag), "This prompt names two principles", "Keep the one that it is most about.");
            } else if (stages.meant(word).isPresent()) {
                fitting.add(stages.meant(word).get());
            } else if (!word.isEmpty()) {
                List<String> known = new ArrayList<>(PRINCIPLES);
                known.addAll(stages.names());
                problems.add(
                        at(item, tag), "\"" + word + "\" is no principle and no stage", Nearest.remedy(word, known));
                principle = principle.or(() ->
                        Nearest.to(word, PRINCIPLES).map(near -> Principle.valueOf(near.toUpperCase(Locale.ROOT))));
            }
        }
        return principle;
    }

    /** Where a tag stands; right as long as the parentheses are closed in the line in which they are opened. */
    private static Spot at(Item item, Matcher tag) {
        String before = item.text().substring(0, 1 + tag.start());
        int spaces = tag.group().length() - tag.group().stripLeading().length();
        return new Spot(item.at().line(), item.at().column() + before.codePointCount(0, before.length()) + spaces);
    }

    private void length(Item item, String text) {
        Spot first = texts.putIfAbsent(text, item.at());
        if (text.isEmpty()) {
            problems.add(item.at(), "This prompt asks nothing", "Write the question behind the parentheses.");
        } else if (first != null) {
            problems.add(
                    item.at(),
                    "This prompt is here twice",
                    "The first one is in line " + first.line() + "; ask something else, or delete one.");
        } else if (text.length() > LONGEST) {
            problems.add(
                    item.at(),
                    "This prompt has " + text.length() + " characters",
                    "Keep it to " + LONGEST + ": one question, which can be answered in two minutes.");
        }
    }

    /** Made of its first words, so that it stays when others are added or when its end is written better. */
    private String id(Look look, String text) {
        StringBuilder id = new StringBuilder(look.name().toLowerCase(Locale.ROOT));
        for (String word : NO_WORD.split(text.toLowerCase(Locale.ROOT))) {
            if (id.codePointCount(0, id.length()) + word.codePointCount(0, word.length()) + 1 > LONGEST_ID) {
                break;
            }
            id.append(word.isEmpty() ? "" : "-").append(word);
        }
        String unique = id.toString();
        for (int n = 2; !ids.add(unique); n++) {
            unique = id + "-" + n;
        }
        return unique;
    }
}
