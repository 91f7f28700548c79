package dev.parley.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Which of the host's verbs make sense when. */
public final class Steering {

    private Steering() {}

    /** Why a verb makes no sense. */
    public enum Objection {
        NOT_RUNNING,
        ALREADY_RUNNING,
        ALREADY_OVER,
        ALREADY_PAUSED,
        NOT_PAUSED,
        NO_QUESTION_OPEN,
        NO_NEXT_QUESTION,
        NO_SUCH_QUESTION,
        NOTHING_TO_UNDO
    }

    /** What speaks against a verb just now; empty when nothing does. */
    public static Optional<Objection> objection(Conversation chat, Verb verb, Instant now) {
        if (verb instanceof Verb.Undo) {
            return chat.undoUntil().filter(now::isBefore).isPresent()
                    ? Optional.empty()
                    : Optional.of(Objection.NOTHING_TO_UNDO);
        }
        return switch (chat.stage()) {
            case Stage.Waiting _ -> beforehand(chat, verb);
            case Stage.Running running -> meanwhile(chat, running, verb);
            case Stage.Slow _, Stage.Over _ -> Optional.of(Objection.ALREADY_OVER);
        };
    }

    private static Optional<Objection> beforehand(Conversation chat, Verb verb) {
        return switch (verb) {
            case Verb.Start _, Verb.Add _, Verb.CoHost _ -> Optional.empty();
            case Verb.Skip _ -> unless(!chat.progress().ahead().isEmpty(), Objection.NO_NEXT_QUESTION);
            case Verb.Pause _, Verb.Resume _, Verb.Hold _, Verb.Next _, Verb.Repeat _, Verb.Jump _ ->
                Optional.of(Objection.NOT_RUNNING);
            case Verb.End _, Verb.Undo _ -> Optional.of(Objection.NOT_RUNNING);
        };
    }

    private static Optional<Objection> meanwhile(Conversation chat, Stage.Running running, Verb verb) {
        boolean asking = running.question().isPresent();
        return switch (verb) {
            case Verb.Start _ -> Optional.of(Objection.ALREADY_RUNNING);
            case Verb.Pause _ -> unless(running.pausedAt().isEmpty(), Objection.ALREADY_PAUSED);
            case Verb.Resume _ -> unless(running.pausedAt().isPresent() || running.held(), Objection.NOT_PAUSED);
            case Verb.Hold _, Verb.Repeat _ -> unless(asking, Objection.NO_QUESTION_OPEN);
            case Verb.Next _ -> unless(!(running.phase() instanceof Stage.Phase.Closing), Objection.NO_NEXT_QUESTION);
            case Verb.Skip _ -> unless(!chat.progress().ahead().isEmpty(), Objection.NO_NEXT_QUESTION);
            case Verb.Jump(int question) ->
                unless(chat.progress().numbers().contains(question), Objection.NO_SUCH_QUESTION);
            case Verb.Add _, Verb.End _, Verb.CoHost _, Verb.Undo _ -> Optional.empty();
        };
    }

    private static Optional<Objection> unless(boolean fine, Objection objection) {
        return fine ? Optional.empty() : Optional.of(objection);
    }

    /** What <em>next</em> means now: the next question, however little time is left, or final thoughts. */
    static Event next(Conversation chat) {
        return chat.progress().ahead().isEmpty()
                ? new Event.Closing()
                : new Event.Put(chat.progress().ahead().firstKey(), false, Duration.ZERO);
    }
}
