package dev.parley.coaching.partnership;

import dev.parley.coaching.Cycle;
import dev.parley.coaching.OwnTime;
import dev.parley.coaching.Tag;
import dev.parley.conversation.Ask;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Said;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked of a partnership. What somebody may not do, or what makes no sense as things stand, does nothing: no event, no error.
 */
public sealed interface PartnershipCommand extends Ask {

    /**
     * Proposes a partnership that does not exist yet.
     *
     * @param members by person, the name of their role in the cycle; in order; throws {@link IllegalArgumentException} where they are fewer
     *     than two or more than the shape allows
     * @param by who proposes it; empty where it comes of a round
     */
    record Form(Cycle cycle, Shape shape, Map<PersonId, String> members, Rhythm rhythm, Optional<PersonId> by)
            implements PartnershipCommand {
        public Form {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
            if (members.size() < 2 || members.size() > shape.most()) {
                throw new IllegalArgumentException("A partnership is of two or more, and not of " + members.size());
            }
        }
    }

    /**
     * Proposes a group visit that does not exist yet: everything about it is settled. Whoever has not agreed when it begins is taken for
     * somebody who does not come.
     *
     * @param members as of a partnership, up to twelve
     * @param by whose room it is, or who asks for it; one of the members, whose words the prompt is
     * @param prompt the one question for all
     */
    record Visit(
            Cycle cycle,
            Map<PersonId, String> members,
            Rhythm rhythm,
            PersonId by,
            Instant start,
            Instant end,
            MessageId prompt)
            implements PartnershipCommand {
        public Visit {
            members = new Form(cycle, Shape.VISIT, members, rhythm, Optional.empty()).members();
        }
    }

    /** Accepts the agreement. */
    record Agree(PersonId by) implements PartnershipCommand {}

    /** Does not take part. */
    record Decline(PersonId by) implements PartnershipCommand {}

    /** Leaves. */
    record Leave(PersonId by) implements PartnershipCommand {}

    /** The cycle is done; the partnership ends for all. */
    record Finish(PersonId by) implements PartnershipCommand {}

    /** Says a part of the goal, in place of what was said before. */
    record SayGoal(PersonId by, Aspect aspect, MessageId words) implements PartnershipCommand {}

    /** Takes a part of the goal away, whoever said it. */
    record DropGoal(PersonId by, Aspect aspect) implements PartnershipCommand {}

    /** They are at this stage now, before or after the one they were at. */
    record ReachStage(PersonId by, String stage) implements PartnershipCommand {}

    /**
     * Sets a meeting; one that the same source has told of already is moved.
     *
     * @param prompt the one question for all, instead of the cycle's
     */
    record SetMeeting(PersonId by, Source source, Instant start, Instant end, Optional<MessageId> prompt)
            implements PartnershipCommand {}

    /** Moves a meeting. */
    record MoveMeeting(PersonId by, String meeting, Instant start, Instant end) implements PartnershipCommand {}

    /** Calls a meeting off. */
    record CancelMeeting(PersonId by, String meeting) implements PartnershipCommand {}

    /** Gives a calendar from which meetings come, in place of any before. */
    record GiveCalendar(PersonId by, String calendar, MessageId words) implements PartnershipCommand {}

    /** Takes the calendar away, whoever gave it. */
    record DropCalendar(PersonId by) implements PartnershipCommand {}

    /**
     * What a calendar feed has for some time: what is new is set, what is elsewhere is moved, what was called off or is gone is called off.
     * Meetings of other sources stay as they are.
     *
     * @param by whose calendar it is
     * @param calendar our own name for it
     * @param from what was over by then is not missed; not in the past where a calendar forgets what is over
     * @param to what begins at this time or later is not missed
     * @param unread the names of events of which something was not understood: what of them is not here is not missed
     */
    record Reconcile(
            PersonId by, String calendar, Instant from, Instant to, List<Occurrence> occurrences, Set<String> unread)
            implements PartnershipCommand {
        public Reconcile {
            occurrences = List.copyOf(occurrences);
            unread = Set.copyOf(unread);
        }
    }

    /**
     * Something may be due.
     *
     * @param clocks the members' own clocks; a member without one has no quiet hours
     * @param elsewhere what members were asked in other partnerships lately, as
     *     {@code Partnership.askedSince} tells it
     */
    record Wake(Map<PersonId, OwnTime> clocks, Set<String> elsewhere) implements PartnershipCommand {
        public Wake {
            clocks = Map.copyOf(clocks);
            elsewhere = Set.copyOf(elsewhere);
        }

        @Override
        public boolean wakes() {
            return true;
        }
    }

    /** A private message says this now. Where it answers nothing here, nothing happens. */
    record Hear(Said said) implements PartnershipCommand {}

    /** A message is gone. */
    record Unhear(MessageId message) implements PartnershipCommand {}

    /**
     * The whole of a person's answer as they wrote it in a form, in place of everything they said to it before. Also long after a
     * reflection is over.
     */
    record Write(PersonId by, Item item, MessageId words) implements PartnershipCommand {}

    /** Takes a person's whole answer away. */
    record Unwrite(PersonId by, Item item) implements PartnershipCommand {}

    /** Leaves a question out; the next one follows. */
    record Skip(PersonId by, Item item) implements PartnershipCommand {}

    /** Asks to be asked later. */
    record Snooze(PersonId by, String meeting, Instant until) implements PartnershipCommand {}

    /** Not this time. */
    record LetBe(PersonId by, String meeting) implements PartnershipCommand {}

    /** No more prompts from this partnership. */
    record Stop(PersonId by) implements PartnershipCommand {}

    /** Prompts again. */
    record Resume(PersonId by) implements PartnershipCommand {}

    /** Would share an answer once all others would. */
    record Choose(PersonId by, Item item, Circle circle) implements PartnershipCommand {}

    /** Takes that back. */
    record TakeBack(PersonId by, Item item, Circle circle) implements PartnershipCommand {}

    /** Sees a standard in an answer of their own. */
    record Label(PersonId by, Item item, Tag tag) implements PartnershipCommand {}

    /** Does not see it there any more. */
    record Unlabel(PersonId by, Item item, Tag tag) implements PartnershipCommand {}

    /** A letter of ours stands. */
    record Stands(String key, MessageId message) implements PartnershipCommand {}

    /** A letter of ours came too late to make sense and was not sent. */
    record Lapse(String key) implements PartnershipCommand {}

    /** Everything of a person is to be forgotten. */
    record Forget(PersonId person) implements PartnershipCommand {}
}
