package dev.parley.demo;

import java.util.Optional;

/** What one of the sample people does. Messages go by the names that they have in the play. */
sealed interface Act {

    /** Who does it. */
    String person();

    /**
     * Says something.
     *
     * @param to the message that it replies to
     * @param name how later acts name this message
     */
    record Say(String person, Optional<String> to, Optional<String> name, String text) implements Act {}

    /** Says an earlier message anew. */
    record Edit(String person, String message, String text) implements Act {}

    /** Deletes an earlier message. */
    record Delete(String person, String message) implements Act {}

    /** Reacts to an earlier message. */
    record React(String person, String message, String symbol) implements Act {}
}
