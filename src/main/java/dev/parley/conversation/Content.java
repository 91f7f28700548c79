package dev.parley.conversation;

import java.time.Duration;
import java.util.Optional;

/** What a post says, by reference: the engine renders it from the conversation, the words and the voice when it is sent. */
public sealed interface Content {
    /** The chat is near. */
    record Announcement(Duration before) implements Content {}

    /** The opening words. */
    record Welcome(Duration late) implements Content {}

    /** Asks who is there. */
    record Introductions() implements Content {}

    /** A question. */
    record Asked(int question, boolean again, Duration late) implements Content {}

    /** The next question, or the end, is near. */
    record Warning(int question) implements Content {}

    /** The host stopped the clock. */
    record Pause() implements Content {}

    /** The clock runs again. */
    record Resumption() implements Content {}

    /** The same chat is also there, where more people are. */
    record Elsewhere(RoomId there) implements Content {}

    /** Asks for final thoughts. */
    record FinalThoughts() implements Content {}

    /** Thanks, the next date, where the recap will be. */
    record Thanks(Duration late) implements Content {}

    /** We were away. */
    record Missed() implements Content {}

    /** The occurrence will not take place. */
    record Cancelled() implements Content {}

    /**
     * A part of the recap.
     *
     * @param question the question that the part is about; empty for the overview
     */
    record Recap(Optional<Integer> question) implements Content {}

    /** Asks one person, once, about messages of theirs that we could only guess at. */
    record Doubts() implements Content {}
}
