package dev.parley.coaching.partnership;

import dev.parley.coaching.Cycle;
import dev.parley.coaching.Look;
import dev.parley.coaching.Tag;
import dev.parley.conversation.Fact;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happened in a partnership. */
public sealed interface PartnershipEvent extends Fact {

    /**
     * It was proposed; nothing else happens before all have agreed.
     *
     * @param members by person, the name of their role in the cycle; in order
     * @param by who proposed it; empty where it came of a round
     */
    record Formed(Cycle cycle, Shape shape, Map<PersonId, String> members, Rhythm rhythm, Optional<PersonId> by)
            implements PartnershipEvent {
        public Formed {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /** Somebody accepts what the cycle's agreement says. */
    record Agreed(PersonId person) implements PartnershipEvent {}

    /** Somebody does not take part. */
    record Declined(PersonId person) implements PartnershipEvent {}

    /** All have agreed. */
    record Begun() implements PartnershipEvent {}

    /** Somebody left; what they shared is closed, and nobody but they can read what they wrote. */
    record Left(PersonId person) implements PartnershipEvent {}

    /** It is over. */
    record Ended(Outcome outcome) implements PartnershipEvent {}

    /** A part of the goal was said. */
    record GoalSaid(Aspect aspect, MessageId words, PersonId by) implements PartnershipEvent {
        @Override
        public Optional<MessageId> keeps() {
            return Optional.of(words);
        }
    }

    /** A part of the goal is not so any more. */
    record GoalDropped(Aspect aspect, MessageId words) implements PartnershipEvent {
        @Override
        public Optional<MessageId> drops() {
            return Optional.of(words);
        }
    }

    /**
     * They are at a stage of the cycle.
     *
     * @param stage its name
     */
    record StageReached(String stage, PersonId by) implements PartnershipEvent {}

    /**
     * A meeting is to be.
     *
     * @param meeting its id, which stays when it is moved: words that a person can read, unique in the partnership
     * @param prompt the one question for all of a visit, where the lead has written one
     * @param by who set it, or whose calendar tells of it
     */
    record MeetingSet(
            String meeting, Source source, Instant start, Instant end, Optional<MessageId> prompt, PersonId by)
            implements PartnershipEvent {
        @Override
        public Optional<MessageId> keeps() {
            return prompt;
        }
    }

    /**
     * Meetings come from a calendar of somebody's from now on, in place of any before.
     *
     * @param calendar our own name for it
     * @param words where its address is kept, which may be a secret
     */
    record CalendarGiven(PersonId by, String calendar, MessageId words) implements PartnershipEvent {
        @Override
        public Optional<MessageId> keeps() {
            return Optional.of(words);
        }
    }

    /** They do not come from there any more, and its address is gone. Meetings that it told of stay. */
    record CalendarDropped(MessageId words) implements PartnershipEvent {
        @Override
        public Optional<MessageId> drops() {
            return Optional.of(words);
        }
    }

    /** A meeting is at another time. */
    record MeetingMoved(String meeting, Instant start, Instant end) implements PartnershipEvent {}

    /**
     * A meeting that people were asked about already is to be at another time: that is another meeting, of the same source and with the same
     * question. The earlier one was called off.
     *
     * @param meeting the id of the new one
     * @param instead the id of the earlier one
     */
    record MeetingSetAnew(String meeting, String instead, Instant start, Instant end) implements PartnershipEvent {}

    /** A meeting was called off. */
    record MeetingCancelled(String meeting) implements PartnershipEvent {}

    /**
     * People have said something else of a meeting than the calendar that tells of it. Theirs counts until the calendar says something new.
     *
     * @param start what the calendar says
     * @param end what the calendar says
     */
    record Overruled(String meeting, Instant start, Instant end) implements PartnershipEvent {}

    /**
     * What all are asked about a meeting.
     *
     * @param questions in order; empty where every prompt was used lately, and then nobody is asked
     */
    record Prepared(String meeting, List<Question> questions) implements PartnershipEvent {
        public Prepared {
            questions = List.copyOf(questions);
        }
    }

    /** A person's reflection on a meeting began. */
    record Asked(String meeting, PersonId person) implements PartnershipEvent {}

    /**
     * A question was put to a person.
     *
     * @param again whether it had been put before
     */
    record Put(String meeting, PersonId person, Look look, boolean again) implements PartnershipEvent {}

    /**
     * A person said something to a question, or says it anew. Several messages are parts of one answer, in the order in which they were
     * said.
     *
     * @param at when it was said
     * @param revised when it took this form
     */
    record Answered(String meeting, PersonId person, Look look, MessageId words, Instant at, Instant revised)
            implements PartnershipEvent {
        @Override
        public Optional<MessageId> keeps() {
            return Optional.of(words);
        }
    }

    /** A part of an answer is gone. */
    record Unanswered(MessageId words) implements PartnershipEvent {
        @Override
        public Optional<MessageId> drops() {
            return Optional.of(words);
        }
    }

    /** A person leaves a question out. */
    record Skipped(String meeting, PersonId person, Look look) implements PartnershipEvent {}

    /** A person wants to be asked later. */
    record Snoozed(String meeting, PersonId person, Instant until) implements PartnershipEvent {}

    /** A person was reminded, which happens once. */
    record Nudged(String meeting, PersonId person) implements PartnershipEvent {}

    /** A person is not asked any more about a meeting. */
    record Reflected(String meeting, PersonId person, Ending ending) implements PartnershipEvent {}

    /** A person is not asked any more about a meeting that was called off; what they have not answered is taken back. */
    record Withdrawn(String meeting, PersonId person) implements PartnershipEvent {}

    /** Something is due to a person in their quiet hours, and waits. */
    record Waited(PersonId person, Instant until) implements PartnershipEvent {}

    /** A person was told something. */
    record Told(PersonId person, PartnershipLetter letter) implements PartnershipEvent {}

    /** A person wants no more prompts from this partnership. */
    record Stopped(PersonId person) implements PartnershipEvent {}

    /** They want prompts again. */
    record Resumed(PersonId person) implements PartnershipEvent {}

    /** A person would share their answer, once all others would. */
    record Chosen(String meeting, Look look, PersonId person, Circle circle) implements PartnershipEvent {}

    /** They would not any more. */
    record TakenBack(String meeting, Look look, PersonId person, Circle circle) implements PartnershipEvent {}

    /** A person sees a standard in their answer. */
    record Tagged(String meeting, Look look, PersonId person, Tag tag) implements PartnershipEvent {}

    /** They do not see it there any more. */
    record Untagged(String meeting, Look look, PersonId person, Tag tag) implements PartnershipEvent {}

    /** A letter of ours stands. */
    record Standing(String key, MessageId message) implements PartnershipEvent {}

    /** A letter of ours came too late and was not sent. */
    record Lapsed(String key) implements PartnershipEvent {}

    /** Everything of a person was forgotten, and they are gone from here. */
    record Forgotten(PersonId person) implements PartnershipEvent {}
}
