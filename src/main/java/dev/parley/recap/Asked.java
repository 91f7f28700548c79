package dev.parley.recap;

import java.time.Instant;
import java.util.Optional;

/**
 * A question that was put.
 *
 * @param number from 1
 * @param text as it was put; light Markdown, or a line of a transcript with its label
 * @param at when it was put first, if that is known
 */
public record Asked(int number, String text, Optional<Instant> at) {}
