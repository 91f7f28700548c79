package dev.parley.conversation;

import java.util.Map;
import java.util.Optional;

/** What somebody or something asks of a chat. */
public sealed interface Command extends Ask {

    /** Begins a conversation that does not exist yet, or gives one that has not opened a new plan. */
    record Schedule(Plan plan) implements Command {}

    /** The occurrence will not take place. */
    record Cancel() implements Command {}

    /**
     * Something may be due.
     *
     * @param rooms how the rooms are just now, where their platform tells
     */
    record Wake(Map<RoomId, Attendance> rooms) implements Command {
        public Wake {
            rooms = Map.copyOf(rooms);
        }

        @Override
        public boolean wakes() {
            return true;
        }
    }

    /** A message says this now: new, edited, or told again. */
    record Hear(Said said) implements Command {}

    /** A message is gone. */
    record Unhear(MessageId message) implements Command {}

    /**
     * Somebody reacts to a message, or takes the reaction back.
     *
     * @param symbol the emoji itself, or the platform's name for its own
     * @param given false when it was taken back
     */
    record React(MessageId message, PersonId person, String symbol, boolean given) implements Command {}

    /** The author or a host says where a message belongs. */
    record Refile(MessageId message, PersonId by, Filing filing) implements Command {}

    /**
     * A host steers.
     *
     * @param by who; whether they may is the engine's to know, and it has looked
     */
    record Steer(PersonId by, Verb verb) implements Command {}

    /**
     * A post of ours stands in its room.
     *
     * @param key the key of its effect
     */
    record Stands(String key, MessageId message) implements Command {}

    /** A post of ours came too late to make sense and was not sent. */
    record Lapse(String key) implements Command {}

    /**
     * Somebody wants a win of theirs said in the opening.
     *
     * @param by whose words they are
     * @param before the words in whose place these stand, if any
     */
    record SayWin(MessageId words, PersonId by, Optional<MessageId> before) implements Command {}

    /** A win is taken back. */
    record TakeWinBack(MessageId words) implements Command {}

    /** Everything that a person said here is to be forgotten. */
    record Forget(PersonId person) implements Command {}
}
