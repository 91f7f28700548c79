package dev.parley.platform;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Letters as people see them: emoji of several parts and accents stay together. */
public final class Letters {
    /** More than any script needs in one place; what is longer is somebody's joke and is cut between code points. */
    private static final int LONGEST = 64;

    private Letters() {}

    /** The letters of a text, in order; a line break is one. */
    public static List<String> of(String text) {
        List<String> letters = new ArrayList<>(text.length());
        BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(text);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            String letter = text.substring(from, to);
            if (letter.length() <= LONGEST) {
                letters.add(letter.equals("\r\n") ? "\n" : letter);
            } else {
                letter.codePoints().mapToObj(Character::toString).forEach(letters::add);
            }
            from = to;
        }
        return letters;
    }

    /** A text cut to a length in UTF-16 units, with an ellipsis where something is left out. */
    public static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        for (String letter : of(text)) {
            if (kept.length() + letter.length() >= longest) {
                break;
            }
            kept.append(letter);
        }
        return kept.append('…').toString();
    }
}
