package dev.parley.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What comes of what happened: the effects of an event that a conversation has just taken in. Pure. */
public final class Consequences {

    /** The recap waits until the host can no longer take the end back, and until the last answers are in. */
    private static final Duration RECAP_WAITS = Conversation.UNDO.plusSeconds(2);

    /** A recap is said anew at most once in so many seconds. */
    private static final long RECAP_BEAT = 20;

    /** From when on before the start the chat is kept in sight, so that its hosts can start it. */
    private static final Duration SOON = Duration.ofHours(2);

    private static final String WELCOME = "welcome";

    private final Conversation chat;
    private final Instant now;
    private final long doing;
    private final List<Effect> effects = new ArrayList<>();

    private Consequences(Conversation chat, Instant now, long doing) {
        this.chat = chat;
        this.now = now;
        this.doing = doing;
    }

    /**
     * The effects of an event.
     *
     * @param chat as it is after the event, which was the last that it took in
     */
    public static List<Effect> of(Conversation chat, Happened happened) {
        Consequences consequences = new Consequences(chat, happened.at(), chat.version());
        consequences.follow(Conversation.event(happened));
        return consequences.effects;
    }

    /** When the conversation must be woken next; empty when nothing will ever be due by itself. */
    public static Optional<Effect.Wake> wake(Conversation chat, Instant now) {
        Plan plan = chat.plan();
        Optional<Instant> due = switch (chat.stage()) {
            case Stage.Waiting(Set<Duration> announced) ->
                plan.announcements().stream()
                        .filter(before -> !announced.contains(before))
                        .map(plan.start()::minus)
                        .min(Instant::compareTo)
                        .or(() -> Optional.of(plan.start()));
            case Stage.Running running -> chat.pacing().nextLook(running, now);
            case Stage.Slow(Instant closedAt) -> Optional.of(closedAt.plus(plan.slow()));
            case Stage.Over _ -> Optional.empty();
        };
        return due.map(at -> Effect.Wake.of(chat.id(), at));
    }

    private void follow(Event event) {
        Instant end = chat.plan().end();
        switch (event) {
            case Event.Announced(Duration before) -> {
                doing("announcement/" + before, new Content.Announcement(before), nextAnnouncement(before));
                if (before.compareTo(SOON) <= 0) {
                    sight();
                }
            }
            case Event.Planned _ -> nativeEvents();
            case Event.Cancelled() -> {
                doing("cancelled", new Content.Cancelled(), end);
                nativeEvents();
            }
            case Event.Missed() -> {
                doing("missed", new Content.Missed(), now.plus(Duration.ofDays(1)));
                nativeEvents();
            }
            case Event.Opened(Duration late) -> {
                doing(WELCOME, new Content.Welcome(late), end);
                if (!chat.plan().script().introductions().isBlank()) {
                    doing("introductions", new Content.Introductions(), end);
                }
                nativeEvents();
                sight();
            }
            case Event.Put(int question, boolean again, Duration late) -> {
                doing("Q" + question, new Content.Asked(question, again, late), end);
                sight();
            }
            case Event.Offered(RoomId room, RoomId there) ->
                effects.add(new Effect.Post(
                        Keys.doing(chat.id(), "elsewhere", doing, room),
                        room,
                        new Content.Elsewhere(there),
                        Optional.empty(),
                        now,
                        end));
            case Event.Warned(int question) ->
                doing(
                        "warning",
                        new Content.Warning(question),
                        now.plus(chat.plan().script().pace().warning()));
            case Event.Paused() -> {
                doing("pause", new Content.Pause(), end);
                sight();
            }
            case Event.Resumed() -> {
                doing("resumption", new Content.Resumption(), end);
                sight();
            }
            case Event.Held _, Event.Skipped _, Event.Added _ -> sight();
            case Event.Closing() -> {
                doing("final", new Content.FinalThoughts(), end);
                sight();
            }
            case Event.Closed(Duration late) -> close(late);
            case Event.Ended() -> sight();
            case Event.Undone() -> undo();
            case Event.Heard heard -> filed(heard.message());
            case Event.Refiled(MessageId message, PersonId _, Filing _) -> filed(message);
            case Event.Placed(MessageId message, Filing _) -> filed(message);
            case Event.Forgotten _ -> {
                takeBackQuestions();
                sight();
                renewRecap();
            }
            case Event.Unheard _, Event.Hushed _, Event.Reacted _ -> renewRecap();
            case Event.WinSaid(var _, var _, Optional<MessageId> before) -> {
                if (before.isPresent()) {
                    renewWelcome();
                } // else the welcome is still to be sent
            }
            case Event.WinTakenBack _ -> renewWelcome();
            case Event.Steered _, Event.CoHosted _, Event.Standing _, Event.Lapsed _ -> {}
        }
    }

    private void filed(MessageId message) {
        receipt(message);
        renewRecap();
    }

    private Instant nextAnnouncement(Duration before) {
        Instant start = chat.plan().start();
        return chat.plan().announcements().stream()
                .filter(other -> other.compareTo(before) < 0)
                .map(start::minus)
                .min(Instant::compareTo)
                .orElse(start);
    }

    private void close(Duration late) {
        Instant tomorrow = now.plus(Duration.ofDays(1));
        doing("thanks", new Content.Thanks(late), tomorrow);
        nativeEvents();
        sight();
        for (RoomId room : chat.plan().rooms()) {
            for (Optional<Integer> part : recapParts()) {
                recapPost(part, room, doing, now.plus(RECAP_WAITS));
            }
        }
        for (Heard doubt : firstDoubts()) {
            String key = chat.id().name() + "/doubts#" + doing + "@" + doubt.author();
            effects.add(new Effect.Whisper(
                    key,
                    doubt.author(),
                    doubt.message().room(),
                    new Content.Doubts(),
                    now.plus(RECAP_WAITS),
                    tomorrow));
        }
    }

    /** One message for each person who has any that we could only guess at. */
    private List<Heard> firstDoubts() {
        return List.copyOf(chat.messages().stream()
                .filter(Heard::isGuess)
                .collect(Collectors.toMap(Heard::author, heard -> heard, (first, _) -> first, LinkedHashMap::new))
                .values());
    }

    /** The overview, and the questions that were put or that somebody answered. */
    private List<Optional<Integer>> recapParts() {
        SortedSet<Integer> questions = new TreeSet<>(chat.progress().put().keySet());
        chat.messages().forEach(heard -> questions.addAll(heard.filing().questions()));
        questions.retainAll(chat.progress().numbers());
        questions.addAll(chat.standingParts());
        List<Optional<Integer>> parts = new ArrayList<>();
        parts.add(Optional.empty());
        questions.forEach(question -> parts.add(Optional.of(question)));
        return parts;
    }

    private void recapPost(Optional<Integer> part, RoomId room, long closedBy, Instant due) {
        String key = Keys.recap(chat.id(), part, closedBy, room);
        Optional<String> under = part.map(_ -> Keys.recap(chat.id(), Optional.empty(), closedBy, room));
        Instant aMonthLater = chat.plan().end().plus(Duration.ofDays(30));
        effects.add(new Effect.Post(key, room, new Content.Recap(part), under, due, aMonthLater));
    }

    /**
     * A recap that was posted is said anew. All changes within one beat share a key, and the edit is rendered at the end of the beat
     * as things stand then. A post that may have been rendered already is followed by its edit, though we do not know yet where it
     * stands; if it never does, the edit lapses.
     */
    private void renewRecap() {
        if (chat.closedAt().isEmpty()) {
            return;
        }
        boolean rendered = !now.isBefore(chat.closedAt().get().plus(RECAP_WAITS));
        long beat = now.getEpochSecond() / RECAP_BEAT + 1;
        Instant due = Instant.ofEpochSecond(beat * RECAP_BEAT);
        for (RoomId room : chat.plan().rooms()) {
            for (Optional<Integer> part : recapParts()) {
                String post = Keys.recap(chat.id(), part, chat.closedBy(), room);
                boolean stands = chat.standing(post).isPresent();
                if (!stands) {
                    recapPost(part, room, chat.closedBy(), due);
                }
                if (stands || rendered) {
                    String key = Keys.doing(chat.id(), "renewed/" + Keys.recapPart(part), beat, room);
                    effects.add(new Effect.Edit(
                            key, room, post, new Content.Recap(part), due, now.plus(Duration.ofDays(1))));
                }
            }
        }
    }

    /** The welcome tells the wins as they are now. */
    private void renewWelcome() {
        if (chat.openedAt().isEmpty()) {
            return;
        }
        for (RoomId room : chat.plan().rooms()) {
            effects.add(new Effect.Edit(
                    Keys.doing(chat.id(), "renewed/" + WELCOME, doing, room),
                    room,
                    Keys.doing(chat.id(), WELCOME, chat.openedBy(), room),
                    new Content.Welcome(chat.openedLate()),
                    now,
                    now.plus(Duration.ofDays(1))));
        }
    }

    /** A question whose words are gone is gone from the rooms; nothing is left to say it with. */
    private void takeBackQuestions() {
        for (int question : chat.progress().added().keySet()) {
            if (chat.questionText(question).isEmpty()) {
                chat.postsOf(question)
                        .forEach((key, message) -> effects.add(new Effect.Remove(
                                chat.id().name() + "/forgotten#" + doing + "/" + key, message.room(), key)));
            }
        }
    }

    private void receipt(MessageId message) {
        chat.message(message).ifPresent(heard -> {
            Receipt receipt = receiptFor(heard.filing());
            if (receipt == Receipt.NONE && heard.doings() == 1) {
                return;
            }
            Instant end = chat.plan().end();
            Instant until = end.isAfter(now) ? end : now.plus(Duration.ofMinutes(5));
            String key = chat.id().name() + "/receipt#" + heard.doings() + "@" + message;
            effects.add(new Effect.React(key, message, receipt, until));
        });
    }

    /** What a filing is shown by: answers and final thoughts are marked, talk is not. */
    public static Receipt receiptFor(Filing filing) {
        return switch (filing.kind()) {
            case ANSWER, FINAL -> filing.sure() ? Receipt.FILED : Receipt.GUESSED;
            case WELCOME, QUESTION, INTRODUCTION, SIDE -> Receipt.NONE;
        };
    }

    /** Takes back every post that came of the verb. */
    private void undo() {
        chat.undone()
                .ifPresent(verb -> verb.since().forEach((version, event) -> {
                    Consequences then = new Consequences(chat, now, version);
                    if (!(event instanceof Event.Undone)) {
                        then.follow(event);
                    }
                    for (Effect effect : then.effects) {
                        String key = chat.id().name() + "/undo#" + doing + "/" + effect.key();
                        if (effect instanceof Effect.Post post) {
                            effects.add(new Effect.Remove(key, post.room(), post.key()));
                        } else if (effect instanceof Effect.Whisper whisper) {
                            effects.add(new Effect.Remove(key, whisper.room(), whisper.key()));
                        }
                    }
                }));
        nativeEvents();
        sight();
    }

    private void doing(String what, Content content, Instant until) {
        for (RoomId room : chat.plan().rooms()) {
            effects.add(new Effect.Post(
                    Keys.doing(chat.id(), what, doing, room), room, content, Optional.empty(), now, until));
        }
    }

    private void nativeEvents() {
        for (RoomId room : chat.plan().rooms()) {
            effects.add(new Effect.NativeEvent(
                    Keys.doing(chat.id(), "event", doing, room),
                    room,
                    chat.plan().end().plus(Duration.ofDays(1))));
        }
    }

    private void sight() {
        for (RoomId room : chat.plan().rooms()) {
            effects.add(new Effect.KeepInSight(
                    Keys.doing(chat.id(), "sight", doing, room),
                    room,
                    chat.plan().end().plus(chat.plan().slow()).plus(Duration.ofDays(1))));
        }
    }
}
