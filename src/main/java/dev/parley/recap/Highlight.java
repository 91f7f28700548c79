package dev.parley.recap;

/**
 * Somebody's own sentence, or two, chosen to stand for what was said.
 *
 * @param text a piece of the message, unchanged
 * @param of the message that it is taken from
 */
public record Highlight(String text, Quote of) {}
