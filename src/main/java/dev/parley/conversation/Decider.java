package dev.parley.conversation;

import dev.parley.conversation.filing.OffTheRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides what happens when something is asked of a conversation. Pure: it changes nothing and knows no time but the one it is given. */
public final class Decider {

    /** Being later than this is worth a word. */
    private static final Duration WORTH_A_WORD = Duration.ofMinutes(1);

    private Decider() {}

    /**
     * What happens.
     *
     * @param now the time of handling
     * @return in order; empty when nothing does
     */
    public static List<Event> decide(Conversation chat, Command command, Instant now) {
        if (!chat.exists()) {
            return command instanceof Command.Schedule(Plan plan) ? List.of(new Event.Planned(plan)) : List.of();
        }
        return switch (command) {
            case Command.Schedule(Plan plan) -> schedule(chat, plan, now);
            case Command.Cancel() -> chat.stage() instanceof Stage.Waiting ? List.of(new Event.Cancelled()) : List.of();
            case Command.Wake(Map<RoomId, Attendance> rooms) -> wake(chat, rooms, now);
            case Command.Hear(Said said) -> hear(chat, said);
            case Command.Unhear(MessageId message) ->
                chat.message(message).isPresent() ? List.of(new Event.Unheard(message)) : List.of();
            case Command.React(MessageId message, PersonId person, String symbol, boolean given) ->
                react(chat, message, person, symbol, given);
            case Command.Refile(MessageId message, PersonId by, Filing filing) -> refile(chat, message, by, filing);
            case Command.Steer(PersonId by, Verb verb) -> steer(chat, by, verb, now);
            case Command.Stands(String key, MessageId message) -> stands(chat, key, message);
            case Command.Lapse(String key) -> List.of(new Event.Lapsed(key));
            case Command.SayWin(MessageId words, PersonId by, Optional<MessageId> before) ->
                isSaid(chat, words, before) ? List.of(new Event.WinSaid(words, by, before)) : List.of();
            case Command.TakeWinBack(MessageId words) ->
                chat.hasWin(words) ? List.of(new Event.WinTakenBack(words)) : List.of();
            case Command.Forget(PersonId person) -> forget(chat, person);
        };
    }

    /** Other words for a win come in its place. */
    private static boolean isSaid(Conversation chat, MessageId words, Optional<MessageId> before) {
        return !chat.hasWin(words)
                && before.map(chat::hasWin).orElse(chat.openedAt().isPresent());
    }

    private static List<Event> forget(Conversation chat, PersonId person) {
        List<Event> events = new ArrayList<>();
        chat.wins().stream()
                .filter(win -> win.by().equals(person))
                .forEach(win -> events.add(new Event.WinTakenBack(win.words())));
        if (chat.knows(person)) {
            events.add(new Event.Forgotten(person));
        }
        return events;
    }

    private static List<Event> schedule(Conversation chat, Plan plan, Instant now) {
        boolean open = switch (chat.stage()) {
            case Stage.Waiting _ -> !chat.plan().equals(plan);
            case Stage.Over(var _, Stage.Ending ending) ->
                ending == Stage.Ending.CANCELLED && now.isBefore(plan.start());
            case Stage.Running _, Stage.Slow _ -> false;
        };
        return open ? List.of(new Event.Planned(plan)) : List.of();
    }

    private static List<Event> wake(Conversation chat, Map<RoomId, Attendance> rooms, Instant now) {
        Plan plan = chat.plan();
        return switch (chat.stage()) {
            case Stage.Waiting waiting -> wait(plan, waiting, now);
            case Stage.Running running -> run(chat, running, rooms, now);
            case Stage.Slow(Instant closedAt) ->
                now.isBefore(closedAt.plus(plan.slow())) ? List.of() : List.of(new Event.Ended());
            case Stage.Over _ -> List.of();
        };
    }

    private static List<Event> wait(Plan plan, Stage.Waiting waiting, Instant now) {
        if (!now.isBefore(plan.start())) {
            Duration late = Duration.between(plan.start(), now);
            return List.of(late.compareTo(plan.grace()) > 0 ? new Event.Missed() : new Event.Opened(worthAWord(late)));
        }
        List<Event> events = new ArrayList<>();
        for (Duration before : plan.announcements()) {
            Instant due = plan.start().minus(before);
            if (!now.isBefore(due) && !waiting.announced().contains(before)) {
                events.add(new Event.Announced(before));
            }
        }
        return events;
    }

    private static List<Event> run(
            Conversation chat, Stage.Running running, Map<RoomId, Attendance> rooms, Instant now) {
        Instant end = chat.plan().end();
        if (!now.isBefore(end)) {
            return List.of(new Event.Closed(worthAWord(Duration.between(end, now))));
        }
        Pacing pacing = chat.pacing();
        if (pacing.over(running, now, attendance(chat, rooms))) {
            Duration late = worthAWord(Duration.between(pacing.latest(running), now));
            return withOffers(advance(chat, now, late), chat, running, rooms);
        }
        Optional<Instant> warnAt = pacing.warnAt(running);
        boolean warn = warnAt.filter(at -> !now.isBefore(at)).isPresent()
                && now.isBefore(pacing.plannedEnd(running))
                && running.pausedAt().isEmpty();
        return warn ? withOffers(new Event.Warned(running.question().orElseThrow()), chat, running, rooms) : List.of();
    }

    /** When a question has had its time, a room where hardly anybody is is offered the one where most are; once, and not at the end. */
    private static List<Event> withOffers(
            Event event, Conversation chat, Stage.Running running, Map<RoomId, Attendance> rooms) {
        List<Event> events = new ArrayList<>();
        events.add(event);
        boolean goesOn = event instanceof Event.Put || event instanceof Event.Warned;
        if (goesOn && running.question().isPresent()) {
            chat.plan().rooms().stream()
                    .max(Comparator.comparingInt(room -> people(chat, rooms, room)))
                    .filter(there -> people(chat, rooms, there) >= Pacing.ENOUGH_PEOPLE)
                    .ifPresent(there -> chat.plan().rooms().stream()
                            .filter(room -> people(chat, rooms, room) < Pacing.ENOUGH_PEOPLE && !chat.wasOffered(room))
                            .forEach(room -> events.add(new Event.Offered(room, there))));
        }
        return events;
    }

    /** How many are in a room; where its platform does not tell, those who have spoken there. */
    private static int people(Conversation chat, Map<RoomId, Attendance> rooms, RoomId room) {
        return Optional.ofNullable(rooms.get(room))
                .map(Attendance::people)
                .filter(people -> people >= 0)
                .orElseGet(() -> chat.voices(room));
    }

    /** A chat in many rooms counts everybody; where no platform tells, those who have spoken. */
    private static Attendance attendance(Conversation chat, Map<RoomId, Attendance> rooms) {
        int people = rooms.values().stream()
                .mapToInt(room -> Math.max(0, room.people()))
                .sum();
        boolean told = !rooms.isEmpty() && rooms.values().stream().allMatch(room -> room.people() >= 0);
        boolean typing = rooms.values().stream().anyMatch(Attendance::typing);
        return new Attendance(told ? people : Math.max(people, chat.voices()), typing);
    }

    private static Event advance(Conversation chat, Instant now, Duration late) {
        Optional<Integer> next = chat.pacing().next(now);
        if (chat.running().orElseThrow().phase() instanceof Stage.Phase.Closing) {
            return new Event.Closed(late);
        }
        return next.<Event>map(
                        number -> new Event.Put(number, chat.progress().put().containsKey(number), late))
                .orElse(new Event.Closing());
    }

    private static Duration worthAWord(Duration late) {
        return late.compareTo(WORTH_A_WORD) < 0 ? Duration.ZERO : late;
    }

    private static List<Event> hear(Conversation chat, Said said) {
        Optional<Heard> before = chat.message(said.message());
        boolean outdated =
                before.filter(known -> said.revised().isBefore(known.revised())).isPresent();
        if (outdated || chat.isGone(said.message()) || chat.isHushed(said)) {
            return List.of();
        }
        if (OffTheRecord.is(said.text())) {
            return before.isPresent() ? List.of(new Event.Hushed(said.message(), said.revised())) : List.of();
        }
        if (before.isPresent()) {
            Heard known = before.get();
            if (known.text().equals(said.text()) || said.revised().equals(known.revised())) {
                return List.of(); // a name in it may read otherwise in a history than when it was said
            }
            Filing filing = known.byHand() ? known.filing() : chat.file(said);
            return List.of(heard(said, known.author(), filing));
        }
        Filing filing = chat.file(said);
        boolean listening = switch (chat.stage()) {
            case Stage.Waiting _, Stage.Over _ -> false;
            case Stage.Running _ -> true;
            case Stage.Slow _ -> labelled(filing) || underSomethingOfOurs(chat, said.place());
        };
        if (!listening) {
            return List.of();
        }
        List<Event> events = new ArrayList<>();
        events.add(heard(said, said.author(), filing));
        chat.refiles(said, filing)
                .forEach(other -> events.add(new Event.Refiled(other.message(), said.author(), other.filing())));
        return events;
    }

    private static Event heard(Said said, PersonId author, Filing filing) {
        return new Event.Heard(said.message(), author, said.place(), said.at(), said.revised(), filing);
    }

    private static boolean labelled(Filing filing) {
        return filing.sure() && (filing.kind() == Kind.ANSWER || filing.kind() == Kind.FINAL);
    }

    private static boolean underSomethingOfOurs(Conversation chat, Place place) {
        return place instanceof Place.Under(MessageId to)
                && (chat.message(to).isPresent()
                        || chat.asked().values().stream()
                                .anyMatch(asked -> asked.posts().contains(to)));
    }

    /** People answer a question in its place before its platform has told us where that is. */
    private static List<Event> stands(Conversation chat, String key, MessageId message) {
        if (chat.standing(key).equals(Optional.of(message))) {
            return List.of();
        }
        List<Event> events = new ArrayList<>();
        events.add(new Event.Standing(key, message));
        chat.places(key, message).forEach(other -> events.add(new Event.Placed(other.message(), other.filing())));
        return events;
    }

    private static List<Event> react(
            Conversation chat, MessageId message, PersonId person, String symbol, boolean given) {
        boolean has = chat.message(message)
                .map(heard -> heard.reactions().getOrDefault(symbol, Set.of()).contains(person))
                .orElse(given);
        return has == given ? List.of() : List.of(new Event.Reacted(message, person, symbol, given));
    }

    private static List<Event> refile(Conversation chat, MessageId message, PersonId by, Filing filing) {
        boolean changes = chat.message(message)
                .filter(heard -> !heard.filing().equals(filing) || !heard.byHand())
                .isPresent();
        return changes ? List.of(new Event.Refiled(message, by, filing)) : List.of();
    }

    private static List<Event> steer(Conversation chat, PersonId by, Verb verb, Instant now) {
        if (verb instanceof Verb.Undo) {
            boolean inTime = chat.undoUntil().filter(now::isBefore).isPresent();
            return inTime ? List.of(new Event.Undone()) : List.of();
        }
        if (Steering.objection(chat, verb, now).isPresent()) {
            return List.of();
        }
        List<Event> events = new ArrayList<>();
        events.add(new Event.Steered(by, verb));
        events.add(
                switch (verb) {
                    case Verb.Start() -> new Event.Opened(Duration.ZERO);
                    case Verb.Pause() -> new Event.Paused();
                    case Verb.Resume() -> new Event.Resumed();
                    case Verb.Hold() -> new Event.Held();
                    case Verb.Next() -> Steering.next(chat);
                    case Verb.Skip() ->
                        new Event.Skipped(chat.progress().ahead().firstKey());
                    case Verb.Repeat() ->
                        new Event.Put(chat.running().orElseThrow().question().orElseThrow(), true, Duration.ZERO);
                    case Verb.Add(MessageId words) ->
                        new Event.Added(chat.progress().numbers().last() + 1, words, by);
                    case Verb.Jump(int question) ->
                        new Event.Put(question, chat.progress().put().containsKey(question), Duration.ZERO);
                    case Verb.End() -> new Event.Closed(Duration.ZERO);
                    case Verb.CoHost(PersonId person) -> new Event.CoHosted(person);
                    case Verb.Undo() -> new Event.Undone();
                });
        return events;
    }
}
