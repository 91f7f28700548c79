package dev.parley.platform.talk;

/**
 * What the commands are called there, for sentences that name them: what is written behind the slash.
 *
 * @param chat the command that shows the chat and steers it
 * @param schedule what is written behind it to see when the chat meets
 * @param answer the command that opens a dialog
 * @param mine the command that shows one's own answers
 * @param room the option, or the word, with which one says which room is meant
 */
public record CommandNames(String chat, String schedule, String answer, String mine, String room) {}
