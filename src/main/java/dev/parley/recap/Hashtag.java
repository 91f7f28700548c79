package dev.parley.recap;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the hashtag of a chat. */
final class Hashtag {

    private static final Pattern TAG = Pattern.compile("#[\\p{L}\\p{N}_]++");

    private Hashtag() {}

    /** The chat's own hashtag; for a transcript that does not tell, the one that stands last in more than half of its messages; or empty. */
    static String of(Material material) {
        if (!material.hashtag().isEmpty()) {
            return material.hashtag();
        }
        Map<String, Integer> endings = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Entry entry : material.entries()) {
            Matcher tag = TAG.matcher(entry.text());
            String last = "";
            while (tag.find()) {
                last = tag.group();
            }
            if (!last.isEmpty()) {
                endings.merge(last, 1, Integer::sum);
            }
        }
        return endings.entrySet().stream()
                .filter(ending -> ending.getValue() * 2 > material.entries().size())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }
}
