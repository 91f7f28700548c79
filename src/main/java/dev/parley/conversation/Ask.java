package dev.parley.conversation;

/** What somebody or something asks of a story. */
public interface Ask {

    /** Whether this only says that something may be due: then the story's next wake is set anew also where nothing happened. */
    default boolean wakes() {
        return false;
    }
}
