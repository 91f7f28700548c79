package dev.parley.recap.format;

import java.text.BreakIterator;
import java.util.Locale;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/** People's words as text that only says something. */
final class Plain {

    private static final Parser PARSER = Parser.builder().build();
    private static final TextContentRenderer RENDERER =
            TextContentRenderer.builder().build();

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    private Plain() {}

    /**
     * A text without control characters, and without those that turn the direction of what follows; they are no words. Line breaks
     * stay.
     */
    static String text(String words) {
        StringBuilder plain = new StringBuilder(words.length());
        words.codePoints().forEach(c -> {
            if (c == '\n' || c == '\t' || !Character.isISOControl(c) && !turns(c) && !surrogate(c)) {
                plain.appendCodePoint(c == '\t' ? ' ' : c);
            }
        });
        return plain.toString();
    }

    /** The same on one line. */
    static String line(String words) {
        StringBuilder line = new StringBuilder(words.length());
        boolean space = false;
        for (int c : text(words).codePoints().toArray()) {
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                space = !line.isEmpty();
            } else {
                if (space) {
                    line.append(' ');
                }
                space = false;
                line.appendCodePoint(c);
            }
        }
        return line.toString();
    }

    /** The same on one line, set apart from its neighbours where it holds letters that run from right to left. */
    static String isolated(String words) {
        String line = line(words);
        return line.codePoints().anyMatch(Plain::rightToLeft) ? FIRST_STRONG_ISOLATE + line + POP_ISOLATE : line;
    }

    /** The words of a light Markdown text on one line, without its marks. */
    static String ofMarkdown(String markdown) {
        Node document = PARSER.parse(markdown);
        return line(RENDERER.render(document));
    }

    /**
     * A text that is no longer than this, cut between two words where that is possible and never within what a reader sees as one
     * character; a cut is shown by an ellipsis.
     *
     * @param most in UTF-16 units, at least 1
     */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int end = characters.preceding(most);
        end = end == BreakIterator.DONE ? 0 : end;
        int word = text.lastIndexOf(' ', end);
        if (word > most / 2) {
            end = word;
        }
        return text.substring(0, end).strip() + "…";
    }

    private static boolean turns(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    private static boolean surrogate(int c) {
        return c >= 0xD800 && c <= 0xDFFF;
    }

    private static boolean rightToLeft(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
