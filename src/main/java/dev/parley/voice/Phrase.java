package dev.parley.voice;

import java.util.Locale;
import java.util.Set;

/**
 * One thing that Parley can say. Each package that speaks has an enum of its phrases; the texts are in {@code prompts/}, so that a
 * community can rewrite them.
 */
public interface Phrase {

    /** The file under {@code prompts/} that holds the text, without its ending: {@code "voice"}. */
    String file();

    /** The name of the enum's constant. */
    String name();

    /** The heading in that file, which is the constant's name in lower case words: {@code "one minute"}. */
    default String heading() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The names that the text may use in braces. A text need not use them all. */
    Set<String> blanks();
}
