package dev.parley.platform.talk;

import dev.parley.platform.Form;
import java.util.List;
import java.util.Optional;

/**
 * A window in which something is written. All words on it are plain and short enough.
 *
 * @param title what stands over it
 * @param send what stands on the button, where the platform lets one say so; empty for the platform's own word
 * @param fields one to five
 */
public record Dialog(Wish wish, String title, Optional<String> send, List<Form.Field> fields) {

    /** The name of the only field of a dialog that has one. */
    public static final String TEXT = "text";

    public Dialog {
        fields = List.copyOf(fields);
    }
}
