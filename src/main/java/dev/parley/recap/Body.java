package dev.parley.recap;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is left of a message without the label at its head or its tail and the chat's hashtag there: those say where it belongs, and
 * the recap shows that already.
 *
 * @param start where it begins, in UTF-16 units
 * @param end where it ends, exclusive
 */
record Body(int start, int end) {

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]++");
    private static final Pattern MENTION = Pattern.compile("@[\\p{L}\\p{N}_.-]++[:,]?+");
    private static final Pattern HASHTAG = Pattern.compile("#[\\p{L}\\p{N}_]++");
    private static final Pattern SEPARATOR = Pattern.compile("\\s*+[:.;,)\\]\\-–—]++\\s*+|\\s++|$");
    private static final Pattern LABEL = Pattern.compile(
            "[aqt](\\d{1,2})(?:\\.\\d{1,2})*+(?:[a-e](?![\\p{L}\\p{N}]))?+"
                    + "(?:\\s?+[/&+]\\s?+[aqt]?+\\d{1,2}+(?:[a-e](?![\\p{L}\\p{N}]))?+)*+"
                    + "(?:\\s?+\\(?+cont(?:['’]?d|inued)?+(?![\\p{L}])\\.?+\\)?+)?+(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACED_LABEL =
            Pattern.compile("[aqt] (\\d{1,2}) ?+(?=[:.)])", Pattern.CASE_INSENSITIVE);
    private static final Pattern COUNT = Pattern.compile("[(\\[]?+\\d{1,2}/\\d{1,2}[)\\]]?+(?![\\p{L}\\p{N}])");
    private static final Pattern FINAL =
            Pattern.compile("(?:FA|AF|final thoughts?+)\\s?+(?=[:.)\\-–—])", Pattern.CASE_INSENSITIVE);

    /** The body of a message. */
    static Body of(Entry entry, String hashtag) {
        return of(
                entry.text(),
                hashtag,
                entry.filing().questions(),
                entry.filing().part().isPresent());
    }

    /**
     * The text of a question without its label, and without a link behind the chat's hashtag: that is how a picture of the question
     * stands in a transcript.
     */
    static String ofQuestion(Asked asked, String hashtag) {
        String text = asked.text().strip();
        Set<Integer> number = Set.of(asked.number());
        for (Link link : Link.in(text)) {
            String before = text.substring(0, link.start()).strip();
            boolean picture =
                    link.end() == text.length() && withoutTag(before, 0, before.length(), hashtag) < before.length();
            text = picture ? before : text;
        }
        return of(text, hashtag, number, false).in(text);
    }

    private static Body of(String text, String hashtag, Set<Integer> questions, boolean parted) {
        int start = head(text, hashtag, questions, parted);
        return new Body(start, Math.max(start, tail(text, start, hashtag, questions, parted)));
    }

    /** The piece of the text that it is. */
    String in(String text) {
        return text.substring(start, end);
    }

    private static int head(String text, String hashtag, Set<Integer> questions, boolean parted) {
        int at = skip(SPACE, text, 0);
        int address = addressed(text, at, hashtag);
        int label = label(text, address, questions);
        if (label == address && parted) {
            int count = skip(COUNT, text, address);
            label = count == address ? address : label(text, skip(SEPARATOR, text, count), questions);
        }
        if (label == address) {
            return skipTag(text, at, hashtag);
        }
        if (parted) {
            int count = skip(COUNT, text, label);
            label = count == label ? label : skip(SEPARATOR, text, count);
        }
        return skipTag(text, label, hashtag);
    }

    private static int addressed(String text, int from, String hashtag) {
        int at = from;
        while (true) {
            int next = skip(SPACE, text, skip(MENTION, text, skipTag(text, at, hashtag)));
            if (next == at) {
                return at;
            }
            at = next;
        }
    }

    private static int label(String text, int at, Set<Integer> questions) {
        for (Pattern pattern : List.of(LABEL, SPACED_LABEL)) {
            Matcher label = pattern.matcher(text).region(at, text.length());
            if (label.lookingAt() && questions.contains(Integer.valueOf(label.group(1)))) {
                int end = label.end();
                int separated = skip(SEPARATOR, text, end);
                return separated > end || end == text.length() ? separated : at;
            }
        }
        int wished = skip(FINAL, text, at);
        return wished > at && questions.isEmpty() ? skip(SEPARATOR, text, wished) : at;
    }

    private static int skipTag(String text, int at, String hashtag) {
        Matcher tag = HASHTAG.matcher(text).region(at, text.length());
        if (!hashtag.isEmpty() && tag.lookingAt() && tag.group().equalsIgnoreCase(hashtag)) {
            return skip(SPACE, text, tag.end());
        }
        return at;
    }

    private static int skip(Pattern pattern, String text, int at) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        return matcher.lookingAt() ? matcher.end() : at;
    }

    private static int tail(String text, int start, String hashtag, Set<Integer> questions, boolean parted) {
        int end = trim(text, start, text.length());
        while (true) {
            int shorter = withoutTag(text, start, end, hashtag);
            shorter = withoutLabel(text, start, shorter, questions);
            if (parted) {
                shorter = withoutWord(text, start, shorter, COUNT);
            }
            shorter = trim(text, start, shorter);
            if (shorter == end) {
                return end;
            }
            end = shorter;
        }
    }

    /** The chat's own tag goes wherever it ends a message, another one only behind a finished sentence. */
    private static int withoutTag(String text, int start, int end, String hashtag) {
        int hash = end;
        while (hash > start && (Character.isLetterOrDigit(text.charAt(hash - 1)) || text.charAt(hash - 1) == '_')) {
            hash--;
        }
        if (hash == end || hash <= start || text.charAt(hash - 1) != '#') {
            return end;
        }
        boolean own = !hashtag.isEmpty() && text.substring(hash - 1, end).equalsIgnoreCase(hashtag);
        int before = trim(text, start, hash - 1);
        boolean finished = before > start && ".!?…。！？)".indexOf(text.charAt(before - 1)) >= 0;
        return own || finished ? before : end;
    }

    private static int withoutLabel(String text, int start, int end, Set<Integer> questions) {
        int word = wordStart(text, start, end);
        Matcher label = LABEL.matcher(text).region(word, end);
        if (word == start || !label.matches() || !questions.contains(Integer.valueOf(label.group(1)))) {
            return end;
        }
        int before = trim(text, start, word);
        return before > start && "-–—".indexOf(text.charAt(before - 1)) >= 0 ? before - 1 : before;
    }

    private static int withoutWord(String text, int start, int end, Pattern pattern) {
        int word = wordStart(text, start, end);
        return word > start && pattern.matcher(text).region(word, end).matches() ? word : end;
    }

    private static int wordStart(String text, int start, int end) {
        int word = end;
        while (word > start && !blank(text.charAt(word - 1))) {
            word--;
        }
        return word;
    }

    private static int trim(String text, int start, int end) {
        int trimmed = end;
        while (trimmed > start && blank(text.charAt(trimmed - 1))) {
            trimmed--;
        }
        return trimmed;
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
