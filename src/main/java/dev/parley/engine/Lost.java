package dev.parley.engine;

import dev.parley.conversation.ConversationId;

/** Somebody else has written to a conversation meanwhile: what was decided about it counts for nothing. */
final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Lost(ConversationId chat) {
        this("Others keep writing to " + chat);
    }

    Lost(String what) {
        super(what, null, false, false);
    }
}
