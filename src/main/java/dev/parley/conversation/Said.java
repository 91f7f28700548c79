package dev.parley.conversation;

import java.time.Instant;

/**
 * What a message says now. The same record stands for a new message, an edit and a redelivery.
 *
 * @param message which message
 * @param author who said it
 * @param text the whole text as people see it, in the platform's plain form; may be empty, never null
 * @param place where in the room
 * @param at when it was <em>said</em>, by the platform's clock; filing and lateness use this and never the time of handling
 * @param revised when it took this form: {@code at} for a message that was never edited. What is delivered late does not undo what
 *     is newer
 */
public record Said(MessageId message, PersonId author, String text, Place place, Instant at, Instant revised) {

    /** A message that was never edited. */
    public Said(MessageId message, PersonId author, String text, Place place, Instant at) {
        this(message, author, text, place, at, at);
    }
}
