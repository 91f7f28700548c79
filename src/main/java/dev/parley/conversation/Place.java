package dev.parley.conversation;

/** Where in a room a message was said. */
public sealed interface Place {

    /** In the open room. */
    record Room() implements Place {}

    /**
     * In a thread, or as a reply.
     *
     * @param to the message that opened the thread, or that is replied to
     */
    record Under(MessageId to) implements Place {}

    /** In the open room. */
    Place ROOM = new Room();
}
