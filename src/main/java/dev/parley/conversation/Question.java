package dev.parley.conversation;

import java.time.Duration;

/**
 * A question of a script.
 *
 * @param number from 1, as people label their answers
 * @param text what is asked, as light Markdown
 * @param planned how long it is meant to stay open in a chat of the script's own length; only the proportion between
 *     questions counts when a chat is shorter or starts late
 */
public record Question(int number, String text, Duration planned) {}
