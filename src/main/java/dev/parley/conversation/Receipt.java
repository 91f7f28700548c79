package dev.parley.conversation;

/** How we show a person, quietly, what became of their message. */
public enum Receipt {
    /** Filed under a question because a label or the place says so. */
    FILED,
    /** Filed by a guess. */
    GUESSED,
    /** No mark; an earlier one is taken away. */
    NONE
}
