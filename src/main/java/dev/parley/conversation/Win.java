package dev.parley.conversation;

/**
 * What somebody tried and has to tell, in the words that they chose for others.
 *
 * @param words where its text is kept
 * @param by whose it is
 */
public record Win(MessageId words, PersonId by, String text) {}
