package dev.parley.recap;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds where sentences begin and end, in any language. */
final class Sentences {

    /** A fragment shorter than this, like "Dr. ", is no sentence of its own. */
    private static final int SHORTEST = 12;

    private Sentences() {}

    /**
     * A sentence's place in a text, in UTF-16 units.
     *
     * @param end exclusive, without the space behind it
     */
    record Span(int start, int end) {

        String in(String text) {
            return text.substring(start, end);
        }
    }

    /** The sentences of a text, in order; every character but the space between them belongs to one. */
    static List<Span> of(String text) {
        List<Span> sentences = new ArrayList<>();
        int start = 0;
        for (int end : ends(text)) {
            Span span = trimmed(text, start, end);
            if (span.end() - span.start() == 0) {
                start = end;
                continue;
            }
            boolean fragment = end < text.length() && span.end() - span.start() < SHORTEST && !ideographic(text, end);
            if (wordless(span.in(text)) && !sentences.isEmpty()) {
                Span last = sentences.removeLast();
                sentences.add(new Span(last.start(), span.end()));
                start = end;
            } else if (!fragment) {
                sentences.add(span);
                start = end;
            }
        }
        return sentences;
    }

    /** The sentence around a place. */
    static Span around(String text, int place) {
        for (Span sentence : of(text)) {
            if (place < sentence.end()) {
                return sentence;
            }
        }
        return new Span(0, text.length());
    }

    private static List<Integer> ends(String text) {
        List<Link> links = Link.in(text);
        BreakIterator iterator = BreakIterator.getSentenceInstance(Locale.ROOT);
        iterator.setText(text);
        List<Integer> ends = new ArrayList<>();
        int from = 0;
        for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
            for (int line = text.indexOf('\n', from);
                    line >= 0 && line + 1 < end;
                    line = text.indexOf('\n', line + 1)) {
                ends.add(line + 1);
            }
            int place = end;
            boolean within = links.stream().anyMatch(link -> link.start() < place && place < link.end());
            if (!within && (end == text.length() || blank(text.charAt(end - 1)) || ideographic(text, end))) {
                ends.add(end);
            }
            from = end;
        }
        return ends;
    }

    private static boolean ideographic(String text, int end) {
        return "。！？".indexOf(text.charAt(end - 1)) >= 0;
    }

    private static boolean wordless(String text) {
        return text.codePoints().noneMatch(Character::isLetterOrDigit);
    }

    private static Span trimmed(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && blank(text.charAt(start))) {
            start++;
        }
        while (end > start && blank(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
