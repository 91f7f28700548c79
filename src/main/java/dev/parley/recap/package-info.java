/**
 * From what was said in a conversation to its recap: by question, with highlights that are people's own sentences, chosen and
 * never invented. Pure: the same material makes the same recap. The formats are written by {@code recap.format}.
 */
@org.jspecify.annotations.NullMarked
package dev.parley.recap;
