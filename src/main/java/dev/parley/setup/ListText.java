package dev.parley.setup;

import dev.parley.setup.PromptText.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a section as a list: each item begins with a dash, and goes on in the lines below it.
 *
 * @param before what stands before the first item
 * @param items in the order of the file
 */
record ListText(String before, List<Item> items) {

    /** Editors make long dashes of short ones. */
    private static final Pattern MARK = Pattern.compile("\\s*(?:[-–—*+•]\\s+|[-–—](?=\\())");

    private static final Pattern NUMBER = Pattern.compile("\\s*\\d{1,3}[.)]\\s.*");

    /**
     * An item.
     *
     * @param text on one line
     * @param at where it begins, behind its mark
     */
    record Item(String text, Spot at) {}

    static ListText read(Section section, Problems problems) {
        List<String> lines = section.text().lines().toList();
        StringBuilder before = new StringBuilder();
        List<StringBuilder> texts = new ArrayList<>();
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher mark = MARK.matcher(line);
            if (NUMBER.matcher(line).matches()) {
                problems.add(
                        new Spot(section.from().line() + i, 1),
                        "This item is numbered",
                        "Begin it with a dash and a space instead; nothing here is in an order of better and worse.");
            }
            if (mark.lookingAt()) {
                spots.add(new Spot(section.from().line() + i, line.codePointCount(0, mark.end()) + 1));
                texts.add(new StringBuilder(line.substring(mark.end()).strip()));
            } else if (texts.isEmpty()) {
                before.append(line).append('\n');
            } else if (!line.isBlank()) {
                texts.getLast().append(' ').append(line.strip());
            }
        }
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            items.add(new Item(texts.get(i).toString().strip(), spots.get(i)));
        }
        return new ListText(before.toString().strip(), items);
    }
}
