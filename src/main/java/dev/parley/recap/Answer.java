package dev.parley.recap;

import java.util.List;

/**
 * One person's answer to a question, in one part or in several.
 *
 * @param parts at least one, in order
 */
public record Answer(List<Quote> parts) {

    public Answer {
        parts = List.copyOf(parts);
    }

    /** Its first part. */
    public Quote first() {
        return parts.getFirst();
    }
}
