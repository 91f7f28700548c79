package dev.parley.conversation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a host can do with a chat, the same on every platform. */
public sealed interface Verb {

    /** What verbs are called wherever they come from, in the order in which they are offered. */
    enum Name {
        START,
        NEXT,
        HOLD,
        PAUSE,
        RESUME,
        SKIP,
        REPEAT,
        ADD,
        JUMP,
        COHOST,
        END,
        UNDO;

        private final String word = name().toLowerCase(Locale.ROOT);

        /** The name as platforms and pages send it: {@code next}. */
        public String word() {
            return word;
        }

        /** The name that is written like this; empty for any other word. */
        public static Optional<Name> of(String word) {
            return Arrays.stream(values())
                    .filter(name -> name.word.equals(word))
                    .findFirst();
        }
    }

    /** The verb of a name; empty where it needs more than its name. */
    static Optional<Verb> named(Name name) {
        return switch (name) {
            case START -> Optional.of(new Start());
            case NEXT -> Optional.of(new Next());
            case HOLD -> Optional.of(new Hold());
            case PAUSE -> Optional.of(new Pause());
            case RESUME -> Optional.of(new Resume());
            case SKIP -> Optional.of(new Skip());
            case REPEAT -> Optional.of(new Repeat());
            case END -> Optional.of(new End());
            case UNDO -> Optional.of(new Undo());
            case ADD, JUMP, COHOST -> Optional.empty();
        };
    }

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
