package dev.parley.platform.text;

import java.util.List;

/**
 * A paragraph, a heading, or an item of a list.
 *
 * @param before what is between it and the paragraph before
 * @param depth how deep a list it is in; 0 outside of lists
 * @param quoted whether it is somebody else's
 */
public record Paragraph(Gap before, Shape shape, int depth, boolean quoted, List<Piece> pieces) {

    public Paragraph {
        pieces = List.copyOf(pieces);
    }

    /** The same with less in it. */
    public Paragraph with(List<Piece> others) {
        return new Paragraph(before, shape, depth, quoted, others);
    }

    /** What is left of it behind some pieces: words, since what it is has been shown before. */
    Paragraph after(int some) {
        return new Paragraph(Gap.NONE, new Shape.Words(), depth, quoted, pieces.subList(some, pieces.size()));
    }

    /** What is between two paragraphs. */
    public enum Gap {
        /** Nothing: one is the line after the other, as in a list. */
        NONE,

        /** An empty line. */
        LINE,

        /** An empty line of the quotation that both are in. */
        QUOTED
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
