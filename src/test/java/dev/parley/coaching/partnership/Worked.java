package dev.parley.coaching.partnership;

import dev.parley.coaching.Cycle;
import dev.parley.coaching.Look;
import dev.parley.coaching.OwnTime;
import dev.parley.coaching.Principle;
import dev.parley.coaching.Prompt;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Happened;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Place;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Said;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A partnership that is lived through with a clock moved by hand; letters arrive at once. */
final class Worked {

    static final PersonId ANA = new PersonId("ana");
    static final PersonId BEN = new PersonId("ben");
    static final PersonId CLEO = new PersonId("cleo");

    /** A Monday. */
    static final Instant START = Instant.parse("2026-11-02T09:00:00Z");

    static final OwnTime DAYTIME = new OwnTime(ZoneOffset.UTC, LocalTime.of(20, 0), LocalTime.of(7, 0));

    final Partnership partnership = new Partnership(new ConversationId("here", "partnership:k3"));
    final List<Happened> happened = new ArrayList<>();
    final List<Effect> effects = new ArrayList<>();
    final Map<PersonId, OwnTime> clocks = new HashMap<>();
    Set<String> elsewhere = Set.of();
    Instant now = START;
    private Optional<Instant> wakeAt = Optional.empty();
    private int messages;

    /** Has been proposed, and nobody has agreed. */
    static Worked proposed(PersonId... people) {
        return proposed(5, people);
    }

    private static Worked proposed(int prompts, PersonId... people) {
        Worked worked = new Worked();
        Map<PersonId, String> members = new LinkedHashMap<>();
        Arrays.stream(people).forEach(person -> members.put(person, "partner"));
        members.keySet().forEach(person -> worked.clocks.put(person, DAYTIME));
        worked.tell(
                new PartnershipCommand.Form(cycle(prompts), Shape.PARTNERS, members, Rhythm.USUAL, Optional.empty()));
        worked.pass(Duration.ofMinutes(1));
        return worked;
    }

    /** Has begun. */
    static Worked among(PersonId... people) {
        return among(5, people);
    }

    /** Has begun, with so many prompts for each look. */
    static Worked among(int prompts, PersonId... people) {
        Worked worked = proposed(prompts, people);
        Arrays.stream(people).forEach(person -> worked.tell(new PartnershipCommand.Agree(person)));
        worked.pass(Duration.ofMinutes(1));
        return worked;
    }

    /** A cycle with two stages and so many prompts for each look. */
    static Cycle cycle(int prompts) {
        List<Prompt> all = new ArrayList<>();
        for (Look look : Look.values()) {
            for (int number = 1; number <= prompts; number++) {
                Principle principle = Principle.values()[(number + look.ordinal()) % Principle.values().length];
                all.add(new Prompt(look + "-" + number, look, Set.of(), principle, "What about " + number + "?"));
            }
        }
        return new Cycle(
                "impact",
                "Impact",
                "About it.",
                "What is said stays here.",
                List.of(new Cycle.Role("partner", "Partner", "Is there.")),
                List.of(new Cycle.Stage("identify", "Identify", "."), new Cycle.Stage("learn", "Learn", ".")),
                false,
                all);
    }

    List<PartnershipEvent> tell(PartnershipCommand command) {
        List<PartnershipEvent> events = partnership.decide(command, now);
        for (PartnershipEvent event : events) {
            take(event);
        }
        wakeAt = partnership.wake(now).map(Effect.Wake::due);
        return events;
    }

    private void take(PartnershipEvent event) {
        Happened one = new Happened(now, event);
        happened.add(one);
        partnership.apply(one, _ -> Optional.empty());
        List<Effect> then = partnership.consequences(one);
        effects.addAll(then);
        for (Effect effect : then) {
            if (effect instanceof Effect.Letter letter) {
                take(new PartnershipEvent.Standing(letter.key(), message(letter)));
            }
        }
    }

    static MessageId message(Effect.Letter letter) {
        return new MessageId(room(letter.person()), letter.key());
    }

    static RoomId room(PersonId person) {
        return new RoomId("test", "dm-" + person);
    }

    /** Lets the time pass, waking the partnership whenever it wants to be woken. */
    void until(Instant then) {
        while (wakeAt.filter(at -> !at.isAfter(then)).isPresent()) {
            Instant at = wakeAt.orElseThrow();
            now = at.isAfter(now) ? at : now;
            wake();
        }
        now = then.isAfter(now) ? then : now;
    }

    void pass(Duration time) {
        until(now.plus(time));
    }

    /** We were away for a while, and nobody was woken. */
    void sleep(Duration time) {
        now = now.plus(time);
        wake();
    }

    void wake() {
        tell(new PartnershipCommand.Wake(clocks, elsewhere));
        if (wakeAt.filter(at -> !at.isAfter(now)).isPresent()) {
            throw new AssertionError(
                    "wants to be woken at " + wakeAt + " again, at " + now + ": " + happened.getLast());
        }
    }

    /** A meeting by command. */
    String meet(Instant start, Instant end) {
        List<PartnershipEvent> events = tell(new PartnershipCommand.SetMeeting(
                partnership.present().keySet().iterator().next(), Source.COMMAND, start, end, Optional.empty()));
        return ((PartnershipEvent.MeetingSet) events.getFirst()).meeting();
    }

    /** A meeting of an hour that begins so long from now. */
    String meetIn(Duration time) {
        return meet(now.plus(time), now.plus(time).plus(Duration.ofHours(1)));
    }

    /** A meeting has just been asked about. */
    String asked() {
        String meeting = meetIn(Duration.ofMinutes(30));
        pass(Duration.ofMinutes(101));
        return meeting;
    }

    MessageId say(PersonId who, String text) {
        return say(who, text, Place.ROOM);
    }

    MessageId say(PersonId who, String text, Place place) {
        MessageId message = new MessageId(room(who), "m" + messages++);
        tell(new PartnershipCommand.Hear(new Said(message, who, text, place, now)));
        return message;
    }

    List<PartnershipEvent> edit(MessageId message, PersonId who, String text) {
        return tell(new PartnershipCommand.Hear(new Said(message, who, text, Place.ROOM, now, now)));
    }

    /** Answers every question with the same words. */
    void answerAll(PersonId who, String meeting) {
        for (Look look : Look.values()) {
            MessageId words = new MessageId(new RoomId("web", "page"), "w" + messages++);
            tell(new PartnershipCommand.Write(who, new Item(meeting, look), words));
        }
    }

    void shareWith(PersonId who, Item item, Circle circle) {
        tell(new PartnershipCommand.Choose(who, item, circle));
    }

    Seen seenBy(PersonId person) {
        return partnership.seenBy(person).orElseThrow();
    }

    Seen.Question seen(PersonId person, Item item) {
        return seenBy(person).meetings().stream()
                .flatMap(meeting -> meeting.questions().stream())
                .filter(question -> question.item().equals(item))
                .findFirst()
                .orElseThrow();
    }

    <T extends PartnershipEvent> List<T> all(Class<T> kind) {
        return happened.stream()
                .map(Happened::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .collect(Collectors.toList());
    }

    List<Effect.Letter> letters() {
        return effects.stream()
                .filter(Effect.Letter.class::isInstance)
                .map(Effect.Letter.class::cast)
                .toList();
    }

    List<Effect.Letter> letters(PersonId person, Class<? extends PartnershipLetter> kind) {
        return letters().stream()
                .filter(letter -> letter.person().equals(person) && kind.isInstance(letter.letter()))
                .toList();
    }

    Effect.Letter lastLetter(PersonId person) {
        return letters().stream()
                .filter(letter -> letter.person().equals(person))
                .reduce((_, second) -> second)
                .orElseThrow();
    }

    /** What a person was asked last, and the time. */
    String lastAsked(PersonId person) {
        Effect.Letter letter = letters(person, PartnershipLetter.Asking.class).getLast();
        PartnershipLetter.Asking asking = (PartnershipLetter.Asking) letter.letter();
        return asking.look() + " at " + letter.due();
    }
}
