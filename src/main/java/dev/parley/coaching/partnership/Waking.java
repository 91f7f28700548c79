package dev.parley.coaching.partnership;

import dev.parley.coaching.Look;
import dev.parley.coaching.OwnTime;
import dev.parley.conversation.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides what is due. Who is in their quiet hours is not spoken to, unless they are talking to us. */
final class Waking {

    /** Who comes so much too late was away. */
    private static final Duration LATE = Duration.ofMinutes(5);

    /** How long a reminder waits for what was said while we were away. */
    private static final Duration UNTIL_READ_BACK = Duration.ofMinutes(15);

    private final Partnership partnership;
    private final PartnershipCommand.Wake wake;
    private final Instant now;
    private final Due due;
    private final Map<String, List<Question>> prepared = new HashMap<>();
    private final List<PartnershipEvent> events = new ArrayList<>();

    private Waking(Partnership partnership, PartnershipCommand.Wake wake, Instant now) {
        this.partnership = partnership;
        this.wake = wake;
        this.now = now;
        this.due = new Due(partnership, now);
    }

    static List<PartnershipEvent> decide(Partnership partnership, PartnershipCommand.Wake wake, Instant now) {
        if (partnership.visitWaits().filter(start -> !start.isAfter(now)).isPresent()) {
            return withoutWaiting(partnership);
        }
        Waking waking = new Waking(partnership, wake, now);
        partnership.present().keySet().forEach(waking::wake);
        return waking.events;
    }

    /** A visit begins with those who have agreed. */
    private static List<PartnershipEvent> withoutWaiting(Partnership partnership) {
        List<PartnershipEvent> events = new ArrayList<>();
        List<PersonId> absent = partnership.present().keySet().stream()
                .filter(person -> !partnership.hasAgreed(person))
                .toList();
        absent.forEach(person -> events.add(new PartnershipEvent.Declined(person)));
        boolean enough = partnership.present().size() - absent.size() > 1;
        events.add(enough ? new PartnershipEvent.Begun() : new PartnershipEvent.Ended(Outcome.DECLINED));
        return events;
    }

    private void wake(PersonId person) {
        Optional<Instant> quiet = quietUntil(person);
        boolean waits = tell(person, quiet.isPresent());
        Optional<Reflection> open = partnership.listening(person);
        List<Meeting> askings = due.candidates(person)
                .filter(meeting -> !due.askAt(person, meeting).isAfter(now) && !due.isTooLate(meeting, now))
                .toList();
        waits |= quiet.isPresent() && !askings.isEmpty();
        boolean asked = quiet.isEmpty() && askings.stream().anyMatch(meeting -> ask(person, meeting, open));
        if (!asked && open.isPresent()) {
            waits |= goOn(person, open.get(), quiet.isPresent());
        }
        if (waits) {
            quiet.filter(until -> !partnership.waiting(person).equals(Optional.of(until)))
                    .ifPresent(until -> events.add(new PartnershipEvent.Waited(person, until)));
        }
    }

    private Optional<Instant> quietUntil(PersonId person) {
        OwnTime clock = wake.clocks().get(person);
        return Optional.ofNullable(clock).map(own -> own.outsideQuiet(now)).filter(until -> until.isAfter(now));
    }

    /** Whether something has to wait. */
    private boolean tell(PersonId person, boolean quiet) {
        List<PartnershipLetter> owed = due.owed(person);
        if (!quiet) {
            owed.forEach(letter -> events.add(new PartnershipEvent.Told(person, letter)));
        }
        return quiet && !owed.isEmpty();
    }

    /** Whether there is anything to ask about this meeting. */
    private boolean ask(PersonId person, Meeting meeting, Optional<Reflection> open) {
        List<Question> questions = questions(meeting);
        if (questions.isEmpty()) {
            return false;
        }
        open.ifPresent(
                before -> events.add(new PartnershipEvent.Reflected(before.meeting(), person, endingOf(before))));
        events.add(new PartnershipEvent.Asked(meeting.id(), person));
        events.add(questions.stream()
                .filter(question -> !partnership.isDone(new Item(meeting.id(), question.look()), person))
                .findFirst()
                .<PartnershipEvent>map(first -> new PartnershipEvent.Put(meeting.id(), person, first.look(), false))
                .orElse(new PartnershipEvent.Reflected(meeting.id(), person, Ending.DONE)));
        return true;
    }

    private Ending endingOf(Reflection before) {
        return due.patienceEnds(before).isAfter(now) ? Ending.OVERTAKEN : Ending.PATIENCE;
    }

    /** All who were at a meeting are asked the same. */
    private List<Question> questions(Meeting meeting) {
        return meeting.questions()
                .orElseGet(() -> prepared.computeIfAbsent(meeting.id(), _ -> {
                    List<Question> questions = meeting.prompt().isPresent()
                            ? List.of(new Question(Look.AT, Optional.empty()))
                            : partnership.choosing(wake.elsewhere(), usedNow()).questions(partnership.stage(), now);
                    events.add(new PartnershipEvent.Prepared(meeting.id(), questions));
                    return questions;
                }));
    }

    private Map<String, Instant> usedNow() {
        Map<String, Instant> used = new HashMap<>();
        prepared.values().stream()
                .flatMap(List::stream)
                .flatMap(question -> question.prompt().stream())
                .forEach(prompt -> used.put(prompt, now));
        return used;
    }

    /** Nobody is reminded of what they have answered while we were away. */
    private boolean isLateReminder(PersonId person, Due.Step step) {
        return step instanceof Due.Step.Nudging
                && now.isAfter(due.unprompted(person, step.at()).plus(LATE));
    }

    /** Whether something has to wait. */
    private boolean goOn(PersonId person, Reflection open, boolean quiet) {
        if (!due.patienceEnds(open).isAfter(now)) {
            events.add(new PartnershipEvent.Reflected(open.meeting(), person, Ending.PATIENCE));
            return false;
        }
        Optional<Due.Step> step = due.step(person, open).filter(one -> !one.at().isAfter(now));
        boolean waits = quiet
                && step.filter(one -> !one.follows() || !due.isThere(person, now))
                        .isPresent();
        if (!waits && step.filter(one -> isLateReminder(person, one)).isPresent()) {
            events.add(new PartnershipEvent.Waited(person, now.plus(UNTIL_READ_BACK)));
        } else if (!waits) {
            step.ifPresent(one -> events.add(
                    switch (one) {
                        case Due.Step.Putting(Instant _, boolean _, Question question, boolean again) ->
                            new PartnershipEvent.Put(open.meeting(), person, question.look(), again);
                        case Due.Step.Thanking _ -> new PartnershipEvent.Reflected(open.meeting(), person, Ending.DONE);
                        case Due.Step.Nudging _ -> new PartnershipEvent.Nudged(open.meeting(), person);
                    }));
        }
        return waits;
    }
}
