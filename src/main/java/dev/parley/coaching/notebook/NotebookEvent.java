package dev.parley.coaching.notebook;

import dev.parley.coaching.OwnTime;
import dev.parley.coaching.Principle;
import dev.parley.coaching.Tag;
import dev.parley.conversation.Fact;
import dev.parley.conversation.MessageId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** What happened in a person's notebook. */
public sealed interface NotebookEvent extends Fact {

    /** They set their own clock. */
    record Settled(OwnTime clock) implements NotebookEvent {}

    /**
     * They will try something.
     *
     * @param commitment its id, unique in the notebook
     * @param on the day on which they want to be asked
     * @param due when they are asked, unless they meet before
     */
    record Committed(String commitment, MessageId words, Origin origin, LocalDate on, Instant due)
            implements NotebookEvent {
        @Override
        public Optional<MessageId> keeps() {
            return Optional.of(words);
        }
    }

    /** They have met somebody: what they wanted to try before that meeting began is asked about now. */
    record Met(Instant start) implements NotebookEvent {}

    /** They were asked how it went, which happens once. */
    record AskedHow(String commitment) implements NotebookEvent {}

    /**
     * They told how it went, or told it anew. Several messages are parts of one telling.
     *
     * @param revised when the message took this form
     */
    record ToldHow(String commitment, MessageId words, Instant revised) implements NotebookEvent {
        @Override
        public Optional<MessageId> keeps() {
            return Optional.of(words);
        }
    }

    /** A part of what they told is gone. */
    record TellingDropped(String commitment, MessageId words) implements NotebookEvent {
        @Override
        public Optional<MessageId> drops() {
            return Optional.of(words);
        }
    }

    /** They let it go, and its words. */
    record LetGo(String commitment, MessageId words) implements NotebookEvent {
        @Override
        public Optional<MessageId> drops() {
            return Optional.of(words);
        }
    }

    /**
     * They see themselves somewhere on a continuum.
     *
     * @param placement its id, unique in the notebook
     * @param where which continuum and domain
     * @param step the step's name
     */
    record Placed(String placement, Tag where, String step) implements NotebookEvent {}

    /** They take a placement away. */
    record PlacementDropped(String placement) implements NotebookEvent {}

    /** They wrote something down, or wrote it anew. */
    record Noted(MessageId words, Set<Tag> tags, Set<Principle> principles) implements NotebookEvent {
        public Noted {
            tags = Set.copyOf(tags);
            principles = Set.copyOf(principles);
        }

        @Override
        public Optional<MessageId> keeps() {
            return Optional.of(words);
        }
    }

    /** A note is gone. */
    record NoteDropped(MessageId words) implements NotebookEvent {
        @Override
        public Optional<MessageId> drops() {
            return Optional.of(words);
        }
    }

    /**
     * They have an address at which calendar programs read of their meetings and of times to reflect, in place of any before.
     *
     * @param secret what nobody can guess in it
     */
    record FeedOpened(String secret) implements NotebookEvent {}

    /** That address does not open any more. */
    record FeedClosed() implements NotebookEvent {}

    /**
     * They were asked whether an event that they have set up on a platform is a meeting, which happens once.
     *
     * @param event the platform's name, a colon and its id of the event
     */
    record EventAsked(String event, Instant start, Instant end) implements NotebookEvent {}

    /** Something is due in their quiet hours, and waits. */
    record Waiting(Instant until) implements NotebookEvent {}

    /** A letter of ours stands. */
    record Standing(String key, MessageId message) implements NotebookEvent {}

    /** A letter of ours came too late and was not sent. */
    record Lapsed(String key) implements NotebookEvent {}

    /** Everything was forgotten. */
    record Forgotten() implements NotebookEvent {}
}
