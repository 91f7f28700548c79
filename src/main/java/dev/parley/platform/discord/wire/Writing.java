package dev.parley.platform.discord.wire;

import dev.parley.platform.Letters;
import dev.parley.platform.text.Paragraph;
import dev.parley.platform.text.Paragraph.Gap;
import dev.parley.platform.text.Paragraph.Shape;
import dev.parley.platform.text.Piece;
import dev.parley.platform.text.Style;
import dev.parley.platform.text.Style.Mark;
import java.util.List;

/** Writes paragraphs as one message. */
final class Writing {
    private static final String QUOTE = "> ";
    private static final String DEEPER = "  ";
    private static final int DEEPEST_HEADING = 3;

    private final StringBuilder text = new StringBuilder();
    private final Escape escape = new Escape();
    private List<Mark> open = List.of();

    private Writing() {}

    /** The text of the message; empty where nothing can be seen of it. */
    static String of(List<Paragraph> paragraphs) {
        Writing writing = new Writing();
        for (Paragraph paragraph : paragraphs) {
            if (!writing.text.isEmpty()) {
                writing.text.append('\n').append(between(paragraph.before()));
            }
            writing.paragraph(paragraph);
        }
        return writing.text.toString().stripTrailing();
    }

    private static String between(Gap gap) {
        return switch (gap) {
            case NONE -> "";
            case LINE -> "\n";
            case QUOTED -> ">\n";
        };
    }

    /** Its mark stands before its first line only; later lines are set in below it. */
    private void paragraph(Paragraph paragraph) {
        Shape shape = paragraph.shape();
        boolean item = shape instanceof Shape.Bullet || shape instanceof Shape.Numbered;
        // Quotes within quotes do not exist on Discord.
        String margin =
                (paragraph.quoted() ? QUOTE : "") + DEEPER.repeat(item ? paragraph.depth() - 1 : paragraph.depth());
        String mark = mark(shape);
        String below = margin + (item ? " ".repeat(mark.length()) : "");
        text.append(margin).append(mark);
        escape.line();
        paragraph.pieces().forEach(piece -> piece(piece, below));
        set(List.of());
    }

    private static String mark(Shape shape) {
        return switch (shape) {
            case Shape.Words words -> "";
            case Shape.Heading heading -> "#".repeat(Math.min(DEEPEST_HEADING, heading.level())) + " ";
            case Shape.Bullet bullet -> "- ";
            case Shape.Numbered numbered -> numbered.number() + ". ";
        };
    }

    private void piece(Piece piece, String below) {
        switch (piece) {
            case Piece.Letter letter -> words(letter.letter(), letter.style());
            case Piece.Break line -> {
                set(List.of());
                text.append('\n').append(below);
                escape.line();
            }
            case Piece.Code code -> whole("`" + code.words() + "`", code.style());
            case Piece.Link link -> link(link);
            case Piece.Room room when Snowflake.isOne(room.room()) -> whole("<#" + room.room() + ">", room.style());
            case Piece.Room room -> words(room.words(), room.style());
            // Discord shows everybody their own time, and how far away it is whenever they look.
            case Piece.Moment moment ->
                whole("<t:" + moment.second() + (moment.left() ? ":R>" : ":F>"), moment.style());
        }
    }

    private void link(Piece.Link link) {
        if (!link.words().isEmpty()) {
            whole("[", link.style());
            words(link.words(), link.style());
            text.append("](<").append(link.address()).append(">)");
        } else {
            whole("<" + link.address() + ">", link.style());
        }
    }

    private void whole(String shown, Style style) {
        set(style.marks());
        escape.other();
        text.append(shown);
    }

    private void words(String words, Style style) {
        set(style.marks());
        Letters.of(words).forEach(letter -> text.append(escape.letter(letter)));
    }

    /** Closes the marks that end here and opens those that begin. */
    private void set(List<Mark> marks) {
        int same = 0;
        while (same < open.size() && same < marks.size() && open.get(same) == marks.get(same)) {
            same++;
        }
        close(same);
        marks.subList(same, marks.size()).forEach(mark -> text.append(written(mark)));
        open = marks;
    }

    private void close(int kept) {
        // Discord shows marks that close after a blank as they are: the blank goes outside.
        int end = text.length();
        while (open.size() > kept && end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        String blanks = text.substring(end);
        text.setLength(end);
        open.subList(kept, open.size()).reversed().forEach(mark -> text.append(written(mark)));
        text.append(blanks);
    }

    private static String written(Mark mark) {
        return switch (mark) {
            case STRONG -> "**";
            case EMPHASIS -> "*";
        };
    }
}
