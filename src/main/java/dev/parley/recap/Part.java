package dev.parley.recap;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A question with what was said about it.
 *
 * @param question its text without its label; empty where it was answered and never put
 * @param at when it was put, if that is known
 * @param highlights at most three, the best first
 * @param answers all of them, in order
 */
public record Part(
        int number, String question, Optional<Instant> at, List<Highlight> highlights, List<Answer> answers) {

    public Part {
        highlights = List.copyOf(highlights);
        answers = List.copyOf(answers);
    }
}
