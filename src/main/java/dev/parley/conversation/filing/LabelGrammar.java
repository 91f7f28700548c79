package dev.parley.conversation.filing;

import java.util.Optional;
import java.util.TreeSet;

/**
 * Reads one label that begins at a given place: {@code A3}, {@code A 3}, {@code A3.2}, {@code A3a&b}, {@code A4/5},
 * {@code A1 & A2}, {@code Answer 3}, {@code Q#3}, {@code 3)}, {@code FA}, {@code Final question}. A reader by hand, one pass, no
 * going back further than a few characters.
 */
final class LabelGrammar {
    /** A chat with more questions than this is not one; larger numbers are papers, roads and aircraft. */
    private static final int LARGEST = 30;

    private final String text;
    private final int start;
    private int at;
    private boolean spaced;
    private final TreeSet<Integer> numbers = new TreeSet<>();
    private final StringBuilder part = new StringBuilder();

    private LabelGrammar(String text, int start) {
        this.text = text;
        this.start = start;
        this.at = start;
    }

    /**
     * The label that begins at {@code start}, if one does.
     *
     * @param text a folded text
     * @param start a place in it, at a letter, a digit or a number sign
     */
    static Optional<Label> read(String text, int start) {
        LabelGrammar grammar = new LabelGrammar(text, start);
        Optional<Label> closing = grammar.closing();
        return closing.isPresent() ? closing : grammar.numbered();
    }

    private Optional<Label> closing() {
        boolean capitals = text.startsWith("FA", start) || text.startsWith("AF", start);
        if (word("fa") || word("af")) {
            Label label = label(Letter.FINAL);
            return label.marked() || capitals ? Optional.of(label) : again();
        }
        if (word("fq")) {
            return Optional.of(label(Letter.FINAL_QUESTION));
        }
        if (word("final") || word("closing") || word("parting") || word("last")) {
            skipSpaces();
            if (word("thought") || word("thoughts")) {
                return Optional.of(label(Letter.FINAL));
            }
            if (word("question") || word("q")) {
                return Optional.of(label(Letter.FINAL_QUESTION));
            }
        }
        return again();
    }

    private Optional<Label> again() {
        at = start;
        return Optional.empty();
    }

    private Optional<Label> numbered() {
        Optional<Letter> letter = letter();
        if (letter.isEmpty()) {
            return Optional.empty();
        }
        if (letter.get() == Letter.ANSWER && peek() == '!' && at == start + 1) {
            at++;
            numbers.add(1);
            return Character.isLetterOrDigit(peek()) ? Optional.empty() : Optional.of(label(Letter.ANSWER));
        }
        if (!number()) {
            return Optional.empty();
        }
        if (letter.get() == Letter.NUMBER && text.charAt(start) != '#') {
            return bare();
        }
        while (another(letter.get())) {
            // each turn has taken one more number
        }
        part();
        boolean ends = !Character.isLetterOrDigit(peek()) && "%_/'&+".indexOf(peek()) < 0;
        return ends && !isYear() ? Optional.of(label(letter.get())) : Optional.empty();
    }

    /** "3." or "3)" or "3:", and the turned-round "3A". */
    private Optional<Label> bare() {
        if (peek() == 'A' && !Character.isLetterOrDigit(peek(1)) && peek(1) != '\'') {
            at++;
            return Optional.of(label(Letter.ANSWER));
        }
        boolean marked = (peek() == '.' || peek() == ')' || peek() == ':') && !Character.isDigit(peek(1));
        return marked ? Optional.of(label(Letter.NUMBER)) : Optional.empty();
    }

    private Optional<Letter> letter() {
        if (word("answer") || word("ans")) {
            return beforeNumber() ? Optional.of(Letter.ANSWER) : Optional.empty();
        }
        if (word("question") || word("ques")) {
            return beforeNumber() ? Optional.of(Letter.QUESTION) : Optional.empty();
        }
        if (word("topic")) {
            return beforeNumber() ? Optional.of(Letter.TOPIC) : Optional.empty();
        }
        char first = Character.toLowerCase(peek());
        if (first == '#' || Character.isDigit(first)) {
            at += first == '#' ? 1 : 0;
            return Optional.of(Letter.NUMBER);
        }
        at++;
        Optional<Letter> letter = switch (first) {
            case 'a' -> Optional.of(Letter.ANSWER);
            case 'q' -> Optional.of(Letter.QUESTION);
            case 't' -> Optional.of(Letter.TOPIC);
            default -> Optional.empty();
        };
        if (letter.isPresent() && peek() != '!') {
            int before = at;
            beforeNumber();
            spaced = at > before;
        }
        return letter;
    }

    /** Skips what may stand between a letter and its number. */
    private boolean beforeNumber() {
        skipSpaces();
        if (peek() == '#' || peek() == '-' && Character.isDigit(peek(1)) && !Character.isDigit(peek(2))) {
            at++;
        }
        return Character.isDigit(peek());
    }

    private boolean number() {
        int digits = at;
        int value = 0;
        while (at < text.length() && Character.isDigit(text.charAt(at)) && at - digits < 3) {
            value = value * 10 + Character.digit(text.charAt(at), 10);
            at++;
        }
        boolean good = at > digits && at - digits < 3 && value <= LARGEST;
        if (good) {
            numbers.add(value);
        }
        return good;
    }

    /** "/5", "&5", "& A5", "and A5", ", A5": one more number, if there is one. */
    private boolean another(Letter letter) {
        int before = at;
        skipSpaces();
        boolean joined = peek() == '/' || peek() == '&' || peek() == '+' || peek() == ',';
        boolean comma = peek() == ',';
        if (joined) {
            at++;
        } else if (!word("and")) {
            at = before;
            return false;
        }
        boolean word = !joined;
        skipSpaces();
        boolean lettered = Character.toLowerCase(peek()) == Character.toLowerCase(text.charAt(start))
                && Character.isDigit(peek(1));
        if (lettered) {
            at++;
        }
        boolean tight = text.substring(before, at).isBlank()
                || !text.substring(before, at).contains(" ");
        boolean follows = nextNumber() == numbers.last() + 1;
        boolean good = lettered || joined && follows && (tight || !comma) && letter != Letter.NUMBER && !word;
        if (good && number() && !(Character.isLetter(peek()) && Character.isLetter(peek(1)))) {
            return true;
        }
        at = before;
        return false;
    }

    private int nextNumber() {
        int value = -1;
        for (int i = at; i < text.length() && i < at + 2 && Character.isDigit(text.charAt(i)); i++) {
            value = Math.max(value, 0) * 10 + Character.digit(text.charAt(i), 10);
        }
        return value;
    }

    /** ".2", ".4.1", "a", "a&b", "-2", "/3", "ish". */
    private void part() {
        if ((peek() == '.' || peek() == '-' || peek() == '/') && Character.isDigit(peek(1))) {
            boolean dotted = peek() == '.';
            do {
                at++;
                digits();
            } while (dotted && peek() == '.' && Character.isDigit(peek(1)));
        }
        if (text.startsWith("ish", at) && !Character.isLetterOrDigit(peek(3))) {
            at += 3;
        } else if (peek() == '.' && isPartLetter(1)) {
            at++;
            letters();
        } else if (isPartLetter(0)) {
            letters();
        }
    }

    private void digits() {
        if (!part.isEmpty()) {
            part.append('.');
        }
        while (Character.isDigit(peek())) {
            part.append(peek());
            at++;
        }
    }

    private void letters() {
        part.append(peek());
        at++;
        while ((peek() == '&' || peek() == '/' || peek() == '+' || peek() == ',') && isPartLetter(1)) {
            part.append(peek()).append(peek(1));
            at += 2;
        }
    }

    private boolean isPartLetter(int ahead) {
        char letter = Character.toLowerCase(peek(ahead));
        return letter >= 'a' && letter <= 'h' && !Character.isLetterOrDigit(peek(ahead + 1)) && peek(ahead + 1) != '\'';
    }

    /** "Q1 2024" is a quarter of a year. */
    private boolean isYear() {
        int digit = at;
        while (digit < text.length() && text.charAt(digit) == ' ') {
            digit++;
        }
        int end = digit;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end - digit == 4 && end > at;
    }

    private Label label(Letter letter) {
        int end = at;
        boolean marked = false;
        while (end < text.length()
                && (":.)]-\u2013\u2014;,|>~=*_`".indexOf(text.charAt(end)) >= 0 || text.charAt(end) == ' ')) {
            marked |= ":.)]-\u2013\u2014;,|>~=".indexOf(text.charAt(end)) >= 0;
            end++;
        }
        return new Label(
                letter,
                numbers,
                part.isEmpty() ? Optional.empty() : Optional.of(part.toString()),
                marked,
                spaced && !marked,
                Label.Where.FRONT,
                start,
                end);
    }

    private boolean word(String word) {
        int end = at + word.length();
        if (!text.regionMatches(true, at, word, 0, word.length())
                || end < text.length() && Character.isLetter(text.charAt(end))) {
            return false;
        }
        at = end;
        return true;
    }

    private void skipSpaces() {
        while (peek() == ' ') {
            at++;
        }
    }

    private char peek() {
        return peek(0);
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }
}
