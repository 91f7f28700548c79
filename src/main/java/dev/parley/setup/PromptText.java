package dev.parley.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A prompts file: front matter between two lines of {@code ---}, then sections under headings of the second level. What stands before
 * the first heading is a note to whoever edits the file.
 *
 * @param front the front matter
 * @param sections in the order of the file
 * @param end behind the last line
 */
record PromptText(Tree front, List<Section> sections, Spot end) {

    /** A post has to fit on every platform: so many UTF-16 units at most. */
    static final int LONGEST = 1500;

    /** What Markdown takes for a heading, or the writer may have; {@code #hashtag} is neither. */
    private static final Pattern HEADING = Pattern.compile("#{1,6}(\\s.*)?|#{2,6}\\p{L}.*");

    /**
     * A section.
     *
     * @param heading as written, without the marks
     * @param at where the heading's words begin
     * @param text its text, without blank lines around it
     * @param from where the text begins
     */
    record Section(String heading, Spot at, String text, Spot from) {

        /** Tells where it is empty. */
        void filled(Problems problems) {
            if (text.isEmpty()) {
                problems.add(
                        at,
                        "The section \"" + heading + "\" is empty",
                        "Write its text below the heading, or delete it.");
            }
        }

        /** Tells where it is empty or does not fit into a post. */
        void fits(Problems problems) {
            filled(problems);
            if (text.length() > LONGEST) {
                problems.add(
                        from,
                        "The text of \"" + heading + "\" has " + text.length() + " characters",
                        "Keep it to " + LONGEST + ", so that it fits into one post everywhere.");
            }
        }

        /** Tells that another section with this heading came before. */
        void again(Section first, Problems problems) {
            problems.add(
                    at,
                    "The section \"" + heading + "\" is here twice",
                    "The first one is in line " + first.at().line() + "; keep one.");
        }
    }

    /** Cuts a file into its parts; empty where it has no front matter that can be read. */
    static Optional<PromptText> read(String text, Problems problems) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().stripTrailing().equals("---")) {
            problems.add(
                    Spot.START,
                    "This file does not begin with its front matter",
                    "Begin with a line ---, then kind: and what it is (chat, cycle, framework or voice), then a line ---.");
            return Optional.empty();
        }
        int close = close(lines);
        if (close < 0) {
            problems.add(Spot.START, "The front matter is not closed", "Put a line --- behind its last key.");
            return Optional.empty();
        }
        return YamlText.read(String.join("\n", lines.subList(1, close)), 1, problems)
                .map(front ->
                        new PromptText(front, sections(lines, close + 1, problems), new Spot(lines.size() + 1, 1)));
    }

    /** Which kind of prompts file it says it is; empty where it does not say. */
    Optional<String> kind() {
        return Optional.ofNullable(front.root().path("kind").textValue());
    }

    private static int close(List<String> lines) {
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).stripTrailing().equals("---")) {
                return i;
            }
        }
        return -1;
    }

    private static List<Section> sections(List<String> lines, int first, Problems problems) {
        List<Section> sections = new ArrayList<>();
        int start = next(lines, first, problems);
        while (start < lines.size()) {
            int end = next(lines, start + 1, problems);
            sections.add(section(lines, start, end));
            start = end;
        }
        return sections;
    }

    private static int next(List<String> lines, int from, Problems problems) {
        boolean fenced = false;
        for (int i = from; i < lines.size(); i++) {
            String line = lines.get(i);
            fenced ^= line.startsWith("```");
            if (!fenced && line.startsWith("## ")) {
                return i;
            }
            if (!fenced && line.startsWith("#") && HEADING.matcher(line).matches()) {
                problems.add(
                        new Spot(i + 1, 1),
                        "A heading here has two # and a space",
                        "Write ## " + line.replaceFirst("^#{1,6}\\s*", "") + ", or begin the line in another way.");
            }
        }
        return lines.size();
    }

    private static Section section(List<String> lines, int start, int end) {
        int from = start + 1;
        while (from < end && lines.get(from).isBlank()) {
            from++;
        }
        String text = String.join("\n", lines.subList(from, end)).strip();
        String line = lines.get(start);
        int indent = line.length() - line.substring(3).stripLeading().length();
        Spot at = new Spot(start + 1, Math.min(indent, line.length()) + 1);
        return new Section(line.substring(3).strip(), at, text, text.isEmpty() ? at : new Spot(from + 1, 1));
    }
}
