package dev.parley.platform;

import java.util.List;
import java.util.Map;

/**
 * A few fields to be filled in: a dialog on a platform, a form on a page.
 *
 * @param meaning what {@link Coaching#filled} wants back
 * @param title at most 45 characters, as Discord takes (Slack 24: what is longer is cut there)
 * @param send what stands on the button
 * @param fields one to five
 */
public record Form(String meaning, String title, String send, List<Field> fields) {

    public Form {
        fields = List.copyOf(fields);
    }

    /** The same with these values, so that nothing of what was typed is lost. */
    public Form with(Map<String, String> values) {
        return new Form(
                meaning,
                title,
                send,
                fields.stream()
                        .map(field -> new Field(
                                field.name(),
                                field.label(),
                                values.getOrDefault(field.name(), field.value()),
                                field.longer(),
                                field.required(),
                                field.most()))
                        .toList());
    }

    /**
     * One field.
     *
     * @param name what the filled value is called
     * @param label what stands over it, at most 45 characters
     * @param value what it holds to begin with
     * @param longer whether it takes several lines
     * @param required whether it may not stay empty
     * @param most the longest value, in UTF-16 units
     */
    public record Field(String name, String label, String value, boolean longer, boolean required, int most) {}
}
