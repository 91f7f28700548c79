package dev.parley.site;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Filing;
import dev.parley.conversation.Kind;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Verb;
import dev.parley.engine.Desk;
import dev.parley.platform.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** One running chat; writes down what it is asked to do. */
final class FakeDesk implements Desk {
    static final ConversationId CHAT = new ConversationId("ours", "tuesday/2026-11-24");
    static final RoomId ROOM = new RoomId("web", "talk");

    final List<String> done = new CopyOnWriteArrayList<>();
    final List<String> notices = new CopyOnWriteArrayList<>();
    private final List<Runnable> watching = new CopyOnWriteArrayList<>();
    private final Instant now = Instant.now();
    volatile boolean paused;
    volatile boolean refusing;
    volatile int answers = 1;

    private Entry entry() {
        return new Entry(CHAT, "Tuesday talk", now.minusSeconds(1200), now.plusSeconds(2400), Stage.QUESTION);
    }

    /** One of the two rooms has a name. */
    static final Map<RoomId, String> ROOMS = Map.of(ROOM, "Commons");

    @Override
    public List<Entry> chats(PersonId by) {
        Entry past = new Entry(
                new ConversationId("ours", "tuesday/2026-11-17"),
                "Tuesday talk",
                now.minusSeconds(606_000),
                now.minusSeconds(602_400),
                Stage.OVER);
        return List.of(entry(), past);
    }

    @Override
    public List<String> notices() {
        return notices;
    }

    @Override
    public Optional<View> view(PersonId by, ConversationId chat) {
        if (!chat.equals(CHAT)) {
            return Optional.empty();
        }
        List<Item> agenda = List.of(
                new Item(1, "What helped you listen this week?", Optional.of(now.minusSeconds(900)), false, 7),
                new Item(2, "Where did a colleague surprise you?", Optional.empty(), true, 0),
                new Item(
                        3,
                        "What makes a meeting feel like a talk?",
                        Optional.of(now.minusSeconds(200)),
                        false,
                        answers),
                new Item(4, "What will you try before we meet again?", Optional.empty(), false, 0));
        Filed guess = filed("m2", "Bo", "I think it is when nobody keeps a score.", Filing.answer(3, false));
        Filed sure = filed("m1", "Ana", "A3: When each of us can say no.", Filing.answer(3, true));
        Filed side = filed("m0", "Chidi", "The kettle is on <b>here</b>", Filing.as(Kind.SIDE, true));
        RoomState web = new RoomState(ROOM, 12, List.of());
        RoomState other = new RoomState(new RoomId("discord", "8812"), -1, List.of("Parley may not write there."));
        return Optional.of(new View(
                entry(),
                Optional.of(3),
                paused,
                false,
                paused ? Optional.empty() : Optional.of(now.plusSeconds(300)),
                done.isEmpty() ? Optional.empty() : Optional.of(Instant.now().plusSeconds(8)),
                paused
                        ? List.of("resume", "next", "end", "undo")
                        : List.of("pause", "hold", "next", "skip", "repeat", "add", "jump", "end", "cohost"),
                agenda,
                List.of(web, other),
                List.of(guess),
                List.of(guess, sure, side)));
    }

    private Filed filed(String id, String name, String text, Filing filing) {
        return new Filed(
                new MessageId(ROOM, id), new PersonId("p-" + name), name, text, now.minusSeconds(60), filing, false);
    }

    private CompletionStage<Void> note(String what) {
        if (refusing) {
            return CompletableFuture.failedFuture(new Refused("The chat is over already."));
        }
        done.add(what);
        watching.forEach(Runnable::run);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> steer(PersonId by, ConversationId chat, Verb verb) {
        if (verb instanceof Verb.Pause) {
            paused = true;
        }
        if (verb instanceof Verb.Resume) {
            paused = false;
        }
        return note(by + " " + verb);
    }

    @Override
    public CompletionStage<Void> add(PersonId by, ConversationId chat, String text) {
        return note(by + " adds " + text);
    }

    @Override
    public CompletionStage<Void> refile(PersonId by, ConversationId chat, MessageId message, Filing filing) {
        return note(by + " files " + message.id() + " under " + filing.kind() + filing.questions());
    }

    @Override
    public AutoCloseable watch(ConversationId chat, Runnable changed) {
        watching.add(changed);
        return () -> watching.remove(changed);
    }
}
