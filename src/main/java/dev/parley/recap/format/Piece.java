package dev.parley.recap.format;

import dev.parley.recap.Link;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of somebody's words on a page.
 *
 * @param text what is read
 * @param url where it leads; empty where it leads nowhere
 */
public record Piece(String text, String url) {

    /** The pieces of a text: its addresses and what is between them. */
    static List<Piece> of(String words) {
        String text = Plain.text(words);
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (Link link : Link.in(text)) {
            pieces.add(new Piece(text.substring(from, link.start()), ""));
            pieces.add(new Piece(link.url(), link.url()));
            from = link.end();
        }
        pieces.add(new Piece(text.substring(from), ""));
        pieces.removeIf(piece -> piece.text().isEmpty());
        return pieces;
    }
}
