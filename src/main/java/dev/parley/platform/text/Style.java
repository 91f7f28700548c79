package dev.parley.platform.text;

import java.util.List;
import java.util.stream.Stream;

/**
 * How something is set.
 *
 * @param marks the outermost first, none twice: a platform that writes marks around words has to close them in their order
 */
public record Style(List<Mark> marks) {

    /** As it comes. */
    public static final Style PLAIN = new Style(List.of());

    /** What words can be. */
    public enum Mark {
        STRONG,
        EMPHASIS
    }

    public Style {
        marks = List.copyOf(marks);
    }

    /** Whether it is strong. */
    public boolean strong() {
        return marks.contains(Mark.STRONG);
    }

    /** Whether it is emphasized. */
    public boolean emphasis() {
        return marks.contains(Mark.EMPHASIS);
    }

    /** The same, and this within it. */
    public Style with(Mark mark) {
        return marks.contains(mark)
                ? this
                : new Style(Stream.concat(marks.stream(), Stream.of(mark)).toList());
    }
}
