package dev.parley.engine;

import dev.parley.conversation.Ask;
import dev.parley.conversation.Attendance;
import dev.parley.conversation.Command;
import dev.parley.conversation.Content;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Fact;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Receipt;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Attachment;
import dev.parley.platform.Card;
import dev.parley.platform.Occasion;
import dev.parley.platform.Outgoing;
import dev.parley.platform.Platform;
import dev.parley.platform.Presence;
import dev.parley.platform.Refused;
import dev.parley.platform.Traits;
import dev.parley.platform.Unreachable;
import dev.parley.store.Queued;
import dev.parley.store.Row;
import dev.parley.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries effects out: claims rows that are due, calls the platform outside of any transaction, and finishes the row in the
 * transaction that appends what came of it. One room that does not answer stops no other.
 */
final class Worker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final int MOST_WAKES = 64;

    /** Enough to keep a budget of 50 requests a second busy while answers are kept; few enough to go out well within a lease. */
    private static final int MOST_OTHERS = 128;

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    /** A look at the outbox that was in vain is followed by a pause of so many times its own length: where much waits, a look is long. */
    private static final int PAUSE_FOR_LOOKING = 4;

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);
    private static final int SHORTEST_LIMIT = 2_000;

    private final Store store;
    private final Scribe scribe;
    private final Settings settings;
    private final InstantSource clock;
    private final StoryKinds kinds;
    private final People people;
    private final Map<String, Platform> platforms;
    private final Rendering rendering;
    private final Cards cards;
    private final Recaps recaps;
    private final Programme programme;
    private final Preflight preflight;
    private final ReadingBack readingBack;
    private final Queues queues;
    private final Endings endings;
    private final Confidences confidences;
    private final Map<RoomId, String> troubles = new ConcurrentHashMap<>();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final AtomicInteger wakes = new AtomicInteger();
    private final AtomicInteger others = new AtomicInteger();
    private final Semaphore news = new Semaphore(0);
    private final Thread thread;
    private volatile boolean claiming;
    private volatile boolean closing;

    Worker(
            Store store,
            Scribe scribe,
            Settings settings,
            InstantSource clock,
            StoryKinds kinds,
            People people,
            Map<String, Platform> platforms,
            Rendering rendering,
            Recaps recaps,
            Programme programme,
            ReadingBack readingBack) {
        this.store = store;
        this.scribe = scribe;
        this.settings = settings;
        this.clock = clock;
        this.kinds = kinds;
        this.people = people;
        this.platforms = platforms;
        this.rendering = rendering;
        this.recaps = recaps;
        this.programme = programme;
        this.readingBack = readingBack;
        this.queues = new Queues(platforms.values());
        this.endings = new Endings(scribe, settings, clock);
        this.confidences = new Confidences(platforms, people, kinds, queues, endings, clock);
        this.preflight = new Preflight(scribe, platforms, this::mended);
        this.cards = new Cards(rendering.speech(), this::forHosts);
        this.thread = Thread.ofPlatform().name("worker").unstarted(this::work);
    }

    /** What waits for a platform that is not set up any more does not wait for it any longer. */
    void start() {
        Set<String> known = new HashSet<>(queues.names());
        known.addAll(List.of(Row.WAKES, Row.USUAL));
        store.change(writing -> writing.dissolve(settings.community(), known));
        thread.start();
    }

    /** Something new may be due. */
    void stir() {
        news.release();
    }

    /**
     * Something is to be done: it is looked for where it may be due before the next look, unless something is under way in its lane,
     * after which it is looked for anyhow. So a flood of receipts is not looked through again and again.
     */
    void queued(List<Queued> effects) {
        Instant soon = clock.instant().plus(LOOK_AGAIN);
        for (Queued one : effects) {
            if (!one.due().isAfter(soon) && !underWay.contains(one.lane())) {
                stir();
                return;
            }
        }
    }

    /** What does not work in a room just now, in whole sentences. */
    List<String> troubles(RoomId room) {
        List<String> all = new ArrayList<>(preflight.troubles(room));
        Optional.ofNullable(troubles.get(room))
                .filter(one -> !all.contains(one))
                .ifPresent(all::add);
        return all;
    }

    /** What the hosts of a room should know, in whole sentences: what does not work there, and that questions run out. */
    private List<String> forHosts(RoomId room, Instant now) {
        List<String> all = new ArrayList<>(troubles(room));
        programme.notices(now).stream()
                .filter(notice -> notice.rooms().contains(room))
                .map(Programme.Notice::text)
                .forEach(all::add);
        return all;
    }

    /** Looks whether anything stands in the way of what is near. */
    void lookAhead() {
        preflight.look();
    }

    /** What stood in the way of a room may be gone: what was refused there is tried again. */
    void mended(RoomId room) {
        troubles.remove(room);
        readingBack.platform(room.platform());
        scribe.decide(
                        _ -> Optional.empty(),
                        writing -> writing.tryAgain(settings.community(), Lanes.of(room), clock.instant()))
                .thenRun(this::stir);
    }

    /** How long a post may be in a room, in UTF-16 units; a platform that is not set up takes what every platform does. */
    int longest(RoomId room) {
        Platform platform = platforms.get(room.platform());
        return platform == null ? SHORTEST_LIMIT : platform.traits().longest();
    }

    Cards cards() {
        return cards;
    }

    private void work() {
        while (!closing) {
            try {
                long begin = System.nanoTime();
                Optional<Instant> due = store.read(reading -> reading.nextDue(settings.community()));
                Map<String, Integer> waited = waited();
                if (!isPast(due) && waited.isEmpty()) {
                    pauseAfter(System.nanoTime() - begin);
                    rest(due);
                } else if (claim(waited) == 0) {
                    rest(due);
                }
            } catch (InterruptedException _) {
                closing = true;
            } catch (RuntimeException trouble) {
                LOG.error("The outbox cannot be read: {}", trouble.getMessage());
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException _) {
            closing = true;
        }
    }

    /** How many may be claimed now of which queue for something that is narrow; those in which nobody waits are left out. */
    private Map<String, Integer> waited() {
        Instant now = clock.instant();
        Map<String, Integer> open = queues.open(now);
        if (!open.isEmpty()) {
            store.read(reading -> open.keySet().removeIf(queue -> {
                boolean empty = reading.nextDue(settings.community(), queue)
                        .filter(at -> !at.isAfter(now))
                        .isEmpty();
                if (empty) {
                    queues.empty(queue, now);
                }
                return empty;
            }));
        }
        return open;
    }

    private int claim(Map<String, Integer> waited) {
        SequencedMap<String, Integer> most = new LinkedHashMap<>();
        most.put(Row.WAKES, MOST_WAKES - wakes.get());
        most.put(Row.USUAL, Math.max(0, MOST_OTHERS - others.get()));
        most.putAll(waited);
        if (most.values().stream().allMatch(number -> number == 0)) {
            return 0;
        }
        Instant now = clock.instant();
        claiming = true;
        try {
            List<Row> rows = store.write(
                    writing -> writing.claim(settings.community(), settings.instance(), now, settings.lease(), most));
            for (Row row : rows) {
                carrying(row).incrementAndGet();
                queues.claimed(row.queue());
                underWay.add(row.lane());
                Thread.ofVirtual().name(row.effect().key()).start(() -> carry(row));
            }
            return rows.size();
        } finally {
            claiming = false;
        }
    }

    private AtomicInteger carrying(Row row) {
        return row.effect() instanceof Effect.Wake ? wakes : others;
    }

    /** Whether anything is being claimed or carried out. */
    private boolean isBusy() {
        return claiming || wakes.get() + others.get() > 0;
    }

    /** @param looked how long a look in vain took, in nanoseconds */
    private static void pauseAfter(long looked) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(Math.min(looked * PAUSE_FOR_LOOKING, LONGEST_PAUSE.toNanos()));
    }

    /** Rests until something comes due or is new. */
    private void rest(Optional<Instant> due) throws InterruptedException {
        Instant now = clock.instant();
        long wait = due.map(at -> Duration.between(now, at).toMillis())
                .filter(millis -> millis > 0)
                .map(millis -> Math.min(millis, LOOK_AGAIN.toMillis()))
                .orElse(LOOK_AGAIN.toMillis());
        if (news.tryAcquire(wait, TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }

    private void carry(Row row) {
        try {
            attempt(row);
        } catch (RuntimeException trouble) {
            if (!closing) {
                LOG.error("{} did not work: {}", row.effect().key(), trouble.getMessage(), trouble);
                endings.postpone(row, Duration.ZERO);
            }
        } finally {
            queues.carried(row.queue());
            carrying(row).decrementAndGet();
            underWay.remove(row.lane());
            stir();
        }
    }

    private void attempt(Row row) {
        try {
            if (endings.isTooLate(row) && !Endings.isSaid(row.effect())) {
                endings.lapse(row);
            } else {
                carryOut(row);
            }
        } catch (Refused refused) {
            LOG.warn("{} was refused: {}", row.effect().key(), refused.why());
            complain(row.effect(), refused.why());
            endings.finish(row, Row.State.PARKED);
        } catch (Unreachable unreachable) {
            complain(row.effect(), unreachable.why());
            endings.postpone(row, unreachable.patience());
        }
    }

    private void carryOut(Row row) {
        switch (row.effect()) {
            case Effect.Wake _ -> wake(row.stream());
            case Effect.Post post -> post(row, post);
            case Effect.Edit edit -> edit(row, edit);
            case Effect.Remove remove -> remove(row, remove);
            case Effect.React react -> {
                platform(react.message().room()).receipt(react.message(), Looks.mark(react.receipt()));
                endings.finish(row, Row.State.DONE);
            }
            case Effect.Receipts(String _, RoomId room, SequencedMap<String, Receipt> receipts, Instant _) -> {
                receipts.forEach((id, receipt) -> platform(room).receipt(new MessageId(room, id), Looks.mark(receipt)));
                endings.finish(row, Row.State.DONE);
            }
            case Effect.Whisper whisper -> whisper(row, whisper);
            case Effect.Letter letter -> confidences.letter(row, letter);
            case Effect.KeepInSight sight -> {
                Card card = look(row.stream(), chat -> cards.card(chat, sight.room(), clock.instant()));
                platform(sight.room()).keepInSight(card);
                endings.finish(row, Row.State.DONE);
            }
            case Effect.NativeEvent event -> nativeEvent(row, event);
        }
    }

    private void wake(ConversationId stream) {
        Ask wake = stream.isChat()
                ? new Command.Wake(attendance(stream))
                : kinds.of(stream).wake(stream);
        List<Fact> facts = scribe.decide(new Step(stream, wake)).join();
        if (!stream.isChat() && !facts.isEmpty()) {
            kinds.of(stream).woken(stream, facts);
        }
    }

    private Map<RoomId, Attendance> attendance(ConversationId stream) {
        List<RoomId> rooms = look(stream, chat -> chat.exists() ? chat.plan().rooms() : List.of());
        Map<RoomId, Attendance> attendance = new HashMap<>();
        for (RoomId room : rooms) {
            Platform platform = platforms.get(room.platform());
            if (platform != null) {
                Presence presence = platform.presence(room);
                attendance.put(room, new Attendance(presence.people(), presence.typing()));
            }
        }
        return attendance;
    }

    /** What was perhaps sent before is looked for, also where it would make no sense any more to send it now. */
    private void post(Row row, Effect.Post post) {
        if (row.attempts() == 1 && !isTimely(row, post)) {
            endings.lapse(row);
            return;
        }
        Optional<Outgoing> outgoing = render(row, post.key(), post.room(), post.content(), post.under());
        Platform platform = platform(post.room());
        Optional<MessageId> standing = row.attempts() > 1 ? outgoing.flatMap(platform::find) : Optional.empty();
        if (standing.isEmpty() && (outgoing.isEmpty() || !isTimely(row, post))) {
            endings.lapse(row);
            return;
        }
        MessageId message = standing.orElseGet(() -> platform.post(outgoing.get()));
        troubles.remove(post.room());
        endings.stands(row, post.key(), message);
    }

    private boolean isTimely(Row row, Effect.Post post) {
        Instant now = clock.instant();
        return !endings.isTooLate(row) && look(row.stream(), chat -> Rendering.timely(chat, post.content(), now));
    }

    private void nativeEvent(Row row, Effect.NativeEvent event) {
        Occasion occasion = look(row.stream(), chat -> rendering.occasion(chat, event.room()));
        String key = look(row.stream(), chat -> chat.nativeEvent(event.room()));
        Optional<MessageId> standing = look(row.stream(), chat -> chat.standing(key));
        platform(event.room())
                .occasion(occasion, standing)
                .ifPresentOrElse(
                        message -> endings.stands(row, key, message), () -> endings.finish(row, Row.State.DONE));
    }

    private void edit(Row row, Effect.Edit edit) {
        Optional<MessageId> standing = look(row.stream(), chat -> chat.standing(edit.post()));
        Optional<Outgoing> outgoing = render(row, edit.key(), edit.room(), edit.content(), Optional.empty());
        if (standing.isEmpty()) {
            endings.lapse(row);
            return;
        }
        Platform platform = platform(edit.room());
        outgoing.ifPresentOrElse(words -> platform.edit(standing.get(), words), () -> platform.remove(standing.get()));
        endings.finish(row, Row.State.DONE);
    }

    private void remove(Row row, Effect.Remove remove) {
        Optional<MessageId> standing = row.stream().isChat()
                ? look(row.stream(), chat -> chat.standing(remove.post()))
                : store.read(reading -> reading.row(settings.community(), remove.post()))
                        .flatMap(Row::ref);
        standing.ifPresent(message -> platform(remove.room()).remove(message));
        endings.finish(row, Row.State.DONE);
    }

    private void whisper(Row row, Effect.Whisper whisper) {
        Optional<String> text = look(row.stream(), chat -> rendering.doubts(chat, whisper.room(), whisper.person()));
        confidences.whisper(row, whisper, platform(whisper.room()), text);
    }

    private Optional<Outgoing> render(Row row, String key, RoomId room, Content content, Optional<String> under) {
        Optional<MessageId> above = under.flatMap(other -> look(row.stream(), chat -> chat.standing(other)));
        if (content instanceof Content.Recap(Optional<Integer> part)) {
            return recap(row, key, room, part, above);
        }
        Outgoing.Tone tone = Looks.tone(content);
        boolean thread = tone == Outgoing.Tone.QUESTION
                && programme.publishing(row.stream().name()).threads();
        Instant now = clock.instant();
        return look(row.stream(), chat -> rendering.draft(chat, room, content, now))
                .map(draft -> new Outgoing(
                        key,
                        room,
                        rendering.text(draft, people::name),
                        above,
                        tone,
                        thread,
                        List.of(),
                        draft.choices()));
    }

    private Optional<Outgoing> recap(
            Row row, String key, RoomId room, Optional<Integer> part, Optional<MessageId> above) {
        Traits traits = platform(room).traits();
        if (part.isEmpty()) {
            readBack(row.stream(), room);
        }
        List<Attachment> files = part.isEmpty() && traits.files() ? recaps.files(row.stream(), room) : List.of();
        return recaps.post(row.stream(), room, part, traits.longest())
                .map(text -> new Outgoing(key, room, text, above, Outgoing.Tone.RECAP, false, files));
    }

    /** A recap is not held up by a history that cannot be read; what is missing comes with the next reading. */
    private void readBack(ConversationId chat, RoomId room) {
        try {
            readingBack.chat(chat, room);
        } catch (RuntimeException trouble) {
            LOG.warn("{} could not be read back before the recap: {}", room, trouble.getMessage());
        }
    }

    private <T> T look(ConversationId stream, Function<Conversation, T> view) {
        return scribe.look(sight -> view.apply(sight.chat(stream))).join();
    }

    private Platform platform(RoomId room) {
        Platform platform = platforms.get(room.platform());
        if (platform == null) {
            throw new Refused(rendering.speech().say(ChatPhrase.NO_SUCH_PLATFORM, Map.of("platform", room.platform())));
        }
        return platform;
    }

    private void complain(Effect effect, String what) {
        switch (effect) {
            case Effect.Post post -> troubles.put(post.room(), what);
            case Effect.Edit edit -> troubles.put(edit.room(), what);
            case Effect.NativeEvent event -> troubles.put(event.room(), what);
            case Effect.Remove _, Effect.React _, Effect.Receipts _, Effect.Whisper _, Effect.Letter _ -> {}
            case Effect.KeepInSight _, Effect.Wake _ -> {}
        }
    }

    /** Waits until nothing that is due is left undone and nothing is being carried out; but what waits for something narrow may be left. */
    void settle() {
        // in this order: before a row is claimed it is said that something is being claimed, until it is counted as
        // carried
        while (!closing && (isBusy() || isSomethingDue() || isBusy())) {
            stir();
            Thread.onSpinWait();
        }
    }

    private boolean isSomethingDue() {
        return isPast(store.read(reading -> reading.nextDue(settings.community()))) || !waited().isEmpty();
    }

    private boolean isPast(Optional<Instant> due) {
        Instant now = clock.instant();
        return due.filter(at -> !at.isAfter(now)).isPresent();
    }

    /** Stops at once. Never by an interrupt, which would close the database's file under everybody. */
    void kill() {
        closing = true;
        stir();
    }

    /** Stops claiming; what is being carried out is finished. */
    @Override
    public void close() {
        kill();
        try {
            thread.join();
            for (int wait = 0; wait < 100 && isBusy(); wait++) {
                Thread.sleep(50);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
