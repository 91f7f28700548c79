package dev.parley.platform.discord.wire;

import java.util.List;

/**
 * A piece of text that is never cut: a letter as people see it, or a link.
 *
 * @param shown as Discord is told
 * @param pause how well the text may be cut after it; 0 where it should not be
 * @param marks what it is set in, outermost first: {@code "**"}, {@code "*"}
 */
record Unit(String shown, int pause, List<String> marks) {
    static final int WORD = 1;
    static final int SENTENCE = 2;
    static final int LINE = 3;
}
