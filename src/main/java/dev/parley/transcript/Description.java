package dev.parley.transcript;

import java.util.List;
import java.util.Locale;

/** Recognises a first line that is no message but says what the archive is. */
final class Description {
    /** Words with which people write about a chat rather than in it. */
    private static final List<String> ABOUT = List.of(
            " is a weekly",
            " is a monthly",
            " is a twitter chat",
            " is a chat",
            " is held",
            " are held",
            " it is held",
            "archive",
            "transcript",
            " takes place",
            " was held",
            " weekly chat on");

    private Description() {}

    static boolean is(String line) {
        String text = line.toLowerCase(Locale.ROOT);
        boolean speaks = text.contains("welcome")
                || text.contains("introduce")
                || text.startsWith("q1")
                || text.startsWith("a1");
        return !speaks
                && (text.startsWith("#") && text.indexOf(' ') < 0
                        || ABOUT.stream().anyMatch(text::contains));
    }
}
