package dev.parley.coaching.partnership;

import dev.parley.coaching.Tag;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Decides what happens when something is asked of a partnership. Pure: it changes nothing. */
final class Decider {

    /** Nothing is put off for longer. */
    private static final Duration LONGEST_SNOOZE = Duration.ofDays(14);

    private final Partnership partnership;
    private final Instant now;

    private Decider(Partnership partnership, Instant now) {
        this.partnership = partnership;
        this.now = now;
    }

    static List<PartnershipEvent> decide(Partnership partnership, PartnershipCommand command, Instant now) {
        if (!partnership.exists()) {
            return begin(partnership, command, now);
        }
        return new Decider(partnership, now).decide(command);
    }

    private static List<PartnershipEvent> begin(Partnership partnership, PartnershipCommand command, Instant now) {
        if (command instanceof PartnershipCommand.Form(var cycle, var shape, var members, var rhythm, var by)) {
            return List.of(new PartnershipEvent.Formed(cycle, shape, members, rhythm, by));
        }
        if (command instanceof PartnershipCommand.Visit visit && visit.end().isAfter(visit.start())) {
            List<PartnershipEvent> events = new ArrayList<>();
            events.add(new PartnershipEvent.Formed(
                    visit.cycle(), Shape.VISIT, visit.members(), visit.rhythm(), Optional.empty()));
            events.addAll(new Reconciling(partnership, now)
                    .set(visit.by(), Source.COMMAND, visit.start(), visit.end(), Optional.of(visit.prompt()))
                    .events());
            return events;
        }
        return List.of();
    }

    private List<PartnershipEvent> decide(PartnershipCommand command) {
        Hearing hearing = new Hearing(partnership);
        return switch (command) {
            case PartnershipCommand.Form _, PartnershipCommand.Visit _ -> List.of();
            case PartnershipCommand.Agree(PersonId by) -> agree(by);
            case PartnershipCommand.Decline(PersonId by) ->
                partnership.begun().isEmpty() && partnership.isPresent(by) ? leave(by) : List.of();
            case PartnershipCommand.Leave(PersonId by) -> partnership.isPresent(by) ? leave(by) : List.of();
            case PartnershipCommand.Finish(PersonId by) ->
                only(isWithin(by), new PartnershipEvent.Ended(Outcome.FINISHED));
            case PartnershipCommand.SayGoal(PersonId by, Aspect aspect, MessageId words) -> sayGoal(by, aspect, words);
            case PartnershipCommand.DropGoal(PersonId by, Aspect aspect) -> isWithin(by) ? dropGoal(aspect) : List.of();
            case PartnershipCommand.ReachStage(PersonId by, String stage) ->
                only(isWithin(by) && isOther(stage), new PartnershipEvent.StageReached(stage, by));
            case PartnershipCommand.SetMeeting(var by, var source, var start, var end, var prompt) ->
                isWithin(by) ? meetings().set(by, source, start, end, prompt).events() : List.of();
            case PartnershipCommand.MoveMeeting(var by, var id, var start, var end) ->
                meeting(by, id)
                        .map(one ->
                                meetings().move(one, start, end).byPeople(one).events())
                        .orElse(List.of());
            case PartnershipCommand.CancelMeeting(PersonId by, String id) ->
                meeting(by, id)
                        .map(one -> meetings().cancel(one).byPeople(one).events())
                        .orElse(List.of());
            case PartnershipCommand.GiveCalendar(PersonId by, String calendar, MessageId words) ->
                isWithin(by) ? giveCalendar(by, calendar, words) : List.of();
            case PartnershipCommand.DropCalendar(PersonId by) -> isWithin(by) ? dropCalendar() : List.of();
            case PartnershipCommand.Reconcile feed ->
                isWithin(feed.by()) ? meetings().reconcile(feed).events() : List.of();
            case PartnershipCommand.Wake wake -> Waking.decide(partnership, wake, now);
            case PartnershipCommand.Hear(var said) -> hearing.hear(said);
            case PartnershipCommand.Unhear(MessageId message) ->
                only(partnership.answer(message).isPresent(), new PartnershipEvent.Unanswered(message));
            case PartnershipCommand.Write(PersonId by, Item item, MessageId words) ->
                hearing.write(by, item, words, now);
            case PartnershipCommand.Unwrite(PersonId by, Item item) -> hearing.unwrite(by, item);
            case PartnershipCommand.Skip(PersonId by, Item item) ->
                only(
                        partnership.mayAnswer(by, item) && !partnership.isDone(item, by),
                        new PartnershipEvent.Skipped(item.meeting(), by, item.look()));
            case PartnershipCommand.Snooze(PersonId by, String meeting, Instant until) ->
                only(
                        isOpen(by, meeting) && until.isAfter(now) && !until.isAfter(now.plus(LONGEST_SNOOZE)),
                        new PartnershipEvent.Snoozed(meeting, by, until));
            case PartnershipCommand.LetBe(PersonId by, String meeting) ->
                only(isOpen(by, meeting), new PartnershipEvent.Reflected(meeting, by, Ending.LET_BE));
            case PartnershipCommand.Stop(PersonId by) -> stop(by);
            case PartnershipCommand.Resume(PersonId by) ->
                only(partnership.hasStopped(by), new PartnershipEvent.Resumed(by));
            case PartnershipCommand.Choose(PersonId by, Item item, Circle circle) ->
                only(
                        partnership.isPresent(by) && is(by, item, one -> one.isAnswered() && !one.has(circle)),
                        new PartnershipEvent.Chosen(item.meeting(), item.look(), by, circle));
            case PartnershipCommand.TakeBack(PersonId by, Item item, Circle circle) ->
                only(
                        is(by, item, one -> one.has(circle)),
                        new PartnershipEvent.TakenBack(item.meeting(), item.look(), by, circle));
            case PartnershipCommand.Label(PersonId by, Item item, Tag tag) ->
                only(
                        is(by, item, one -> one.isAnswered() && !one.has(tag)),
                        new PartnershipEvent.Tagged(item.meeting(), item.look(), by, tag));
            case PartnershipCommand.Unlabel(PersonId by, Item item, Tag tag) ->
                only(
                        is(by, item, one -> one.has(tag)),
                        new PartnershipEvent.Untagged(item.meeting(), item.look(), by, tag));
            case PartnershipCommand.Stands(String key, MessageId message) ->
                only(
                        !partnership.letters().where(key).equals(Optional.of(message)),
                        new PartnershipEvent.Standing(key, message));
            case PartnershipCommand.Lapse(String key) -> List.of(new PartnershipEvent.Lapsed(key));
            case PartnershipCommand.Forget(PersonId person) -> forget(person);
        };
    }

    private List<PartnershipEvent> giveCalendar(PersonId by, String calendar, MessageId words) {
        List<PartnershipEvent> events = new ArrayList<>(dropCalendar());
        Reconciling before = meetings();
        partnership.meetings().stream()
                .filter(meeting -> isToComeFromAnother(calendar, meeting))
                .forEach(before::cancel);
        events.addAll(before.events());
        events.add(new PartnershipEvent.CalendarGiven(by, calendar, words));
        return events;
    }

    /** The calendar that was given before tells of nothing any more, and the new one of all that is to come. */
    private boolean isToComeFromAnother(String calendar, Meeting meeting) {
        Source source = meeting.source();
        return source.kind() == Source.Kind.FEED
                && !source.calendar().equals(calendar)
                && !meeting.cancelled()
                && meeting.end().isAfter(now);
    }

    private List<PartnershipEvent> dropCalendar() {
        return partnership.calendar().stream()
                .<PartnershipEvent>map(one -> new PartnershipEvent.CalendarDropped(one.words()))
                .toList();
    }

    private static List<PartnershipEvent> only(boolean so, PartnershipEvent event) {
        return so ? List.of(event) : List.of();
    }

    private boolean isWithin(PersonId person) {
        return partnership.goesOn() && partnership.isPresent(person);
    }

    private boolean isOpen(PersonId by, String meeting) {
        return partnership.reflection(by, meeting).filter(one -> !one.isOver()).isPresent();
    }

    private boolean is(PersonId by, Item item, Predicate<Entry> so) {
        return partnership.find(item, by).filter(so).isPresent();
    }

    private boolean isOther(String stage) {
        boolean known =
                partnership.cycle().stages().stream().anyMatch(one -> one.name().equals(stage));
        boolean there = !partnership.stages().isEmpty()
                && partnership.stages().getLast().stage().equals(stage);
        return known && !there;
    }

    private Reconciling meetings() {
        return new Reconciling(partnership, now);
    }

    private Optional<Meeting> meeting(PersonId by, String id) {
        return partnership.meeting(id).filter(meeting -> isWithin(by) && !meeting.cancelled());
    }

    private List<PartnershipEvent> agree(PersonId by) {
        boolean open = partnership.begun().isEmpty() && partnership.ended().isEmpty();
        if (!open || !partnership.isPresent(by) || partnership.hasAgreed(by)) {
            return List.of();
        }
        boolean all = partnership.present().keySet().stream()
                .allMatch(person -> person.equals(by) || partnership.hasAgreed(person));
        return all
                ? List.of(new PartnershipEvent.Agreed(by), new PartnershipEvent.Begun())
                : List.of(new PartnershipEvent.Agreed(by));
    }

    /** Whoever leaves takes their words in the goal along, and their calendar. */
    private List<PartnershipEvent> leave(PersonId by) {
        List<PartnershipEvent> events = new ArrayList<>();
        partnership.goal().entrySet().stream()
                .filter(said -> said.getValue().by().equals(by))
                .sorted(Map.Entry.comparingByKey())
                .forEach(said -> events.add(new PartnershipEvent.GoalDropped(
                        said.getKey(), said.getValue().words())));
        if (partnership.calendar().filter(one -> one.by().equals(by)).isPresent()) {
            events.addAll(dropCalendar());
        }
        close(by, events);
        boolean begun = partnership.begun().isPresent();
        events.add(begun ? new PartnershipEvent.Left(by) : new PartnershipEvent.Declined(by));
        Set<PersonId> left = new LinkedHashSet<>(partnership.present().keySet());
        left.remove(by);
        if (partnership.ended().isPresent()) {
            return events;
        }
        if (left.size() < 2) {
            left.forEach(other -> close(other, events));
            events.add(new PartnershipEvent.Ended(begun ? Outcome.LEFT : Outcome.DECLINED));
        } else if (!begun && left.stream().allMatch(partnership::hasAgreed)) {
            events.add(new PartnershipEvent.Begun());
        }
        return events;
    }

    private void close(PersonId person, List<PartnershipEvent> events) {
        partnership
                .listening(person)
                .ifPresent(open -> events.add(new PartnershipEvent.Reflected(open.meeting(), person, Ending.STOPPED)));
    }

    private List<PartnershipEvent> stop(PersonId by) {
        if (!partnership.isPresent(by) || partnership.hasStopped(by)) {
            return List.of();
        }
        List<PartnershipEvent> events = new ArrayList<>();
        events.add(new PartnershipEvent.Stopped(by));
        close(by, events);
        return events;
    }

    private List<PartnershipEvent> sayGoal(PersonId by, Aspect aspect, MessageId words) {
        if (!isWithin(by) || partnership.shape() != Shape.PARTNERS) {
            return List.of();
        }
        List<PartnershipEvent> events = new ArrayList<>();
        events.add(new PartnershipEvent.GoalSaid(aspect, words, by));
        dropGoal(aspect).stream()
                .filter(gone -> !gone.drops().equals(Optional.of(words)))
                .forEach(events::add);
        return events;
    }

    private List<PartnershipEvent> dropGoal(Aspect aspect) {
        return Optional.ofNullable(partnership.goal().get(aspect))
                .<List<PartnershipEvent>>map(said -> List.of(new PartnershipEvent.GoalDropped(aspect, said.words())))
                .orElse(List.of());
    }

    private List<PartnershipEvent> forget(PersonId person) {
        if (!partnership.people().contains(person)) {
            return List.of();
        }
        List<PartnershipEvent> events = new ArrayList<>();
        if (partnership.isPresent(person)) {
            events.addAll(leave(person));
        }
        events.add(new PartnershipEvent.Forgotten(person));
        return events;
    }
}
