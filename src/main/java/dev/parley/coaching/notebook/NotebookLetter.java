package dev.parley.coaching.notebook;

import dev.parley.conversation.Letter;

/** What a notebook says to its person in private, by reference. */
public sealed interface NotebookLetter extends Letter {

    /** How did it go with what they wanted to try. */
    record HowDidItGo(String commitment) implements NotebookLetter {}
}
