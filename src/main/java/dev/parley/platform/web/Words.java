package dev.parley.platform.web;

import org.jspecify.annotations.Nullable;

/** Rules for what people type. */
final class Words {
    /** The longest message, in code points. */
    static final int LONGEST = 4000;

    private Words() {}

    /** The text with one kind of line end and without blank edges; why it cannot be said where it cannot. */
    static String checked(String typed) {
        String text = typed.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace("\0", "")
                .strip();
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw new NotSaid(RoomPhrase.TOO_LONG);
        }
        if (text.codePoints().noneMatch(Words::visible)) {
            throw new NotSaid(RoomPhrase.NOTHING_SAID);
        }
        return text;
    }

    private static boolean visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> true;
        };
    }

    /** The beginning of a text in one line, for quoting it beside a reply. */
    static String beginning(String text, int codePoints) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (line.codePointCount(0, line.length()) <= codePoints) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, codePoints)).strip() + "…";
    }

    /** A text, or nothing where there is none. */
    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
