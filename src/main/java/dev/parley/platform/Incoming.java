package dev.parley.platform;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.Place;
import java.time.Instant;

/** What a platform hears from people. Bots and webhooks are not people. */
public sealed interface Incoming {

    /**
     * A message says this now: new, edited or delivered again.
     *
     * @param name what the author is called in the room; empty where the platform does not say so again
     * @param text as people see it; a file in it is a line of its own with its name and a link to the message
     * @param at when it was said, by the platform's clock
     * @param revised when it took this form, by the platform's clock: {@code at} for one that was never edited
     */
    record Said(MessageId message, Account author, String name, String text, Place place, Instant at, Instant revised)
            implements Incoming {

        /** One that was never edited. */
        public Said(MessageId message, Account author, String name, String text, Place place, Instant at) {
            this(message, author, name, text, place, at, at);
        }
    }

    /** A message was deleted. */
    record Unsaid(MessageId message) implements Incoming {}

    /**
     * A reaction was given or taken back.
     *
     * @param symbol the emoji itself, or the platform's name for its own
     */
    record Reacted(MessageId message, Account by, String symbol, boolean given) implements Incoming {}
}
