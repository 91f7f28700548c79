package dev.parley.conversation;

/** What a message is in its chat. */
public enum Kind {
    /** The moderator's opening words, before the first question. */
    WELCOME,
    /** A question of the script, or its repeat. */
    QUESTION,
    /** An answer to one question or to several. */
    ANSWER,
    /** Somebody introduces themselves. */
    INTRODUCTION,
    /** A final thought (FA, AF). */
    FINAL,
    /** Side talk: everything else. It is kept like the rest. */
    SIDE
}
