package dev.parley.recap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts an answer into the passages that could be highlights: whole short answers, otherwise one sentence or two. */
final class Passages {

    /** The longest passage, in UTF-16 units: it must be read at a glance on a wall. */
    private static final int LONGEST = 280;

    private static final int MOST_SENTENCES = 24;
    private static final int FEWEST_TERMS = 4;
    private static final int ENOUGH_TERMS = 9;
    private static final int MANY_TERMS = 32;
    private static final Pattern MENTION = Pattern.compile("(?:@[\\p{L}\\p{N}_.-]++[:,]?+\\s*+)++");
    private static final Pattern ADDRESS_OR_TAG = Pattern.compile("[@#][\\p{L}\\p{N}_.-]++");

    private static final Pattern LABEL = Pattern.compile("(?<![\\p{L}\\p{N}])[AaQq]\\d{1,2}(?![\\p{L}\\p{N}])");

    private final Terms terms;

    Passages(Terms terms) {
        this.terms = terms;
    }

    /** The passages of an answer; none where nothing in it can stand alone. */
    List<Passage> of(Quote quote, Entry entry, String author) {
        String text = quote.text();
        if (text.startsWith("RT @")) {
            return List.of();
        }
        int start = afterMentions(text);
        List<Passage> passages = new ArrayList<>();
        List<Sentences.Span> sentences = Sentences.of(text.substring(start));
        if (sentences.isEmpty()) {
            return passages;
        }
        double weight = weight(entry) * (start > 0 ? 0.6 : 1);
        add(passages, quote, author, text.substring(start), weight);
        // Where the whole answer can be shown, a piece of it must say much more to be shown instead.
        double piecemeal = text.length() - start > LONGEST ? 1 : 0.8;
        if (text.length() - start > LONGEST || sentences.size() > 2) {
            for (int first = 0; first < Math.min(sentences.size(), MOST_SENTENCES); first++) {
                for (int last = first; last < Math.min(sentences.size(), first + 2); last++) {
                    String piece = text.substring(
                            start + sentences.get(first).start(),
                            start + sentences.get(last).end());
                    add(passages, quote, author, piece, weight * piecemeal * (first == 0 ? 0.9 : 0.8));
                }
            }
        }
        return passages;
    }

    private void add(List<Passage> passages, Quote quote, String author, String piece, double weight) {
        String text = withoutLinksAtTheEnd(piece);
        if (text.isEmpty() || text.length() > LONGEST || !readable(text)) {
            return;
        }
        Map<String, Integer> counted = terms(text);
        int size = counted.values().stream().mapToInt(Integer::intValue).sum();
        if (size < FEWEST_TERMS || counted.size() < FEWEST_TERMS - 1) {
            return;
        }
        double length = Math.min(1, (double) size / ENOUGH_TERMS) * Math.min(1, (double) MANY_TERMS / size);
        passages.add(new Passage(quote, author, text, counted, weight * length * manner(text)));
    }

    /** The terms of a text without addresses, links and tags, which say nothing about its meaning. */
    Map<String, Integer> terms(String text) {
        StringBuilder words = new StringBuilder(text);
        for (Link link : Link.in(text)) {
            words.replace(link.start(), link.end(), " ".repeat(link.end() - link.start()));
        }
        Map<String, Integer> counted = new TreeMap<>();
        for (String term : terms.of(ADDRESS_OR_TAG.matcher(words).replaceAll(" "))) {
            counted.merge(term, 1, Integer::sum);
        }
        return counted;
    }

    private static double weight(Entry entry) {
        int reactions =
                entry.reactions().values().stream().mapToInt(Integer::intValue).sum();
        double liked = Math.min(1.6, 1 + 0.2 * Math.log(1 + Math.max(0, reactions)) / Math.log(2));
        return liked * (entry.filing().sure() ? 1 : 0.85);
    }

    /** A question put back to the room, a text that was cut off or that goes on about labels say less than a statement. */
    private static double manner(String text) {
        if (LABEL.matcher(text).find()) {
            return 0.5;
        }
        if (text.endsWith("?") || text.endsWith("？") || text.endsWith("؟")) {
            return 0.6;
        }
        return text.endsWith("…") || text.endsWith("...") ? 0.5 : 1;
    }

    private static int afterMentions(String text) {
        Matcher mentions = MENTION.matcher(text);
        return mentions.lookingAt() ? mentions.end() : 0;
    }

    private static String withoutLinksAtTheEnd(String piece) {
        String text = piece.strip();
        List<Link> links = Link.in(text);
        for (int last = links.size() - 1; last >= 0 && links.get(last).end() == text.length(); last--) {
            text = text.substring(0, links.get(last).start()).strip();
        }
        boolean pointsAtNothing = text.length() < piece.strip().length() && text.endsWith(":");
        return pointsAtNothing ? "" : text;
    }

    /** Mostly letters, no name taken out of it, and nothing but words that are meant to be read. */
    private static boolean readable(String text) {
        long letters = text.codePoints().filter(Passages::partOfWord).count();
        long signs = text.codePoints().filter(c -> !Character.isWhitespace(c)).count();
        return letters * 10 >= signs * 7 && !Masking.masked(text) && !text.contains("```") && !text.contains("</");
    }

    private static boolean partOfWord(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
