package dev.parley.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** How far a chat is. States are types, so that a chat that has not opened cannot be paused. */
public sealed interface Stage {

    /**
     * It is planned.
     *
     * @param announced the announcements that were made
     */
    record Waiting(Set<Duration> announced) implements Stage {
        public Waiting {
            announced = Set.copyOf(announced);
        }
    }

    /**
     * It runs.
     *
     * @param phase what is going on
     * @param since when the phase began, moved on by the time that the clock stood still
     * @param planned how long the phase is to last
     * @param lastAnswer when the last answer was handled
     * @param lastSaid when the last message was handled
     * @param warned whether people were told that the phase is nearly over
     * @param held whether the host stays with the question
     * @param pausedAt since when the clock stands still, if it does
     */
    record Running(
            Phase phase,
            Instant since,
            Duration planned,
            Instant lastAnswer,
            Instant lastSaid,
            boolean warned,
            boolean held,
            Optional<Instant> pausedAt)
            implements Stage {

        /** A phase that has just begun. */
        static Running begin(Phase phase, Instant now, Duration planned) {
            return new Running(phase, now, planned, Instant.MIN, now, false, false, Optional.empty());
        }

        Running heard(Instant now, boolean answer) {
            return new Running(phase, since, planned, answer ? now : lastAnswer, now, warned, held, pausedAt);
        }

        /** This stage brought back: what was heard or said since in the same phase still counts. */
        Running since(Stage after, Instant now) {
            boolean warnedSince =
                    after instanceof Running later && later.phase().equals(phase) && later.warned();
            Instant answered = after instanceof Running later ? later.lastAnswer() : lastAnswer;
            return new Running(
                    phase,
                    since,
                    planned,
                    answered.isAfter(lastAnswer) ? answered : lastAnswer,
                    now,
                    warned || warnedSince,
                    held,
                    pausedAt);
        }

        Running warn() {
            return new Running(phase, since, planned, lastAnswer, lastSaid, true, held, pausedAt);
        }

        Running hold() {
            return new Running(phase, since, planned, lastAnswer, lastSaid, warned, true, pausedAt);
        }

        Running pause(Instant now) {
            return new Running(phase, since, planned, lastAnswer, lastSaid, warned, held, Optional.of(now));
        }

        Running resume(Instant now) {
            Duration stood = pausedAt.map(from -> Duration.between(from, now)).orElse(Duration.ZERO);
            return new Running(phase, since.plus(stood), planned, lastAnswer, now, warned, false, Optional.empty());
        }

        /** The number of the open question, if one is open. */
        public Optional<Integer> question() {
            return phase instanceof Phase.Asking(int number) ? Optional.of(number) : Optional.empty();
        }
    }

    /** The hour is over, the questions are still open. */
    record Slow(Instant closedAt) implements Stage {}

    /**
     * Nothing is open any more.
     *
     * @param closedAt when the chat closed; empty when it never opened
     */
    record Over(Optional<Instant> closedAt, Ending ending) implements Stage {}

    /** What goes on in a running chat. */
    sealed interface Phase {
        /** Welcome and introductions. */
        record Welcome() implements Phase {}

        /** A question is open. */
        record Asking(int question) implements Phase {}

        /** Final thoughts. */
        record Closing() implements Phase {}
    }

    /** Why nothing is open any more. */
    enum Ending {
        HELD,
        MISSED,
        CANCELLED
    }
}
