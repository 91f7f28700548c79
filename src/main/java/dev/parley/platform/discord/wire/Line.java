package dev.parley.platform.discord.wire;

import java.util.List;

/**
 * A paragraph, a heading, an item of a list, or an empty line.
 *
 * @param first what stands before it
 * @param next what stands before its later lines, and before what is left of it in another message
 */
record Line(String first, String next, List<Unit> units) {

    static Line of(String first, String next, List<Unit> units) {
        return new Line(first, next, List.copyOf(units));
    }

    static Line empty(String prefix) {
        return new Line(prefix.strip(), prefix.strip(), List.of());
    }
}
