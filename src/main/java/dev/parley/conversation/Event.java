package dev.parley.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What happened in a chat. */
public sealed interface Event extends Fact {

    /** The occurrence is planned, or planned anew before it opened. */
    record Planned(Plan plan) implements Event {}

    /** It was called off before it opened. */
    record Cancelled() implements Event {}

    /**
     * It was announced.
     *
     * @param before the announcement's lead
     */
    record Announced(Duration before) implements Event {}

    /**
     * The chat opened.
     *
     * @param late how long after its time; zero when on time
     */
    record Opened(Duration late) implements Event {}

    /**
     * A question was put to the rooms.
     *
     * @param question its number
     * @param again whether it had been put before
     * @param late how long after it was due because we were away; zero when on time
     */
    record Put(int question, boolean again, Duration late) implements Event {}

    /**
     * A room in which hardly anybody is was offered another one of the same chat.
     *
     * @param there where more people are
     */
    record Offered(RoomId room, RoomId there) implements Event {}

    /** People were told that the next question (or the end) is near. */
    record Warned(int question) implements Event {}

    /** A host gave a verb; what came of it follows. */
    record Steered(PersonId by, Verb verb) implements Event {}

    /** The host stopped the clock. */
    record Paused() implements Event {}

    /** The clock runs again, or a hold was let go. */
    record Resumed() implements Event {}

    /** The host stays with the question. */
    record Held() implements Event {}

    /** A question is left out. */
    record Skipped(int question) implements Event {}

    /**
     * A question was added.
     *
     * @param words where its text is kept
     * @param by whose words they are
     */
    record Added(int question, MessageId words, PersonId by) implements Event {
        @Override
        public Optional<MessageId> keeps() {
            return Optional.of(words);
        }
    }

    /** Somebody may steer this chat too. */
    record CoHosted(PersonId person) implements Event {}

    /** The last verb was taken back. */
    record Undone() implements Event {}

    /** Final thoughts were asked for. */
    record Closing() implements Event {}

    /**
     * The chat is over; its questions stay open for the slow time.
     *
     * @param late how long after its end; zero when on time
     */
    record Closed(Duration late) implements Event {}

    /** We were away for the whole of it, or too long to open late. */
    record Missed() implements Event {}

    /** The slow time is over. */
    record Ended() implements Event {}

    /**
     * A message was heard and filed, for the first time or as it stands after an edit.
     *
     * @param at when it was said
     * @param revised when it took this form
     */
    record Heard(MessageId message, PersonId author, Place place, Instant at, Instant revised, Filing filing)
            implements Event {
        @Override
        public Optional<MessageId> keeps() {
            return Optional.of(message);
        }
    }

    /** A message was deleted: it is not kept any more, nor its words, and nothing that still arrives of it is heard. */
    record Unheard(MessageId message) implements Event {
        @Override
        public Optional<MessageId> drops() {
            return Optional.of(message);
        }
    }

    /**
     * Its author wants a message not to be kept, nor its words.
     *
     * @param revised when it took the form that says so; what is older is not heard again
     */
    record Hushed(MessageId message, Instant revised) implements Event {
        @Override
        public Optional<MessageId> drops() {
            return Optional.of(message);
        }
    }

    /** Somebody reacted, or took it back. */
    record Reacted(MessageId message, PersonId person, String symbol, boolean given) implements Event {}

    /** A person said where a message belongs; that is final. */
    record Refiled(MessageId message, PersonId by, Filing filing) implements Event {}

    /** The place of a message spoke only later, when what it was said under was known to be a question. */
    record Placed(MessageId message, Filing filing) implements Event {}

    /** A post of ours stands in its room. */
    record Standing(String key, MessageId message) implements Event {}

    /** A post of ours lapsed. */
    record Lapsed(String key) implements Event {}

    /**
     * A win of somebody's is in the opening.
     *
     * @param words where its text is kept
     * @param by whose it is
     * @param before the words in whose place these stand, if any
     */
    record WinSaid(MessageId words, PersonId by, Optional<MessageId> before) implements Event {
        @Override
        public Optional<MessageId> keeps() {
            return Optional.of(words);
        }

        @Override
        public Optional<MessageId> drops() {
            return before;
        }
    }

    /** A win is not in the opening any more, nor its words. */
    record WinTakenBack(MessageId words) implements Event {
        @Override
        public Optional<MessageId> drops() {
            return Optional.of(words);
        }
    }

    /** Everything of a person was forgotten. */
    record Forgotten(PersonId person) implements Event {}
}
