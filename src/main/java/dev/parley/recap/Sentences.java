package dev.parley.recap;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds where sentences begin and end, in any language. */
final class Sentences {

    /** A fragment shorter than this, like "Dr. ", is no sentence of its own. */
    private static final int SHORTEST = 12;

    private static final Pattern TAG_OR_NAME = Pattern.compile("[@#][\\p{L}\\p{N}_.-]++");

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

    /** The one of these sentences that is around a place, and the one before it where that sentence has nothing but links, tags and names. */
    static Span around(String text, List<Span> sentences, int place) {
        for (int at = 0; at < sentences.size(); at++) {
            Span sentence = sentences.get(at);
            if (place < sentence.end()) {
                boolean bare = at > 0 && wordless(withoutAddresses(sentence.in(text)));
                return bare ? new Span(sentences.get(at - 1).start(), sentence.end()) : sentence;
            }
        }
        return new Span(0, text.length());
    }

    private static String withoutAddresses(String text) {
        StringBuilder words = new StringBuilder(text);
        for (Link link : Link.in(text)) {
            words.replace(link.start(), link.end(), " ".repeat(link.end() - link.start()));
        }
        return TAG_OR_NAME.matcher(words).replaceAll(" ");
    }

    private static List<Integer> ends(String text) {
        List<Link> links = Link.in(text);
        BreakIterator iterator = BreakIterator.getSentenceInstance(Locale.ROOT);
        iterator.setText(text);
        List<Integer> ends = new ArrayList<>();
        int from = 0;
        int link = 0;
        for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
            for (int line = text.indexOf('\n', from);
                    line >= 0 && line + 1 < end;
                    line = text.indexOf('\n', line + 1)) {
                ends.add(line + 1);
            }
            while (link < links.size() && links.get(link).end() <= end) {
                link++;
            }
            boolean within = link < links.size() && links.get(link).start() < end;
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
