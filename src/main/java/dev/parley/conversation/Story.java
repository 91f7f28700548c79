package dev.parley.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Anything that is folded from what happened and decides what happens next: a chat, a partnership, a person's notebook. Pure, and an
 * object of one thread at a time.
 */
public interface Story {

    /** Which story this is. */
    ConversationId id();

    /** Whether anything is known of it. */
    boolean exists();

    /** How many facts it was folded from. */
    long version();

    /** Whether something may still happen in it by itself. Asked only of one that exists. */
    boolean isOpen();

    /**
     * What happens when something is asked. It changes nothing.
     *
     * @param ask of the story's own kind; throws {@link ClassCastException} where it is not
     * @param now the time of handling
     * @return in order; empty when nothing does
     */
    List<? extends Fact> decide(Ask ask, Instant now);

    /**
     * Takes in what happened.
     *
     * @param happened of the story's own kind; throws {@link ClassCastException} where it is not
     * @param words what people said, as it stands
     */
    void apply(Happened happened, Words words);

    /** The effects of what happened, which was the last that the story took in. */
    List<Effect> consequences(Happened happened);

    /** When it must be woken next; empty when nothing will ever be due by itself. Asked only of one that exists. */
    Optional<Effect.Wake> wake(Instant now);

    /** Whose story it is, besides those who speak in it. A set that does not change with the story. */
    Set<PersonId> people();

    /** Tells it that a post or letter of ours stands. */
    Ask stands(String key, MessageId message);

    /** Tells it that a post or letter of ours came too late to make sense and was not sent. */
    Ask lapsed(String key);

    /** Tells it that everything of a person is to be forgotten. */
    Ask forget(PersonId person);
}
