package dev.parley.conversation;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What is to be done in the world. An effect is a row before it is a call, and its key names one doing, so that doing it twice is
 * doing it once. Effects hold no people's words: what is posted is rendered when it is sent.
 */
public sealed interface Effect {

    /** The key: words that a person can read, unique in the community. */
    String key();

    /**
     * Says something in a room.
     *
     * @param under the key of our own post under which this one belongs (a thread, where the room has them), if any
     * @param due not before this time
     * @param until later than this it makes no sense and lapses
     */
    record Post(String key, RoomId room, Content content, Optional<String> under, Instant due, Instant until)
            implements Effect {}

    /** Says a post of ours anew; of several unsent ones for the same post the last is enough. */
    record Edit(String key, RoomId room, String post, Content content, Instant due, Instant until) implements Effect {}

    /** Takes a post of ours back, sent or not. */
    record Remove(String key, RoomId room, String post) implements Effect {}

    /** Marks a message with our receipt in place of an earlier one. */
    record React(String key, MessageId message, Receipt receipt, Instant until) implements Effect {}

    /**
     * Marks several messages of one room, each with our receipt in place of an earlier one.
     *
     * @param receipts by the ids of the messages, in order
     */
    record Receipts(String key, RoomId room, SequencedMap<String, Receipt> receipts, Instant until) implements Effect {

        public Receipts {
            receipts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(receipts));
        }
    }

    /**
     * Says something to one person, in private or not at all.
     *
     * @param room the room that it is about, which tells the platform
     */
    record Whisper(String key, PersonId person, RoomId room, Content content, Instant due, Instant until)
            implements Effect {}

    /**
     * Says something to one person in private, on one of their accounts that has a room for it; said nowhere else where none has.
     *
     * @param letter what it says
     * @param due not before this time
     * @param until later than this it makes no sense and lapses
     */
    record Letter(String key, PersonId person, dev.parley.conversation.Letter letter, Instant due, Instant until)
            implements Effect {}

    /** Shows the room where the chat stands: the question, the time left. */
    record KeepInSight(String key, RoomId room, Instant until) implements Effect {}

    /**
     * Brings the platform's own scheduled event for this occurrence up to date, where it has such things: sets it up, moves it, calls it
     * off. Recurrence is never left to a platform, whose clock jumps when summer time begins.
     *
     * @param until later than this it makes no sense and lapses
     */
    record NativeEvent(String key, RoomId room, Instant until) implements Effect {}

    /** Wakes the story. There is one row a story, moved to the earliest time at which something is due. */
    record Wake(String key, Instant due) implements Effect {

        /** The wake of a story. */
        public static Wake of(ConversationId story, Instant due) {
            return new Wake(Keys.wake(story), due);
        }
    }
}
