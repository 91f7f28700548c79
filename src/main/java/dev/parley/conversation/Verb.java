package dev.parley.conversation;

/** What a host can do with a chat, the same on every platform. */
public sealed interface Verb {
    /** Opens the chat now, before its time. */
    record Start() implements Verb {}

    /** Stops the clock until {@link Resume}. */
    record Pause() implements Verb {}

    /** Lets the clock run again after {@link Pause} or {@link Hold}. */
    record Resume() implements Verb {}

    /** Stays with the question until the host goes on or the chat must close. */
    record Hold() implements Verb {}

    /** Puts the next question now. */
    record Next() implements Verb {}

    /** Leaves the next question out. */
    record Skip() implements Verb {}

    /** Posts the current question again. */
    record Repeat() implements Verb {}

    /**
     * Adds a question behind the last one.
     *
     * @param words under which its text is kept; the text is not in the event
     */
    record Add(MessageId words) implements Verb {}

    /**
     * Goes to a question, forwards or back.
     *
     * @param question its number
     */
    record Jump(int question) implements Verb {}

    /** Ends the chat now. */
    record End() implements Verb {}

    /**
     * Makes somebody a co-host of this chat.
     *
     * @param person who
     */
    record CoHost(PersonId person) implements Verb {}

    /** Takes the last verb back, for ten seconds. */
    record Undo() implements Verb {}
}
