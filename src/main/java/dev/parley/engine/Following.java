package dev.parley.engine;

import dev.parley.conversation.Fact;
import dev.parley.conversation.Story;
import dev.parley.conversation.Words;
import java.util.List;

/**
 * What something that happens in one story asks of others, chats among them. It is decided and kept together with it, or nothing of it
 * is: no crash can come between.
 */
@FunctionalInterface
public interface Following {

    /** Nothing follows. */
    Following NOTHING = (_, _, _) -> List.of();

    /**
     * What follows. Called on the thread that decides: it looks at nothing but what it is given, and keeps hold of no story.
     *
     * @param story as it stands before the fact
     * @param words that come with the fact
     */
    List<Step> of(Story story, Fact fact, Words words);
}
