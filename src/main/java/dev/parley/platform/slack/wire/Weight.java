package dev.parley.platform.slack.wire;

import dev.parley.platform.text.Paragraph;
import dev.parley.platform.text.Piece;
import dev.parley.platform.text.Style;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of a message something takes, never less than it does.
 *
 * @param shown in UTF-16 units as people see it
 * @param bytes in UTF-8 as a block
 */
record Weight(int shown, int bytes) {
    private static final Weight NONE = new Weight(0, 0);

    /** No page says how long blocks may be together; from 11,000 to 13,000 characters on, Slack refused some. */
    private static final int MOST_BYTES = 9_000;

    /** Slack's own date is longer than the words for it, in some languages. */
    private static final int SHOWN_MOMENT = 60;

    /** The longest name of a channel. */
    private static final int SHOWN_CHANNEL = 80;

    private static final int OF_A_PARAGRAPH = 200;
    private static final int OF_A_RUN = 80;
    private static final int OF_A_LINK = 120;
    private static final int OF_A_MOMENT = 200;

    /** What goes between paragraphs, and before an item that is quoted. */
    private static final int SHOWN_BETWEEN = 12;

    boolean fits() {
        return shown <= SlackText.LONGEST && bytes <= MOST_BYTES;
    }

    private Weight and(Weight other) {
        return new Weight(shown + other.shown, bytes + other.bytes);
    }

    /** What a message takes. */
    static Weight of(List<Paragraph> message) {
        return message.stream().map(Weight::of).reduce(NONE, Weight::and);
    }

    private static Weight of(Paragraph paragraph) {
        return new Weight(SHOWN_BETWEEN, OF_A_PARAGRAPH).and(ofPieces(paragraph.pieces()));
    }

    private static Weight ofPieces(List<Piece> pieces) {
        Weight all = NONE;
        Style style = null;
        for (Piece piece : pieces) {
            all = all.and(of(piece, style));
            style = runs(piece) ? piece.style() : null;
        }
        return all;
    }

    /** What a piece takes behind another one, of which the style is told where it is a letter. */
    private static Weight of(Piece piece, @Nullable Style before) {
        int run = piece.style().equals(before) ? 0 : OF_A_RUN;
        return switch (piece) {
            case Piece.Letter letter -> new Weight(letter.letter().length(), run + bytes(letter.letter()));
            case Piece.Break line -> new Weight(1, run + 2);
            case Piece.Code code -> new Weight(code.words().length(), OF_A_RUN + bytes(code.words()));
            case Piece.Link link ->
                new Weight(link.plain().length(), OF_A_LINK + bytes(link.words()) + bytes(link.address()));
            case Piece.Room room ->
                new Weight(Math.max(SHOWN_CHANNEL, room.words().length()), OF_A_LINK + bytes(room.plain()));
            case Piece.Moment moment ->
                new Weight(SHOWN_MOMENT + moment.words().length(), OF_A_MOMENT + 2 * bytes(moment.words()));
        };
    }

    /** Whether it goes on in one run with letters of the same style. */
    private static boolean runs(Piece piece) {
        return piece instanceof Piece.Letter || piece instanceof Piece.Break;
    }

    /** A control character takes six as JSON writes it, a mark of JSON's own two. */
    private static int bytes(String words) {
        int escapes = words.chars()
                .map(unit -> unit < ' ' ? 5 : unit == '"' || unit == '\\' ? 1 : 0)
                .sum();
        return words.getBytes(StandardCharsets.UTF_8).length + escapes;
    }
}
