package dev.parley.conversation;

import java.util.Optional;

/** What happened in a story. Facts are kept for ever and never hold people's words, only references to them. */
public interface Fact {

    /** The message whose words come with this and are kept from now on. */
    default Optional<MessageId> keeps() {
        return Optional.empty();
    }

    /** The message whose words go with this. */
    default Optional<MessageId> drops() {
        return Optional.empty();
    }
}
