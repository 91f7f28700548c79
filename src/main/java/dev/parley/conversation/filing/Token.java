package dev.parley.conversation.filing;

/**
 * A piece of a message.
 *
 * @param kind what it is
 * @param text as written
 * @param start where it begins, UTF-16 units
 * @param end where it ends, UTF-16 units
 */
record Token(Kind kind, String text, int start, int end) {

    /** What a piece of a message can be. */
    enum Kind {
        /** Letters and digits. */
        WORD,
        /** A name after an at sign. */
        NAME,
        /** A hashtag that has a letter in it. */
        HASHTAG,
        LINK,
        /** Anything else but white space: punctuation, pictures. */
        MARK
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isMark(String marks) {
        return kind == Kind.MARK && marks.contains(text);
    }

    /** Whether it is neither a word nor a mark: it addresses, tags or links. */
    boolean isAside() {
        return kind == Kind.NAME || kind == Kind.HASHTAG || kind == Kind.LINK;
    }
}
