package dev.parley.coaching.notebook;

import dev.parley.conversation.Letter;
import java.time.Instant;

/** What a notebook says to its person in private, by reference. */
public sealed interface NotebookLetter extends Letter {

    /** How did it go with what they wanted to try. */
    record HowDidItGo(String commitment) implements NotebookLetter {}

    /**
     * Is what they have set up on a platform a meeting.
     *
     * @param event the platform's name, a colon and its id of the event
     */
    record IsItAMeeting(String event, Instant start, Instant end) implements NotebookLetter {}
}
