package dev.parley.conversation;

import java.util.Optional;

/** Where people's words can be looked up while a conversation is folded. Words that are gone are empty. */
@FunctionalInterface
public interface Words {
    /** What a message says as it stands. */
    Optional<String> of(MessageId message);
}
