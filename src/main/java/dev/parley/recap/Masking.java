package dev.parley.recap;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the names of people who are not named out of the words of others, where they are addressed with an @. */
final class Masking {

    private static final Pattern ADDRESS = Pattern.compile("@[\\p{L}\\p{N}_]++(?:[.-][\\p{L}\\p{N}_]++)*+");
    private static final String MASK = "@…";

    private final boolean everybody;
    private final Set<String> names = new TreeSet<>(
            (one, other) -> one.length() != other.length() ? other.length() - one.length() : one.compareTo(other));

    Masking(Material material) {
        this.everybody = !material.naming().shown();
        for (Entry entry : material.entries()) {
            boolean unnamed = entry.author()
                    .filter(author -> !material.naming().names(author))
                    .isPresent();
            if (unnamed && !entry.name().isBlank()) {
                names.add(entry.name().strip());
            }
        }
    }

    String mask(String text) {
        if (text.indexOf('@') < 0 || !everybody && names.isEmpty()) {
            return text;
        }
        StringBuilder masked = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', Math.max(at + 1, from))) {
            int end = addressed(text, at);
            if (end > at) {
                masked.append(text, from, at).append(MASK);
                from = end;
            }
        }
        return masked.append(text.substring(from)).toString();
    }

    /** Whether a text has a place where a name was taken out. */
    static boolean masked(String text) {
        return text.contains(MASK);
    }

    private int addressed(String text, int at) {
        if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
            return at;
        }
        for (String name : names) {
            int end = at + 1 + name.length();
            if (text.regionMatches(true, at + 1, name, 0, name.length())
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                return end;
            }
        }
        Matcher address = ADDRESS.matcher(text);
        return everybody && address.region(at, text.length()).lookingAt() ? address.end() : at;
    }
}
