package dev.parley.coaching.notebook;

import dev.parley.coaching.OwnTime;
import dev.parley.coaching.Principle;
import dev.parley.coaching.Tag;
import dev.parley.conversation.Ask;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Said;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** What is asked of a notebook, always by the person whose it is. What makes no sense as things stand does nothing. */
public sealed interface NotebookCommand extends Ask {

    /** Sets the clock. */
    record Settle(OwnTime clock) implements NotebookCommand {}

    /**
     * Will try something, said in these words.
     *
     * @param on when to be asked about it; in two weeks where nothing is said
     * @param clock the clock that counts where the person has not set theirs
     */
    record Commit(MessageId words, Origin origin, Optional<LocalDate> on, OwnTime clock) implements NotebookCommand {}

    /** Has met somebody lately: what was said before this meeting began is asked about. */
    record Meet(Instant start) implements NotebookCommand {}

    /**
     * Something may be due.
     *
     * @param clock the clock that counts where the person has not set theirs
     */
    record Wake(OwnTime clock) implements NotebookCommand {
        @Override
        public boolean wakes() {
            return true;
        }
    }

    /** A private message says this now: an answer where it replies to our question, or where that was the last thing asked here. */
    record Hear(Said said) implements NotebookCommand {}

    /** A message is gone. */
    record Unhear(MessageId message) implements NotebookCommand {}

    /** Tells how it went in one piece, in place of what was told before. */
    record TellHow(String commitment, MessageId words) implements NotebookCommand {}

    /** Lets something go. */
    record LetItGo(String commitment) implements NotebookCommand {}

    /** Sees themselves on a step of a continuum. */
    record Place(Tag where, String step) implements NotebookCommand {}

    /** Takes a placement away. */
    record DropPlacement(String placement) implements NotebookCommand {}

    /** Writes a note, or tags it anew. */
    record Note(MessageId words, Set<Tag> tags, Set<Principle> principles) implements NotebookCommand {
        public Note {
            tags = Set.copyOf(tags);
            principles = Set.copyOf(principles);
        }
    }

    /** Takes a note away. */
    record DropNote(MessageId words) implements NotebookCommand {}

    /**
     * Makes the address of a calendar feed, or another in place of it.
     *
     * @param secret what nobody can guess
     */
    record OpenFeed(String secret) implements NotebookCommand {}

    /** Closes that address. */
    record CloseFeed() implements NotebookCommand {}

    /**
     * Asks whether an event that they have set up is a meeting, unless they were asked.
     *
     * @param event the platform's name, a colon and its id of the event
     */
    record AskEvent(String event, Instant start, Instant end) implements NotebookCommand {}

    /** A letter of ours stands. */
    record Stands(String key, MessageId message) implements NotebookCommand {}

    /** A letter of ours came too late to make sense and was not sent. */
    record Lapse(String key) implements NotebookCommand {}

    /** Everything is to be forgotten. */
    record Forget() implements NotebookCommand {}
}
