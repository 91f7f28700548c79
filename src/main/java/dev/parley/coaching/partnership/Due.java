package dev.parley.coaching.partnership;

import dev.parley.coaching.Look;
import dev.parley.conversation.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What will happen by itself, and when. */
final class Due {

    /** The questions about a meeting are not mixed with those about the one before for so long. */
    private static final Duration APART = Duration.ofDays(1);

    /** Who said something so lately is there: what follows from it is no disturbance, whatever their clock says. */
    private static final Duration PRESENT = Duration.ofMinutes(10);

    private final Partnership partnership;
    private final Instant now;

    Due(Partnership partnership, Instant now) {
        this.partnership = partnership;
        this.now = now;
    }

    /** The next step of a reflection that goes on. */
    sealed interface Step {

        Instant at();

        /** Whether it follows from what the person did, so that they are there. */
        boolean follows();

        /** A question is put. */
        record Putting(Instant at, boolean follows, Question question, boolean again) implements Step {}

        /** The last question is done. */
        record Thanking(Instant at) implements Step {
            @Override
            public boolean follows() {
                return true;
            }
        }

        /** The one reminder. */
        record Nudging(Instant at) implements Step {
            @Override
            public boolean follows() {
                return false;
            }
        }
    }

    /** When anything is due next; empty when nothing ever will be. */
    Optional<Instant> next() {
        Stream<Instant> people = partnership.present().keySet().stream().flatMap(this::of);
        return Stream.concat(people, partnership.visitWaits().stream()).min(Comparator.naturalOrder());
    }

    private Stream<Instant> of(PersonId person) {
        Stream<Instant> letters = owed(person).isEmpty() ? Stream.of() : Stream.of(unprompted(person, now));
        Stream<Instant> reflection = partnership.listening(person).stream()
                .flatMap(open -> Stream.concat(
                        Stream.of(patienceEnds(open)), step(person, open).map(step -> at(person, step)).stream()));
        Stream<Instant> askings = candidates(person)
                .map(meeting -> new Asking(meeting, unprompted(person, askAt(person, meeting))))
                .filter(asking -> !isTooLate(asking.meeting(), later(asking.at(), now)))
                .map(Asking::at);
        return Stream.of(letters, reflection, askings).flatMap(times -> times);
    }

    private record Asking(Meeting meeting, Instant at) {}

    private Instant at(PersonId person, Step step) {
        return step.follows() && isThere(person, later(step.at(), now)) ? step.at() : unprompted(person, step.at());
    }

    Instant unprompted(PersonId person, Instant due) {
        return partnership.waiting(person).map(until -> later(due, until)).orElse(due);
    }

    /** Whether a person is there, since they did something a short while ago. */
    boolean isThere(PersonId person, Instant at) {
        return partnership
                .acted(person)
                .filter(acted -> at.isBefore(acted.plus(PRESENT)))
                .isPresent();
    }

    /** What a person is still to be told. */
    List<PartnershipLetter> owed(PersonId person) {
        List<PartnershipLetter> owed = new ArrayList<>();
        if (partnership.ended().isPresent()) {
            if (partnership.isProposedBy(person)
                    || partnership.wasTold(person, new PartnershipLetter.Invitation())
                    || partnership.wasTold(person, new PartnershipLetter.Beginning())) {
                owed.add(new PartnershipLetter.Farewell());
            }
        } else if (partnership.begun().isPresent()) {
            owed.add(new PartnershipLetter.Beginning());
        } else if (!partnership.hasAgreed(person) && !partnership.isProposedBy(person)) {
            owed.add(new PartnershipLetter.Invitation());
        }
        if (!partnership.hasStopped(person)) {
            partnership.opened().forEach(item -> owed.add(new PartnershipLetter.Opening(item.meeting(), item.look())));
        }
        owed.removeIf(letter -> partnership.wasTold(person, letter));
        return owed;
    }

    /** The meetings that a person may still be asked about, by their end. */
    Stream<Meeting> candidates(PersonId person) {
        if (partnership.begun().isEmpty() || partnership.hasStopped(person)) {
            return Stream.of();
        }
        return partnership.meetings().stream()
                .filter(meeting -> isAskedAbout(meeting)
                        && partnership.reflection(person, meeting.id()).isEmpty())
                .sorted(Comparator.comparing(Meeting::end));
    }

    private boolean isAskedAbout(Meeting meeting) {
        boolean within = partnership
                        .begun()
                        .filter(begun -> !meeting.end().isBefore(begun))
                        .isPresent()
                && partnership
                        .ended()
                        .map(end -> end.outcome() == Outcome.FINISHED
                                && !meeting.end().isAfter(end.at()))
                        .orElse(true);
        return within
                && !meeting.cancelled()
                && !meeting.questions().filter(List::isEmpty).isPresent();
    }

    /** From when on a person is asked about a meeting: one at a time. */
    Instant askAt(PersonId person, Meeting meeting) {
        Instant ready = meeting.end().plus(partnership.rhythm().delay());
        return partnership
                .listening(person)
                .map(open -> later(ready, earlier(open.asked().plus(APART), patienceEnds(open))))
                .orElse(ready);
    }

    /** Whether a meeting is too long over to be asked about. */
    boolean isTooLate(Meeting meeting, Instant at) {
        return !at.isBefore(meeting.end().plus(partnership.rhythm().patience()));
    }

    /** When a reflection is let go. */
    Instant patienceEnds(Reflection open) {
        Instant since =
                open.snoozed().map(until -> later(until, open.lastPut())).orElse(open.lastPut());
        return since.plus(partnership.rhythm().patience());
    }

    /** What comes next in a reflection. */
    Optional<Step> step(PersonId person, Reflection open) {
        Rhythm rhythm = partnership.rhythm();
        List<Question> questions =
                partnership.meeting(open.meeting()).flatMap(Meeting::questions).orElse(List.of());
        Set<Look> done = partnership.done(open.meeting(), person);
        Instant follows = open.lastHeard()
                .map(heard -> later(open.lastPut(), heard.plus(rhythm.listening())))
                .orElse(open.lastPut());
        if (questions.stream().allMatch(question -> done.contains(question.look()))) {
            return Optional.of(new Step.Thanking(follows));
        }
        Optional<Question> next = open.next(questions, done);
        if (open.snoozed().isPresent()) {
            Optional<Question> current = questions.stream()
                    .filter(question ->
                            open.lookPutLast().equals(Optional.of(question.look())) && !done.contains(question.look()))
                    .findFirst();
            return current.or(() -> next)
                    .map(question -> new Step.Putting(
                            open.snoozed().orElseThrow(), false, question, open.wasPut(question.look())));
        }
        if (next.isPresent()) {
            return next.map(question -> new Step.Putting(follows, true, question, false));
        }
        return open.isNudged() || !done.isEmpty()
                ? Optional.empty()
                : Optional.of(new Step.Nudging(open.lastPut().plus(rhythm.nudge())));
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
