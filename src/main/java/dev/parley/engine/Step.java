package dev.parley.engine;

import dev.parley.conversation.Ask;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.MessageId;
import dev.parley.store.Spoken;
import java.util.Map;

/**
 * What is asked of a story, and the words that come with it.
 *
 * @param words texts that what is asked refers to, with whose they are
 */
public record Step(ConversationId story, Ask ask, Map<MessageId, Spoken> words) {

    public Step {
        words = Map.copyOf(words);
    }

    /** Something that is asked without words. */
    public Step(ConversationId story, Ask ask) {
        this(story, ask, Map.of());
    }
}
