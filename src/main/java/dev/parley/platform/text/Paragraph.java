package dev.parley.platform.text;

import java.util.List;

/**
 * A paragraph, a heading, or an item of a list.
 *
 * @param depth how deep a list it is in; 0 outside of lists
 * @param quoted whether it is somebody else's
 */
public record Paragraph(Shape shape, int depth, boolean quoted, List<Piece> pieces) {

    public Paragraph {
        pieces = List.copyOf(pieces);
    }

    /** The same with less in it, or more. */
    public Paragraph with(List<Piece> others) {
        return new Paragraph(shape, depth, quoted, others);
    }

    /** What a paragraph is. */
    public sealed interface Shape {

        /** Ordinary words; in a list, what goes on below an item. */
        record Words() implements Shape {}

        /** A heading; 1 is the highest. */
        record Heading(int level) implements Shape {}

        /** An item of a list without numbers. */
        record Bullet() implements Shape {}

        /** An item of a list with numbers. */
        record Numbered(int number) implements Shape {}
    }
}
