package dev.parley.conversation.filing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes a message apart, in one pass and without regular expressions. */
final class Tokens {
    private final String text;
    private final List<Token> found = new ArrayList<>();
    private int at;

    private Tokens(String text) {
        this.text = text;
    }

    /**
     * The text in the form in which everything here reads it: compatibility forms (full-width letters, styled digits) become plain
     * ones, and what cannot be seen (joiners, direction marks, variation selectors) is dropped.
     */
    static String fold(String raw) {
        boolean plain = true;
        for (int i = 0; i < raw.length() && plain; i++) {
            plain = raw.charAt(i) < 0x80;
        }
        if (plain) {
            return raw;
        }
        String composed = Normalizer.normalize(raw, Normalizer.Form.NFKC);
        StringBuilder kept = new StringBuilder(composed.length());
        composed.codePoints().forEach(point -> {
            if (point == 0x2019 || point == 0x2018 || point == 0x02BC) {
                kept.append('\'');
            } else if (isSeen(point)) {
                kept.appendCodePoint(point);
            }
        });
        return kept.toString();
    }

    private static boolean isSeen(int point) {
        int type = Character.getType(point);
        boolean selector = point >= 0xFE00 && point <= 0xFE0F || point == 0x20E3;
        return type != Character.FORMAT && !selector && (type != Character.CONTROL || Character.isWhitespace(point));
    }

    static List<Token> of(String text) {
        return new Tokens(text).read();
    }

    private List<Token> read() {
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                at += Character.charCount(point);
            } else {
                take(point);
            }
        }
        return found;
    }

    private void take(int point) {
        int start = at;
        if (startsLink()) {
            skipToSpace();
            add(Token.Kind.LINK, start);
        } else if (point == '@' && wordAt(at + 1)) {
            at++;
            skipWord(true);
            add(Token.Kind.NAME, start);
        } else if (point == '#' && wordAt(at + 1)) {
            at++;
            skipWord(true);
            add(allDigits(start + 1, at) ? Token.Kind.WORD : Token.Kind.HASHTAG, start);
        } else if (Character.isLetterOrDigit(point)) {
            skipWord(false);
            add(Token.Kind.WORD, start);
        } else {
            at += Character.charCount(point);
            add(Token.Kind.MARK, start);
        }
    }

    private boolean startsLink() {
        return text.regionMatches(true, at, "http://", 0, 7)
                || text.regionMatches(true, at, "https://", 0, 8)
                || text.regionMatches(true, at, "www.", 0, 4);
    }

    private void skipToSpace() {
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean wordAt(int index) {
        return index < text.length()
                && (Character.isLetterOrDigit(text.codePointAt(index)) || text.charAt(index) == '_');
    }

    private void skipWord(boolean underscores) {
        while (at < text.length()) {
            int point = text.codePointAt(at);
            boolean apostrophe =
                    point == '\'' && at + 1 < text.length() && Character.isLetter(text.codePointAt(at + 1));
            boolean combining = Character.getType(point) == Character.NON_SPACING_MARK;
            if (!Character.isLetterOrDigit(point) && !combining && !(underscores ? point == '_' : apostrophe)) {
                return;
            }
            at += Character.charCount(point);
        }
    }

    private boolean allDigits(int start, int end) {
        return text.substring(start, end).chars().allMatch(Character::isDigit);
    }

    private void add(Token.Kind kind, int start) {
        found.add(new Token(kind, text.substring(start, at), start, at));
    }

    /** The letters and digits of these tokens in lower case, links left out: two texts with the same are the same words. */
    static String bare(List<Token> tokens) {
        StringBuilder bare = new StringBuilder();
        for (Token token : tokens) {
            if (token.is(Token.Kind.WORD) || token.is(Token.Kind.NAME) || token.is(Token.Kind.HASHTAG)) {
                appendBare(token.text().toLowerCase(Locale.ROOT), bare);
            }
        }
        return bare.toString();
    }

    private static void appendBare(String word, StringBuilder bare) {
        for (int at = 0; at < word.length(); ) {
            int point = word.codePointAt(at);
            if (Character.isLetterOrDigit(point)) {
                bare.appendCodePoint(point);
            }
            at += Character.charCount(point);
        }
    }
}
