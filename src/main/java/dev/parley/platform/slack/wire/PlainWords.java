package dev.parley.platform.slack.wire;

import dev.parley.platform.Letters;
import dev.parley.platform.text.Paragraph;
import dev.parley.platform.text.Paragraph.Shape;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Paragraphs in plain words, for those who are shown no blocks. */
final class PlainWords {
    /** What {@code chat.update} takes as text, in bytes. */
    private static final int MOST_BYTES = 4_000;

    private PlainWords() {}

    /** Escaped, and cut where it is longer than a message that is edited may have. */
    static String of(List<Paragraph> paragraphs) {
        StringBuilder words = new StringBuilder();
        for (Paragraph paragraph : paragraphs) {
            if (!words.isEmpty()) {
                words.append(isItem(paragraph) ? "\n" : "\n\n");
            }
            words.append("  ".repeat(Math.max(0, paragraph.depth() - 1))).append(mark(paragraph));
            paragraph.pieces().forEach(piece -> words.append(piece.plain()));
        }
        return cut(words.toString().strip());
    }

    private static boolean isItem(Paragraph paragraph) {
        return !mark(paragraph).isEmpty();
    }

    private static String mark(Paragraph paragraph) {
        return switch (paragraph.shape()) {
            case Shape.Bullet bullet -> "• ";
            case Shape.Numbered numbered -> numbered.number() + ". ";
            case Shape.Words words -> "";
            case Shape.Heading heading -> "";
        };
    }

    private static String cut(String words) {
        String escaped = SlackText.escaped(words);
        if (bytes(escaped) <= MOST_BYTES) {
            return escaped;
        }
        int left = MOST_BYTES - bytes("…");
        StringBuilder kept = new StringBuilder();
        for (String letter : Letters.of(words)) {
            String as = SlackText.escaped(letter);
            left -= bytes(as);
            if (left < 0) {
                break;
            }
            kept.append(as);
        }
        return kept.append('…').toString();
    }

    private static int bytes(String words) {
        return words.getBytes(StandardCharsets.UTF_8).length;
    }
}
