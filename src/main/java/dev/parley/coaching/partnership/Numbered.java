package dev.parley.coaching.partnership;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer that names its question by number: {@code 1: …}, {@code 2) …}, {@code A3 …}. "3 of us" and "2:30" name none.
 *
 * @param number from 1
 * @param text what is said, without the number
 */
public record Numbered(int number, String text) {

    private static final Pattern FORM = Pattern.compile("\\s*+(?:[AaQq]([1-9])(?![\\p{L}\\p{N}])\\s*+[:).\\-]?"
            + "|[AaQq]?\\s?([1-9])\\s?(?:[:)](?!\\d)|[.\\-](?=\\s|$)))\\s*+");

    /** Reads a message; empty where it names no question. */
    public static Optional<Numbered> of(String said) {
        Matcher form = FORM.matcher(said);
        if (!form.lookingAt()) {
            return Optional.empty();
        }
        String digit = form.group(1) == null ? form.group(2) : form.group(1);
        return Optional.of(new Numbered(Integer.parseInt(digit), said.substring(form.end())));
    }
}
