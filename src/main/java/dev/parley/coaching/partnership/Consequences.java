package dev.parley.coaching.partnership;

import dev.parley.coaching.Look;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Happened;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What is to be done because something happened: letters are written, and those that make no sense any more taken back. */
final class Consequences {

    private Consequences() {}

    static List<Effect> of(Partnership partnership, Happened happened) {
        PartnershipEvent event = (PartnershipEvent) happened.event();
        if (event instanceof PartnershipEvent.Withdrawn(String meeting, PersonId person)) {
            return partnership.letters().about(meeting, person).stream()
                    .filter(letter -> !isAnswered(partnership, letter))
                    .flatMap(letter -> removal(partnership, letter).stream())
                    .toList();
        }
        if (event instanceof PartnershipEvent.Standing(String key, MessageId _)) {
            return partnership
                    .letters()
                    .sent(key)
                    .filter(letter -> isWithdrawn(partnership, letter))
                    .flatMap(letter -> removal(partnership, letter))
                    .stream()
                    .toList();
        }
        List<Effect> effects = new ArrayList<>(closed(partnership, event));
        Letters.of(partnership.id(), partnership.version(), event)
                .map(letter -> new Effect.Letter(
                        letter.key(),
                        letter.person(),
                        letter.letter(),
                        happened.at(),
                        happened.at().plus(goodFor(letter.letter(), partnership.rhythm()))))
                .ifPresent(effects::add);
        return effects;
    }

    /** Where an answer is not shared any more, or says something else, the letters that show it go; the page has what is open. */
    private static List<Effect> closed(Partnership partnership, PartnershipEvent event) {
        Predicate<Item> which = switch (event) {
            case PartnershipEvent.TakenBack(String meeting, Look look, PersonId _, Circle circle) ->
                item -> circle == Circle.PARTNER && item.equals(new Item(meeting, look));
            case PartnershipEvent.Answered answered ->
                item -> item.equals(new Item(answered.meeting(), answered.look()))
                        || partnership.unsaid().equals(Optional.of(item));
            case PartnershipEvent.Unanswered _ -> item -> partnership.unsaid().equals(Optional.of(item));
            case PartnershipEvent.Left _ -> _ -> true;
            case PartnershipEvent.Formed _, PartnershipEvent.Agreed _, PartnershipEvent.Declined _ -> _ -> false;
            case PartnershipEvent.Begun _, PartnershipEvent.Ended _, PartnershipEvent.Forgotten _ -> _ -> false;
            case PartnershipEvent.GoalSaid _, PartnershipEvent.GoalDropped _ -> _ -> false;
            case PartnershipEvent.StageReached _, PartnershipEvent.MeetingSet _ -> _ -> false;
            case PartnershipEvent.CalendarGiven _, PartnershipEvent.CalendarDropped _ -> _ -> false;
            case PartnershipEvent.MeetingMoved _, PartnershipEvent.MeetingSetAnew _ -> _ -> false;
            case PartnershipEvent.MeetingCancelled _, PartnershipEvent.Overruled _ -> _ -> false;
            case PartnershipEvent.Prepared _, PartnershipEvent.Asked _ -> _ -> false;
            case PartnershipEvent.Put _, PartnershipEvent.Skipped _ -> _ -> false;
            case PartnershipEvent.Snoozed _, PartnershipEvent.Nudged _, PartnershipEvent.Reflected _ -> _ -> false;
            case PartnershipEvent.Withdrawn _, PartnershipEvent.Waited _, PartnershipEvent.Told _ -> _ -> false;
            case PartnershipEvent.Stopped _, PartnershipEvent.Resumed _, PartnershipEvent.Chosen _ -> _ -> false;
            case PartnershipEvent.Tagged _, PartnershipEvent.Untagged _ -> _ -> false;
            case PartnershipEvent.Standing _, PartnershipEvent.Lapsed _ -> _ -> false;
        };
        return partnership.letters().opening(which).stream()
                .flatMap(letter -> removal(partnership, letter).stream())
                .toList();
    }

    /** A letter that was on its way when its meeting was called off, or when what it shows was closed. */
    private static boolean isWithdrawn(Partnership partnership, Letters.Sent letter) {
        if (letter.letter() instanceof PartnershipLetter.Opening) {
            return !partnership.makesSense(letter.person(), letter.letter());
        }
        boolean calledOff = meeting(letter)
                .flatMap(partnership::meeting)
                .filter(Meeting::cancelled)
                .isPresent();
        return calledOff && !isAnswered(partnership, letter);
    }

    private static Optional<String> meeting(Letters.Sent letter) {
        return switch (letter.letter()) {
            case PartnershipLetter.Asking asking -> Optional.of(asking.meeting());
            case PartnershipLetter.Nudge nudge -> Optional.of(nudge.meeting());
            case PartnershipLetter.Thanks _, PartnershipLetter.Opening _ -> Optional.empty();
            case PartnershipLetter.Invitation _, PartnershipLetter.Beginning _, PartnershipLetter.Farewell _ ->
                Optional.empty();
        };
    }

    private static boolean isAnswered(Partnership partnership, Letters.Sent letter) {
        return letter.letter() instanceof PartnershipLetter.Asking asking
                && partnership
                        .find(new Item(asking.meeting(), asking.look()), letter.person())
                        .filter(Entry::isAnswered)
                        .isPresent();
    }

    private static Optional<Effect> removal(Partnership partnership, Letters.Sent letter) {
        return partnership
                .letters()
                .where(letter.key())
                .map(message -> new Effect.Remove(
                        partnership.id().name() + "/withdrawn#" + partnership.version() + "/" + letter.key(),
                        message.room(),
                        letter.key()));
    }

    private static Duration goodFor(PartnershipLetter letter, Rhythm rhythm) {
        return switch (letter) {
            case PartnershipLetter.Asking _ -> rhythm.patience();
            case PartnershipLetter.Nudge _ -> rhythm.patience().minus(rhythm.nudge());
            case PartnershipLetter.Thanks _ -> Duration.ofDays(1);
            case PartnershipLetter.Beginning _, PartnershipLetter.Opening _, PartnershipLetter.Farewell _ ->
                Duration.ofDays(7);
            case PartnershipLetter.Invitation _ -> Duration.ofDays(30);
        };
    }
}
