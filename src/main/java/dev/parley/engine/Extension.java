package dev.parley.engine;

import dev.parley.conversation.Fact;
import dev.parley.conversation.Story;
import dev.parley.conversation.Words;
import dev.parley.platform.Choice;
import dev.parley.platform.Coaching;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stories besides chats, and those who talk with people about them. */
public interface Extension {

    /** The kinds of stories, each under what stands before the colon in its stories' names. */
    Map<String, StoryKind> kinds();

    /** Is given what it needs, before anything else is asked of it. */
    void begin(Ledger ledger);

    /** Looks whether anything is to be done by the calendar; asked about once a minute, on a thread that may wait. */
    void look();

    /**
     * Who was asked something that was open then or later, or said or changed something since, in private. Somebody may be named more than
     * once. May take a while.
     */
    List<Awaited> awaited(Instant since);

    /** As {@link Following#of}. */
    List<Step> following(Story story, Fact fact, Words words);

    /**
     * What somebody can do at a chat's close, each in private.
     *
     * @param next when its series meets next; empty where that is not known
     */
    List<Choice> closing(Optional<Instant> next);

    /** Talks with people. */
    Coaching coaching();
}
