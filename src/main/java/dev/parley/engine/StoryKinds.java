package dev.parley.engine;

import dev.parley.conversation.ConversationId;
import java.util.Map;
import java.util.Optional;

/**
 * The kinds of stories there are besides chats.
 *
 * @param byName each under what stands before the colon in its stories' names
 * @param following what their stories and chats ask of each other
 */
record StoryKinds(Map<String, StoryKind> byName, Following following) {

    /** Chats and nothing else. */
    static final StoryKinds NONE = new StoryKinds(Map.of());

    /** Kinds whose stories ask nothing of each other. */
    StoryKinds(Map<String, StoryKind> byName) {
        this(byName, Following.NOTHING);
    }

    /** The kind of a story that is no chat. Throws {@link IllegalArgumentException} where nobody knows it. */
    StoryKind of(ConversationId story) {
        return Optional.ofNullable(byName.get(story.kind()))
                .orElseThrow(() -> new IllegalArgumentException("No known kind of story: " + story));
    }
}
