package dev.parley.demo;

import dev.parley.conversation.MessageId;

/** Where the sample people act: a room, as they see it. Each call is done when it returns. */
public interface Stage {

    /** Comes into the room, before anything else that a person does. */
    void enter(String person);

    /** Says something. */
    MessageId say(String person, String text);

    /** Replies to a message. */
    MessageId reply(String person, MessageId to, String text);

    /** Says a message of one's own anew. */
    void edit(String person, MessageId message, String text);

    /** Deletes a message of one's own. */
    void delete(String person, MessageId message);

    /** Reacts to a message with an emoji. */
    void react(String person, MessageId message, String symbol);
}
