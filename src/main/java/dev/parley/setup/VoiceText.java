package dev.parley.setup;

import dev.parley.setup.PromptText.Section;
import dev.parley.voice.Phrase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the texts of phrases from a prompts file of the kind {@code voice}. */
final class VoiceText {

    private static final Pattern BLANK = Pattern.compile("\\{([^{}\\n]{0,40})\\}");
    private static final Rules RULES = Rules.of("voice.schema.json");

    private final Map<String, Phrase> phrases = new TreeMap<>();
    private final Map<String, Section> texts = new HashMap<>();
    private final Problems problems;

    private VoiceText(Collection<? extends Phrase> phrases, Problems problems) {
        phrases.forEach(phrase -> this.phrases.put(phrase.heading(), phrase));
        this.problems = problems;
    }

    /**
     * The texts of a file by their phrase; of no use where problems were told.
     *
     * @param phrases those of this file
     */
    static Map<Phrase, String> read(PromptText file, Collection<? extends Phrase> phrases, Problems problems) {
        RULES.check(file.front(), problems);
        VoiceText voice = new VoiceText(phrases, problems);
        file.sections().forEach(voice::section);
        voice.missing(file.end());
        Map<Phrase, String> texts = new HashMap<>();
        voice.texts.forEach((heading, section) -> texts.put(voice.phrases.get(heading), section.text()));
        return texts;
    }

    private void section(Section section) {
        String heading = section.heading().toLowerCase(Locale.ROOT);
        Phrase phrase = phrases.get(heading);
        if (phrase == null) {
            Optional<String> near = Nearest.to(heading, phrases.keySet());
            near.map(phrases::get).ifPresent(meant -> texts.putIfAbsent(meant.heading(), section));
            problems.add(
                    section.at(),
                    "Parley says nothing that is called \"" + section.heading() + "\"",
                    near.map(word -> "The nearest is \"" + word + "\".").orElse("Delete the section."));
            return;
        }
        Section first = texts.putIfAbsent(heading, section);
        if (first != null) {
            section.again(first, problems);
        }
        section.fits(problems);
        blanks(section, phrase.blanks());
    }

    private void blanks(Section section, Set<String> known) {
        List<String> lines = section.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher blank = BLANK.matcher(lines.get(i));
            while (blank.find()) {
                if (!known.contains(blank.group(1))) {
                    problems.add(
                            new Spot(section.from().line() + i, lines.get(i).codePointCount(0, blank.start()) + 1),
                            "There is no {" + blank.group(1) + "} in \"" + section.heading() + "\"",
                            remedy(blank.group(1), known));
                }
            }
        }
    }

    private static String remedy(String wrong, Set<String> known) {
        List<String> sorted = known.stream().sorted().toList();
        return sorted.isEmpty()
                ? "Nothing can be filled in here; write it without braces."
                : Nearest.to(wrong, sorted)
                        .map(word -> "The nearest is {" + word + "}.")
                        .orElseGet(() -> "Use one of: {" + String.join("}, {", sorted) + "}.");
    }

    private void missing(Spot end) {
        List<String> missing = new ArrayList<>(phrases.keySet());
        missing.removeAll(texts.keySet());
        if (!missing.isEmpty()) {
            String shown = String.join("\", \"", missing.subList(0, Math.min(5, missing.size())));
            String more = missing.size() > 5 ? " and " + (missing.size() - 5) + " more" : "";
            problems.add(
                    end,
                    (missing.size() == 1 ? "There is no section \"" : "There are no sections \"") + shown + "\"" + more,
                    "Copy each with its text from the voice file that comes with Parley.");
        }
    }
}
