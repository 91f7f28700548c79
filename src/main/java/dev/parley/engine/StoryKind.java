package dev.parley.engine;

import dev.parley.conversation.Ask;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Fact;
import dev.parley.conversation.Story;
import dev.parley.platform.Note;
import java.util.List;
import java.util.Optional;

/** What the engine needs of a kind of story besides chats. */
public interface StoryKind {

    /** A story of this kind of which nothing is known yet. */
    Story blank(ConversationId id);

    /** What a story is asked when something in it may be due. Never called on the scribe's thread. */
    Ask wake(ConversationId id);

    /**
     * Is told what came of {@link #wake}, once it is durable; not where a crash came between. Never called on the scribe's thread.
     *
     * @param facts at least one
     */
    void woken(ConversationId id, List<Fact> facts);

    /**
     * Puts a letter into words when it is sent. Never called on the scribe's thread.
     *
     * @return empty where there is nothing to say any more
     */
    Optional<Note> write(ConversationId id, Effect.Letter letter);
}
