package dev.parley.conversation.filing;

import dev.parley.conversation.MessageId;
import java.time.Instant;
import java.util.Set;

/**
 * A question that has been put.
 *
 * @param number its number in the chat
 * @param text its words as they were put
 * @param at when it was put
 * @param posts the messages that put it: one in each room, and its repeats by the bot
 */
public record Asked(int number, String text, Instant at, Set<MessageId> posts) {

    public Asked {
        posts = Set.copyOf(posts);
    }
}
