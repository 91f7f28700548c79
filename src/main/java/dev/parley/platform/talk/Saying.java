package dev.parley.platform.talk;

import java.util.List;
import java.util.Optional;

/**
 * Something that is said to those who asked, or shown to hosts.
 *
 * @param text light Markdown (with {@linkplain dev.parley.platform.Moments moments} and {@linkplain
 *     dev.parley.platform.RoomLinks names of rooms}); people's words in it are escaped already
 * @param typed what somebody typed, given back letter by letter below the text, to copy
 * @param brief whether it is one message whatever its length, and is cut where it is too long; else it takes as many as it needs
 * @param rows what can be pressed under the last message
 */
public record Saying(String text, Optional<String> typed, boolean brief, List<Row> rows) {

    public Saying {
        rows = List.copyOf(rows);
    }

    /** Words alone. */
    public static Saying of(String text) {
        return new Saying(text, Optional.empty(), false, List.of());
    }

    /** Words that stay one message. */
    static Saying brief(String text) {
        return new Saying(text, Optional.empty(), true, List.of());
    }

    /** Gives back what somebody typed. */
    static Saying givenBack(String why, String typed) {
        return new Saying(why, Optional.of(typed), false, List.of());
    }

    /** The same words with something else to press. */
    public Saying with(List<? extends Row> others) {
        return new Saying(text, typed, brief, List.copyOf(others));
    }

    Saying with(Row row) {
        return with(List.of(row));
    }
}
