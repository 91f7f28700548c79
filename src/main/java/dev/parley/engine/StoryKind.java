package dev.parley.engine;

import dev.parley.conversation.Ask;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Story;

/** What the engine needs of a kind of story besides chats. */
interface StoryKind {

    /** A story of this kind of which nothing is known yet. */
    Story blank(ConversationId id);

    /** What a story is asked when something in it may be due. Called outside of the scribe's thread; may look. */
    Ask wake(ConversationId id);
}
