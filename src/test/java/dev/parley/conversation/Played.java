package dev.parley.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A chat that is played with a clock moved by hand, without any shell around it. */
final class Played {

    static final RoomId ROOM = new RoomId("test", "room");
    static final PersonId HOST = new PersonId("host");
    static final Instant START = Instant.parse("2026-11-23T20:00:00Z");

    final Conversation chat = new Conversation(new ConversationId("here", "principles/2026-11-23"));
    final List<Happened> happened = new ArrayList<>();
    final List<Effect> effects = new ArrayList<>();
    final Map<MessageId, String> words = new HashMap<>();
    Instant now;
    Attendance attendance = new Attendance(5, false);
    private Optional<Instant> wakeAt = Optional.empty();

    Played(Plan plan) {
        this.now = plan.start().minus(Duration.ofDays(2));
        tell(new Command.Schedule(plan));
    }

    /** An hour with so many questions. */
    static Plan hour(int questions) {
        return plan(questions, Duration.ofHours(1));
    }

    static Plan plan(int questions, Duration length) {
        return plan(questions, length, List.of(ROOM));
    }

    static Plan plan(int questions, Duration length, List<RoomId> rooms) {
        List<Question> asked = new ArrayList<>();
        for (int number = 1; number <= questions; number++) {
            asked.add(new Question(
                    number,
                    "What about matter " + number + "?",
                    Duration.ofMinutes(51).dividedBy(questions)));
        }
        Script script = new Script("test", "A test", "Welcome.", "Who are you?", asked, "Final thoughts?", Pace.USUAL);
        return new Plan(
                "Tests",
                "#tests",
                script,
                START,
                START.plus(length),
                Duration.ofMinutes(15),
                Duration.ofHours(24),
                List.of(Duration.ofDays(1), Duration.ofHours(1), Duration.ofMinutes(10)),
                rooms,
                Set.of(HOST),
                Optional.empty());
    }

    List<Event> tell(Command command) {
        List<Event> events = Decider.decide(chat, command, now);
        for (Event event : events) {
            Happened one = new Happened(now, event);
            happened.add(one);
            chat.apply(one, message -> Optional.ofNullable(words.get(message)));
            effects.addAll(Consequences.of(chat, one));
        }
        wakeAt = Consequences.wake(chat, now).map(Effect.Wake::due);
        return events;
    }

    /** Lets the time pass, waking the chat whenever it wants to be woken. */
    void until(Instant then) {
        while (wakeAt.filter(at -> !at.isAfter(then)).isPresent()) {
            Instant at = wakeAt.orElseThrow();
            now = at.isAfter(now) ? at : now;
            int before = happened.size();
            wake();
            if (happened.size() == before
                    && wakeAt.filter(next -> !next.isAfter(now)).isPresent()
                    && wakeAt.equals(Optional.of(at))) {
                throw new AssertionError("The chat wants to be woken at " + at + " again and again");
            }
        }
        now = then;
    }

    void wake() {
        tell(new Command.Wake(Map.of(ROOM, attendance)));
    }

    void pass(Duration time) {
        until(now.plus(time));
    }

    /** The process is down for a while: the time passes and nobody is woken. */
    void sleep(Duration time) {
        now = now.plus(time);
        wake();
    }

    MessageId say(String who, String text) {
        MessageId message = new MessageId(ROOM, "m" + words.size());
        say(message, who, text, Place.ROOM);
        return message;
    }

    /** The same, heard only now though it was said so long ago. */
    MessageId said(String who, String text, Duration ago) {
        MessageId message = new MessageId(ROOM, "m" + words.size());
        words.put(message, text);
        Instant at = now.minus(ago);
        tell(new Command.Hear(new Said(message, new PersonId(who), text, Place.ROOM, at, at)));
        return message;
    }

    private final Map<MessageId, Instant> revisions = new HashMap<>();

    void say(MessageId message, String who, String text, Place place) {
        String before = words.put(message, text);
        Instant revised = text.equals(before)
                ? revisions.get(message)
                : revisions.merge(message, now, (last, _) -> last.plusMillis(1));
        if (tell(new Command.Hear(new Said(message, new PersonId(who), text, place, now, revised)))
                        .isEmpty()
                && before != null) {
            words.put(message, before);
        }
    }

    List<Event> steer(Verb verb) {
        return tell(new Command.Steer(HOST, verb));
    }

    <T extends Event> List<Happened> all(Class<T> kind) {
        return happened.stream().filter(one -> kind.isInstance(one.event())).toList();
    }

    List<Integer> put() {
        return happened.stream()
                .map(Happened::event)
                .filter(Event.Put.class::isInstance)
                .map(event -> ((Event.Put) event).question())
                .toList();
    }

    /** Minutes since the start at which the only event of a kind happened. */
    double minute(Class<? extends Event> kind) {
        List<Happened> all = all(kind);
        if (all.size() != 1) {
            throw new AssertionError(kind.getSimpleName() + " happened " + all.size() + " times");
        }
        return Duration.between(START, all.getFirst().at()).toMillis() / 60_000.0;
    }

    /** Minutes since the start at which each question was put, in the order of putting. */
    List<Double> minutes() {
        return all(Event.Put.class).stream()
                .map(one -> Duration.between(START, one.at()).toMillis() / 60_000.0)
                .toList();
    }
}
