package dev.parley.coaching.programme;

import dev.parley.coaching.Tag;
import dev.parley.conversation.Fact;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;

/** What happened in the programme. */
public sealed interface ProgrammeEvent extends Fact {

    /** It goes by this zone's months. */
    record Opened(ZoneId zone) implements ProgrammeEvent {}

    /**
     * Somebody wants the lead to know of a need.
     *
     * @param need its id, unique in the programme
     */
    record Needed(String need, MessageId words, PersonId by, NeedKind kind) implements ProgrammeEvent {
        @Override
        public Optional<MessageId> keeps() {
            return Optional.of(words);
        }
    }

    /** A lead has seen to it. */
    record NeedMet(String need) implements ProgrammeEvent {}

    /** Who said it takes it back, and its words. */
    record NeedTakenBack(String need, MessageId words) implements ProgrammeEvent {
        @Override
        public Optional<MessageId> drops() {
            return Optional.of(words);
        }
    }

    /**
     * Something was put on the shelf.
     *
     * @param exemplar its id, unique in the programme
     * @param words what it is, with its link
     */
    record Shelved(String exemplar, MessageId words, PersonId by, Optional<Tag> domain) implements ProgrammeEvent {
        @Override
        public Optional<MessageId> keeps() {
            return Optional.of(words);
        }
    }

    /** Something was taken off the shelf. */
    record Unshelved(String exemplar, MessageId words) implements ProgrammeEvent {
        @Override
        public Optional<MessageId> drops() {
            return Optional.of(words);
        }
    }

    /**
     * Somebody offers a win for the next chat's opening, or has put it into other words.
     *
     * @param commitment what was tried, by its id in the person's notebook
     * @param words what others will read
     * @param before the words in whose place these stand, if any
     */
    record WinOffered(PersonId by, String commitment, MessageId words, Optional<MessageId> before)
            implements ProgrammeEvent {
        @Override
        public Optional<MessageId> keeps() {
            return Optional.of(words);
        }

        @Override
        public Optional<MessageId> drops() {
            return before;
        }
    }

    /** Whose win it is takes it back, and its words, wherever it was said. */
    record WinTakenBack(PersonId by, String commitment, MessageId words) implements ProgrammeEvent {
        @Override
        public Optional<MessageId> drops() {
            return Optional.of(words);
        }
    }

    /**
     * A win is said in a chat's opening, which happens once.
     *
     * @param chat its name
     */
    record WinSaid(PersonId by, String commitment, String chat) implements ProgrammeEvent {}

    /** That chat was not held: the win waits again. */
    record WinReturned(PersonId by, String commitment) implements ProgrammeEvent {}

    /** The figures of a month, which never change. */
    record Frozen(YearMonth month, Figures figures) implements ProgrammeEvent {}

    /**
     * A lead was asked something of their own about a month.
     *
     * @param prompt the id of a prompt for leads
     */
    record LeadAsked(YearMonth month, PersonId lead, String prompt) implements ProgrammeEvent {}

    /** A lead was told of a need. */
    record NeedTold(String need, PersonId lead) implements ProgrammeEvent {}

    /** Something is due to a lead in their quiet hours, and waits. */
    record LeadsWaited(Instant until) implements ProgrammeEvent {}

    /** All leads know what there is for them. */
    record LeadsTold() implements ProgrammeEvent {}

    /** A letter of ours stands. */
    record Standing(String key, MessageId message) implements ProgrammeEvent {}

    /** A letter of ours came too late and was not sent. */
    record Lapsed(String key) implements ProgrammeEvent {}

    /** Everything of a person was forgotten. */
    record Forgotten(PersonId person) implements ProgrammeEvent {}
}
