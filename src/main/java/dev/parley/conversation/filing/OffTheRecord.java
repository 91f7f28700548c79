package dev.parley.conversation.filing;

import java.util.regex.Pattern;

/** How a person keeps a message out of everything that is stored: it begins with {@code off the record:}. */
public final class OffTheRecord {

    private static final Pattern BEGINNING = Pattern.compile(
            "[\\s\\p{P}\\p{Cf}]*+off\\s++the\\s++record\\s*+(?:[\\p{P}\\p{Sm}]|$).*+",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Without this word nothing has to be read. */
    private static final String WORD = "record";

    private OffTheRecord() {}

    /** Whether a message begins so, in whatever case; a label in front of it does not put it on the record. */
    public static boolean is(String text) {
        return hasWord(text) && (BEGINNING.matcher(text).matches() || afterLabel(text));
    }

    private static boolean hasWord(String text) {
        int last = text.length() - WORD.length();
        for (int at = 0; at <= last; at++) {
            char letter = text.charAt(at);
            if ((letter == 'r' || letter == 'R') && text.regionMatches(true, at, WORD, 0, WORD.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean afterLabel(String text) {
        return Reading.of(text)
                .label()
                .filter(label -> label.end() <= text.length())
                .filter(label -> BEGINNING.matcher(text.substring(label.end())).matches())
                .isPresent();
    }
}
