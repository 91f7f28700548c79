package dev.parley.platform;

import java.util.List;

/**
 * What one person is told in private.
 *
 * @param text light Markdown; people's words in it are escaped already
 * @param choices what they can do, in order; at most ten
 */
public record Note(String text, List<Choice> choices) {

    public Note {
        choices = List.copyOf(choices);
    }

    /** Words alone. */
    public static Note of(String text) {
        return new Note(text, List.of());
    }
}
