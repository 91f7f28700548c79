package dev.parley.voice;

import java.util.Set;

/**
 * One thing that Parley can say. Each package that speaks has an enum of its phrases; the texts are in {@code prompts/}, so that a
 * community can rewrite them.
 */
public interface Phrase {

    /** The file under {@code prompts/} that holds the text, without its ending: {@code "voice"}. */
    String file();

    /** The heading in that file: {@code "one minute left"}. */
    String heading();

    /** The names that the text may use in braces. A text need not use them all. */
    Set<String> blanks();
}
