package dev.parley.platform.text;

import dev.parley.platform.text.Piece.Pause;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Fills messages with paragraphs. A message ends between paragraphs where it can, else after a line, a sentence or a word, else after a
 * letter.
 */
public final class Filling {
    private final Predicate<List<Paragraph>> fits;
    private final List<List<Paragraph>> messages = new ArrayList<>();
    private List<Paragraph> message = List.of();

    private Filling(Predicate<List<Paragraph>> fits) {
        this.fits = fits;
    }

    /**
     * The paragraphs of each message; one message at least. A piece that fits into no message has one to itself.
     *
     * @param fits whether paragraphs fit into one message: where some do, so do fewer
     */
    public static List<List<Paragraph>> of(List<Paragraph> paragraphs, Predicate<List<Paragraph>> fits) {
        Filling filling = new Filling(fits);
        paragraphs.forEach(filling::paragraph);
        filling.end();
        return filling.messages.isEmpty() ? List.of(List.of()) : filling.messages;
    }

    private void paragraph(Paragraph paragraph) {
        if (fits.test(and(paragraph))) {
            message = and(paragraph);
        } else if (fits.test(List.of(paragraph))) {
            end();
            message = List.of(paragraph);
        } else {
            cut(paragraph);
        }
    }

    private List<Paragraph> and(Paragraph more) {
        List<Paragraph> all = new ArrayList<>(message);
        all.add(more);
        return all;
    }

    private void end() {
        if (!message.isEmpty()) {
            messages.add(message);
        }
        message = List.of();
    }

    /** A paragraph that fits into no message whole. It begins a message of its own where the one before is more than half full. */
    private void cut(Paragraph paragraph) {
        if (isHalfFull()) {
            end();
        }
        Paragraph left = paragraph;
        while (!left.pieces().isEmpty()) {
            int fitting = fitting(left);
            if (fitting > 0 || message.isEmpty()) {
                int at = good(left.pieces(), Math.max(1, fitting));
                message = and(left.with(left.pieces().subList(0, at)));
                left = left.after(at);
            }
            if (!left.pieces().isEmpty()) {
                end();
            }
        }
    }

    private boolean isHalfFull() {
        List<Paragraph> twice = new ArrayList<>(message);
        twice.addAll(message);
        return !fits.test(twice);
    }

    /** How many pieces of a paragraph fit. It is looked for near the beginning, since the paragraph may be very long. */
    private int fitting(Paragraph paragraph) {
        int all = paragraph.pieces().size();
        int fitting = 0;
        int tooMany = 1;
        while (tooMany <= all && fits(paragraph, tooMany)) {
            fitting = tooMany;
            tooMany = 2 * tooMany;
        }
        tooMany = Math.min(tooMany, all + 1);
        while (tooMany - fitting > 1) {
            int between = (fitting + tooMany) / 2;
            if (fits(paragraph, between)) {
                fitting = between;
            } else {
                tooMany = between;
            }
        }
        return fitting;
    }

    private boolean fits(Paragraph paragraph, int pieces) {
        return fits.test(and(paragraph.with(paragraph.pieces().subList(0, pieces))));
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
