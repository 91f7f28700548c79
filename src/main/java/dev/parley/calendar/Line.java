package dev.parley.calendar;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A content line, unfolded: {@code NAME;PARAMETER=VALUE:VALUE}.
 *
 * @param number the line of the file on which it begins, from 1
 * @param name in upper case
 * @param parameters by their names in upper case, without quotes
 * @param value as written, with its escapes
 */
record Line(int number, String name, Map<String, String> parameters, String value) {

    /** The line that a text is; none where it is not one. */
    static Optional<Line> of(int number, String text) {
        int at = until(text, 0, ":;");
        String name = text.substring(0, at).strip().toUpperCase(Locale.ROOT);
        Map<String, String> parameters = new HashMap<>();
        while (at < text.length() && text.charAt(at) == ';') {
            int equals = until(text, at + 1, "=:;");
            if (equals == text.length() || text.charAt(equals) != '=') {
                at = equals;
                continue;
            }
            int end = until(text, equals + 1, ":;");
            while (text.startsWith("://", end)) { // an address without quotes, as in TZID=tzone://Microsoft/Utc
                end = until(text, end + 1, ":;");
            }
            String key = text.substring(at + 1, equals).strip().toUpperCase(Locale.ROOT);
            parameters.put(
                    key, text.substring(equals + 1, end).replace("\"", "").strip());
            at = end;
        }
        return name.isEmpty() || at == text.length()
                ? Optional.empty()
                : Optional.of(new Line(number, name, parameters, text.substring(at + 1)));
    }

    /** Where one of some characters stands next, outside of quotes; the text's end where none does. */
    private static int until(String text, int from, String marks) {
        boolean quoted = false;
        for (int at = from; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '"') {
                quoted = !quoted;
            } else if (!quoted && marks.indexOf(character) >= 0) {
                return at;
            }
        }
        return text.length();
    }

    String parameter(String key) {
        return parameters.getOrDefault(key, "");
    }

    boolean is(String other) {
        return name.equals(other);
    }

    /** The value as one word in upper case. */
    String word() {
        return value.strip().toUpperCase(Locale.ROOT);
    }
}
