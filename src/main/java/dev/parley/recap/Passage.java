package dev.parley.recap;

import java.util.Map;

/**
 * A piece of an answer that could stand for it.
 *
 * @param quote the message that it is from
 * @param author the same for all passages of one person
 * @param text the piece, as it was said
 * @param terms its terms and how often each stands in it, in alphabetical order
 * @param weight what speaks for it besides its words: reactions, length, standing at the beginning
 */
record Passage(Quote quote, String author, String text, Map<String, Integer> terms, double weight) {}
