package dev.parley.platform.slack.wire;

import dev.parley.platform.text.Paragraph;
import dev.parley.platform.text.Piece;
import dev.parley.platform.text.Piece.Pause;
import dev.parley.platform.text.Style;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills messages with paragraphs. A message ends between paragraphs where it can, else after a line, a sentence or a word, else after a
 * letter.
 */
final class Filling {
    private final List<List<Paragraph>> messages = new ArrayList<>();
    private List<Paragraph> message = new ArrayList<>();
    private Weight weight = Weight.NONE;

    private Filling() {}

    /** The paragraphs of each message; one message at least. */
    static List<List<Paragraph>> of(List<Paragraph> paragraphs) {
        Filling filling = new Filling();
        paragraphs.forEach(filling::paragraph);
        filling.end();
        return filling.messages.isEmpty() ? List.of(List.of()) : filling.messages;
    }

    private void paragraph(Paragraph paragraph) {
        Weight more = Weight.of(paragraph);
        if (weight.and(more).fits()) {
            add(paragraph, more);
        } else if (more.fits()) {
            end();
            add(paragraph, more);
        } else {
            cut(paragraph);
        }
    }

    private void add(Paragraph paragraph, Weight more) {
        message.add(paragraph);
        weight = weight.and(more);
    }

    private void end() {
        if (!message.isEmpty()) {
            messages.add(message);
        }
        message = new ArrayList<>();
        weight = Weight.NONE;
    }

    /** A paragraph that fits into no message whole. It begins a message of its own where the one before is more than half full. */
    private void cut(Paragraph paragraph) {
        if (!weight.and(weight).fits()) {
            end();
        }
        Paragraph left = paragraph;
        while (!left.pieces().isEmpty()) {
            int at = good(left.pieces(), fitting(left.pieces()));
            Paragraph fits = left.with(left.pieces().subList(0, at));
            add(fits, Weight.of(fits));
            left = new Paragraph(
                    goesOn(left.shape()),
                    left.depth(),
                    left.quoted(),
                    left.pieces().subList(at, left.pieces().size()));
            if (!left.pieces().isEmpty()) {
                end();
            }
        }
    }

    /** An item has its mark once; a heading stays one. */
    private static Paragraph.Shape goesOn(Paragraph.Shape shape) {
        return shape instanceof Paragraph.Shape.Heading ? shape : new Paragraph.Shape.Words();
    }

    /** How many pieces fit, at least one. */
    private int fitting(List<Piece> pieces) {
        Weight all = weight.and(Weight.ofFrame());
        Style style = null;
        for (int at = 0; at < pieces.size(); at++) {
            Piece piece = pieces.get(at);
            all = all.and(Weight.of(piece, style));
            if (!all.fits()) {
                return Math.max(1, at);
            }
            style = Weight.runs(piece) ? piece.style() : null;
        }
        return pieces.size();
    }

    /** The best place to cut in the later half of what fits. */
    private static int good(List<Piece> pieces, int fitting) {
        if (fitting == pieces.size()) {
            return fitting;
        }
        int best = fitting;
        Pause pause = Pause.NONE;
        for (int at = fitting; at > fitting / 2; at--) {
            Pause here = pieces.get(at - 1).pause();
            if (here.compareTo(pause) > 0) {
                pause = here;
                best = at;
            }
        }
        return best;
    }
}
