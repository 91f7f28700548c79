package dev.parley.conversation.filing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A mark that says that a message is one of several: {@code 1/2}, {@code (2/2)}, {@code 2 of 3}, {@code cont'd}.
 *
 * @param number which one it is; 0 where it only says "continued"
 * @param of how many there are; 0 where it does not say
 * @param safe whether it can be nothing else; "3/4" at the front could be a fraction
 * @param typed as typed, without brackets
 */
record Sequence(int number, int of, boolean safe, String typed) {
    private static final Set<String> CONTINUED =
            Set.of("cont", "cont'd", "contd", "continued", "con't", "cont'", "continuing", "ctd");

    /** The mark at the front or at the end of these tokens, if there is one. */
    static Optional<Sequence> read(List<Token> tokens) {
        int first = 0;
        while (first < tokens.size() && !tokens.get(first).is(Token.Kind.WORD)) {
            first++;
        }
        Optional<Sequence> front = at(tokens, first);
        return front.isPresent() ? front : atEnd(tokens, first);
    }

    private static Optional<Sequence> atEnd(List<Token> tokens, int first) {
        int words = 0;
        for (int i = tokens.size() - 1; i > first && words < 2; i--) {
            if (tokens.get(i).is(Token.Kind.WORD)) {
                words++;
                Optional<Sequence> found = at(tokens, i);
                if (found.isPresent() && (found.get().number() > 0 || words == 1)) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Sequence> at(List<Token> tokens, int index) {
        if (index >= tokens.size()) {
            return Optional.empty();
        }
        Token token = tokens.get(index);
        String word = token.text().toLowerCase(Locale.ROOT);
        if (CONTINUED.contains(word)) {
            return Optional.of(new Sequence(0, 0, true, word));
        }
        int number = number(tokens, index);
        if (number == 0 || index + 1 >= tokens.size()) {
            return Optional.empty();
        }
        Token slash = tokens.get(index + 1);
        boolean tight = slash.start() == token.end();
        boolean bracketed = index > 0 && tokens.get(index - 1).isMark("([{");
        int of = number(tokens, index + 2);
        if (slash.isMark("/") && tight && of >= number && of > 1) {
            boolean date = index + 3 < tokens.size() && tokens.get(index + 3).isMark("/");
            return date
                    ? Optional.empty()
                    : Optional.of(new Sequence(number, of, bracketed || number == of, number + "/" + of));
        }
        if (slash.isMark("/")
                && tight
                && (index + 2 >= tokens.size() || tokens.get(index + 2).start() > slash.end())) {
            return Optional.of(new Sequence(number, 0, true, number + "/"));
        }
        if (slash.text().equalsIgnoreCase("of") && bracketed && of >= number) {
            return Optional.of(new Sequence(number, of, true, number + "/" + of));
        }
        return Optional.empty();
    }

    private static int number(List<Token> tokens, int index) {
        if (index >= tokens.size() || tokens.get(index).text().length() > 1) {
            return 0;
        }
        char digit = tokens.get(index).text().charAt(0);
        return digit >= '1' && digit <= '9' ? digit - '0' : 0;
    }

    /** Whether more is to come after this one. */
    boolean opens() {
        return number > 0 && (of == 0 || number < of);
    }

    /** Whether something went before this one. */
    boolean follows() {
        return number != 1;
    }
}
