package dev.parley.coaching.partnership;

import dev.parley.coaching.Look;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The letters that a partnership has written, by their keys, and where they stand. */
final class Letters {

    private final Map<String, Sent> sent = new LinkedHashMap<>();
    private final Map<String, MessageId> standing = new HashMap<>();
    private final Map<MessageId, String> keys = new HashMap<>();

    /** A letter with the person to whom it goes. */
    record Sent(String key, PersonId person, PartnershipLetter letter) {}

    void apply(ConversationId id, long version, PartnershipEvent event) {
        of(id, version, event).ifPresent(letter -> sent.put(letter.key(), letter));
        if (event instanceof PartnershipEvent.Standing(String key, MessageId message)) {
            standing.put(key, message);
            keys.put(message, key);
        } else if (event instanceof PartnershipEvent.Forgotten(PersonId person)) {
            sent.values().removeIf(letter -> letter.person().equals(person));
        }
    }

    /** The letter that comes of an event. */
    static Optional<Sent> of(ConversationId id, long version, PartnershipEvent event) {
        return switch (event) {
            case PartnershipEvent.Put(String meeting, PersonId person, Look look, boolean again) ->
                Optional.of(new Sent(
                        key(id, meeting + "/" + word(look), version, person),
                        person,
                        new PartnershipLetter.Asking(meeting, look, again)));
            case PartnershipEvent.Nudged(String meeting, PersonId person) ->
                Optional.of(new Sent(
                        key(id, meeting + "/nudge", version, person), person, new PartnershipLetter.Nudge(meeting)));
            case PartnershipEvent.Reflected(String meeting, PersonId person, Ending ending) ->
                ending == Ending.DONE
                        ? Optional.of(new Sent(
                                key(id, meeting + "/thanks", version, person),
                                person,
                                new PartnershipLetter.Thanks(meeting)))
                        : Optional.empty();
            case PartnershipEvent.Told(PersonId person, PartnershipLetter letter) ->
                Optional.of(new Sent(key(id, what(letter), version, person), person, letter));
            case PartnershipEvent.Formed _, PartnershipEvent.Agreed _, PartnershipEvent.Declined _ -> Optional.empty();
            case PartnershipEvent.Begun _, PartnershipEvent.Left _, PartnershipEvent.Ended _ -> Optional.empty();
            case PartnershipEvent.GoalSaid _, PartnershipEvent.GoalDropped _ -> Optional.empty();
            case PartnershipEvent.StageReached _, PartnershipEvent.MeetingSet _ -> Optional.empty();
            case PartnershipEvent.CalendarGiven _, PartnershipEvent.CalendarDropped _ -> Optional.empty();
            case PartnershipEvent.MeetingMoved _, PartnershipEvent.MeetingSetAnew _ -> Optional.empty();
            case PartnershipEvent.MeetingCancelled _, PartnershipEvent.Overruled _ -> Optional.empty();
            case PartnershipEvent.Prepared _, PartnershipEvent.Asked _ -> Optional.empty();
            case PartnershipEvent.Answered _, PartnershipEvent.Unanswered _ -> Optional.empty();
            case PartnershipEvent.Skipped _ -> Optional.empty();
            case PartnershipEvent.Snoozed _, PartnershipEvent.Withdrawn _ -> Optional.empty();
            case PartnershipEvent.Waited _, PartnershipEvent.Stopped _ -> Optional.empty();
            case PartnershipEvent.Resumed _, PartnershipEvent.Chosen _ -> Optional.empty();
            case PartnershipEvent.TakenBack _, PartnershipEvent.Tagged _ -> Optional.empty();
            case PartnershipEvent.Untagged _, PartnershipEvent.Standing _ -> Optional.empty();
            case PartnershipEvent.Lapsed _, PartnershipEvent.Forgotten _ -> Optional.empty();
        };
    }

    private static String what(PartnershipLetter letter) {
        return switch (letter) {
            case PartnershipLetter.Invitation() -> "invitation";
            case PartnershipLetter.Beginning() -> "beginning";
            case PartnershipLetter.Farewell() -> "farewell";
            case PartnershipLetter.Opening(String meeting, Look look) -> meeting + "/" + word(look) + "/open";
            case PartnershipLetter.Asking(String meeting, Look look, boolean _) -> meeting + "/" + word(look);
            case PartnershipLetter.Nudge(String meeting) -> meeting + "/nudge";
            case PartnershipLetter.Thanks(String meeting) -> meeting + "/thanks";
        };
    }

    private static String word(Look look) {
        return look.name().toLowerCase(Locale.ROOT);
    }

    private static String key(ConversationId id, String what, long version, PersonId person) {
        return id.name() + "/" + what + "#" + version + "@" + person;
    }

    Optional<Sent> sent(String key) {
        return Optional.ofNullable(sent.get(key));
    }

    /** What a message of ours to this person says. */
    Optional<PartnershipLetter> standing(PersonId person, MessageId message) {
        return Optional.ofNullable(keys.get(message))
                .flatMap(this::sent)
                .filter(letter -> letter.person().equals(person))
                .map(Sent::letter);
    }

    Optional<MessageId> where(String key) {
        return Optional.ofNullable(standing.get(key));
    }

    /** What was asked of a person about a meeting, in questions and nudges. */
    List<Sent> about(String meeting, PersonId person) {
        return sent.values().stream()
                .filter(one -> one.person().equals(person) && asks(one.letter(), meeting))
                .toList();
    }

    /** What shows the answers to something that all have chosen to share. */
    List<Sent> opening(Predicate<Item> which) {
        return sent.values().stream()
                .filter(one -> one.letter() instanceof PartnershipLetter.Opening(String meeting, Look look)
                        && which.test(new Item(meeting, look)))
                .toList();
    }

    private static boolean asks(PartnershipLetter letter, String meeting) {
        return switch (letter) {
            case PartnershipLetter.Asking asking -> asking.meeting().equals(meeting);
            case PartnershipLetter.Nudge nudge -> nudge.meeting().equals(meeting);
            case PartnershipLetter.Invitation _,
                    PartnershipLetter.Beginning _,
                    PartnershipLetter.Thanks _,
                    PartnershipLetter.Opening _,
                    PartnershipLetter.Farewell _ -> false;
        };
    }
}
