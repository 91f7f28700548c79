package dev.parley.platform.web;

import dev.parley.web.Frame;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page that says a thing or asks one question.
 *
 * @param quote words that it is about
 * @param show something to copy
 * @param showLabel what that is
 */
public record PlainView(
        Frame frame,
        String title,
        List<String> words,
        @Nullable String quote,
        @Nullable String show,
        @Nullable String showLabel,
        @Nullable Ask ask,
        String backTo,
        String backWords) {

    public PlainView {
        words = List.copyOf(words);
    }

    /** What can be done, and what goes along with it. */
    public record Ask(String action, Map<String, String> fields, String button, boolean grave) {
        public Ask {
            fields = Map.copyOf(fields);
        }
    }
}
