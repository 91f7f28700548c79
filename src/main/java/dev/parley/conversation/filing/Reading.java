package dev.parley.conversation.filing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What can be seen from a text alone.
 *
 * @param text the folded text, all of it
 * @param tokens its pieces; of a retweet the words that are passed on, of one with a comment only the comment
 * @param shared whose words are passed on, where it is a retweet
 * @param addressed the names that it begins with, in lower case, without the sign
 * @param label the label that its author put on it (the author of what is passed on, in a plain retweet)
 * @param sequence the mark that makes it one of several messages
 * @param words how many words it has, names and hashtags not counted
 * @param asks whether there is a question mark in it
 * @param full its letters and digits, for comparing
 * @param core the same without the names and hashtags before, and without the label
 */
record Reading(
        String text,
        List<Token> tokens,
        Optional<Shared> shared,
        List<String> addressed,
        Optional<Label> label,
        Optional<Sequence> sequence,
        int words,
        boolean asks,
        String full,
        String core) {

    /**
     * Words of somebody else that are passed on.
     *
     * @param from whose, in lower case
     * @param mark the token that says so
     * @param body the first token of the words
     * @param commented whether the sharer says something before them
     */
    record Shared(String from, int mark, int body, boolean commented) {}

    /** Reads a text as people see it. */
    static Reading of(String raw) {
        String text = Tokens.fold(raw);
        List<Token> tokens = Tokens.of(text);
        Optional<Shared> shared = Sharing.read(tokens);
        if (shared.isEmpty()) {
            return read(text, tokens, tokens, shared);
        }
        Shared words = shared.get();
        List<Token> own = words.commented() ? tokens.subList(0, words.mark()) : Sharing.innermost(tokens, words.body());
        return read(text, own, words.commented() ? tokens : own, shared);
    }

    private static Reading read(String text, List<Token> own, List<Token> whole, Optional<Shared> shared) {
        Optional<Label> label = LabelReader.read(text, own);
        List<Token> body = body(own, label);
        int words =
                (int) own.stream().filter(token -> token.is(Token.Kind.WORD)).count();
        return new Reading(
                text,
                own,
                shared,
                addressed(own),
                label,
                Sequence.read(body),
                words,
                own.stream().anyMatch(token -> token.isMark("?\u061F")),
                Tokens.bare(whole),
                Tokens.bare(own == whole ? body : body(whole, Optional.empty())));
    }

    private static List<Token> body(List<Token> tokens, Optional<Label> label) {
        int start = 0;
        if (label.isPresent() && label.get().where() != Label.Where.END) {
            int end = label.get().end();
            while (start < tokens.size() && tokens.get(start).start() < end) {
                start++;
            }
            return tokens.subList(start, tokens.size());
        }
        while (start < tokens.size() && !tokens.get(start).is(Token.Kind.WORD)) {
            start++;
        }
        int end = tokens.size();
        if (label.isPresent()) {
            end = start;
            while (end < tokens.size() && tokens.get(end).start() < label.get().start()) {
                end++;
            }
        }
        return tokens.subList(start, Math.max(start, end));
    }

    private static List<String> addressed(List<Token> tokens) {
        return tokens.stream()
                .takeWhile(token -> !token.is(Token.Kind.WORD))
                .filter(token -> token.is(Token.Kind.NAME))
                .map(token -> token.text().substring(1).toLowerCase(Locale.ROOT))
                .toList();
    }

    boolean has(Letter letter) {
        return label.isPresent() && label.get().is(letter);
    }

    /** Whether it says nothing but which label something else should have had. */
    boolean isOnlyLabel() {
        return label.isPresent()
                && label.get().where() != Label.Where.END
                && words <= 5
                && tokens.stream()
                        .noneMatch(token -> token.is(Token.Kind.WORD)
                                && token.start() >= label.get().end());
    }

    boolean linked() {
        return tokens.stream().anyMatch(token -> token.is(Token.Kind.LINK));
    }

    /** Whether one of its first so many words is one of these. */
    boolean begins(Set<String> with, int within) {
        return tokens.stream()
                .filter(token -> token.is(Token.Kind.WORD))
                .limit(within)
                .anyMatch(token -> with.contains(lower(token)));
    }

    /** Whether one of its words is one of these. */
    boolean says(Set<String> words) {
        return begins(words, Integer.MAX_VALUE);
    }

    /** The words in lower case, in order. */
    List<String> spoken() {
        return tokens.stream()
                .filter(token -> token.is(Token.Kind.WORD))
                .map(Reading::lower)
                .toList();
    }

    private static String lower(Token token) {
        return token.text().toLowerCase(Locale.ROOT);
    }
}
