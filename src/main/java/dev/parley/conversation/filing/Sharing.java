package dev.parley.conversation.filing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the words of somebody else in a message: "RT @name: …", "MT @name …", or a quotation that begins with a name. */
final class Sharing {
    private Sharing() {}

    static Optional<Reading.Shared> read(List<Token> tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token mark = tokens.get(i);
            boolean quoted = i == 0
                    && mark.isMark("\"\u201C")
                    && i + 2 < tokens.size()
                    && tokens.get(2).isMark(":");
            if ((passesOn(mark) || quoted) && tokens.get(i + 1).is(Token.Kind.NAME)) {
                return Optional.of(shared(tokens, i));
            }
        }
        return Optional.empty();
    }

    private static boolean passesOn(Token token) {
        return token.text().equalsIgnoreCase("RT") || token.text().equalsIgnoreCase("MT");
    }

    private static Reading.Shared shared(List<Token> tokens, int mark) {
        boolean commented = tokens.subList(0, mark).stream().anyMatch(token -> token.is(Token.Kind.WORD));
        String from = tokens.get(mark + 1).text().substring(1).toLowerCase(Locale.ROOT);
        return new Reading.Shared(from, mark, mark + 2, commented);
    }

    /** The words passed on, without further "RT @name" before them. */
    static List<Token> innermost(List<Token> tokens, int body) {
        int start = skipColon(tokens, body);
        while (start + 1 < tokens.size()
                && passesOn(tokens.get(start))
                && tokens.get(start + 1).is(Token.Kind.NAME)) {
            start = skipColon(tokens, start + 2);
        }
        return tokens.subList(start, tokens.size());
    }

    private static int skipColon(List<Token> tokens, int start) {
        return start < tokens.size() && tokens.get(start).isMark(":") ? start + 1 : start;
    }
}
