package dev.parley.conversation.filing;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Compares what was said with what was asked, and sees whether a text goes on. */
record Texts(Reading reading, Set<String> words) {

    static Texts of(String text) {
        Reading reading = Reading.of(text);
        return new Texts(reading, new HashSet<>(reading.spoken()));
    }

    boolean has(Letter letter) {
        return reading.has(letter);
    }

    /** Whether this question asks people to introduce themselves. */
    boolean asksWho() {
        return reading.says(Words.INTRODUCING);
    }

    /** Whether a message says this question again: its words as they stand, or nearly all of them. */
    boolean isSaidBy(Reading other) {
        String mine = reading.core();
        String theirs = other.core();
        if (mine.length() >= 16 && (theirs.contains(mine) || theirs.length() >= 24 && mine.startsWith(theirs))) {
            return true;
        }
        if (words.size() < 6) {
            return false;
        }
        long shared = other.spoken().stream().distinct().filter(words::contains).count();
        return shared * 10 >= words.size() * 8;
    }

    /** Whether the author breaks off: the text ends with dots, or with a dash or an arrow. */
    static boolean trailsOff(Reading reading) {
        List<Token> tokens = reading.tokens();
        int last = tokens.size() - 1;
        while (last > 0 && tokens.get(last).isAside()) {
            last--;
        }
        boolean dots =
                last > 1 && tokens.get(last).isMark(".") && tokens.get(last - 1).isMark(".");
        return dots || last >= 0 && tokens.get(last).isMark("\u2026\u2192>");
    }

    /** Whether the text takes up where its author stopped: dots first, or a word that joins. */
    static boolean goesOn(Reading reading) {
        for (Token token : reading.tokens()) {
            if (token.is(Token.Kind.WORD)) {
                return Words.GOING_ON.contains(token.text().toLowerCase(Locale.ROOT));
            }
            if (token.isMark(".+&")) {
                return true;
            }
        }
        return false;
    }
}
