package dev.parley.platform.web;

import dev.parley.web.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one has said.
 *
 * @param done what was just done
 * @param trouble why the last try did not work
 * @param nameTrouble why the name cannot be had
 */
public record MineView(
        Frame frame,
        String token,
        String name,
        @Nullable String done,
        @Nullable String trouble,
        @Nullable String nameTrouble,
        List<String> notesHtml,
        List<Item> items,
        List<Choice> choices) {

    public MineView {
        notesHtml = List.copyOf(notesHtml);
        items = List.copyOf(items);
        choices = List.copyOf(choices);
    }

    /** A message and where it was filed. */
    public record Item(String room, String id, String html, String filed, boolean sure) {}

    /** Where it could be filed. */
    public record Choice(String value, String words) {}
}
