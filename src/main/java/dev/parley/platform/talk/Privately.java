package dev.parley.platform.talk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Place;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Card;
import dev.parley.platform.Facilitator;
import dev.parley.platform.Incoming;
import dev.parley.platform.Mine;
import dev.parley.platform.Refused;
import dev.parley.platform.RoomLinks;
import dev.parley.platform.Unreachable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people say to the bot in private while a chat runs: what has a label is heard in that chat, of anything else they are asked
 * first; until they say so it stands nowhere but in their own messages. A receipt says that something is kept; a word, that it is not.
 */
final class Privately {
    private static final Logger LOG = LoggerFactory.getLogger(Privately.class);

    private final Facilitator facilitator;
    private final Ground ground;
    private final Wording wording;
    private final Choices choices;
    private final CommandNames names;
    private final Keeping keeping;
    private final Patience patience;
    private final Executor threads;
    private final Optional<Confiding> confiding;

    /** A label with which an answer begins, as most people write it. What else may be one is asked. */
    private static final Pattern LABEL = Pattern.compile("\\s{0,9}[Aa] ?\\d{1,2}(?!\\d|\\w)[\\s\\S]*");

    /** The mark on buttons under a message of ours that asks; its detail is the question's number, a stop, and the message. */
    static final String NAME = "direct";

    /** The detail of the button that lets it be. */
    private static final String NOT = "no";

    /** The mark on the button by which it becomes part of a reflection; its detail is the message. */
    static final String REFLECTION = "reflection";

    private static final String PRIVATE = "d";

    /** What is dealt with, or gone: it may be brought again, by whoever delivers it or from a history that was read before. */
    private final Cache<MessageId, Boolean> over = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofMinutes(30))
            .build();

    /** What was edited, as it stands since; an edit may overtake what it changes. */
    private final Cache<MessageId, PrivateWord> latest = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(30))
            .build();

    /** The end of the line of those who talk just now; what one person says stays in order. */
    private final Cache<RoomId, CompletableFuture<Void>> lines = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(30))
            .build();

    Privately(
            Facilitator facilitator,
            Ground ground,
            Wording wording,
            Choices choices,
            CommandNames names,
            Keeping keeping,
            Patience patience,
            Executor threads,
            Optional<Confiding> confiding) {
        this.confiding = confiding;
        this.facilitator = facilitator;
        this.ground = ground;
        this.wording = wording;
        this.choices = choices;
        this.names = names;
        this.keeping = keeping;
        this.patience = patience;
        this.threads = threads;
    }

    CompletionStage<Void> said(PrivateWord word) {
        return inLine(room(word), () -> once(word, true));
    }

    /**
     * Something was said while nobody listened.
     *
     * @param spokenOf whether it can still be asked about
     */
    CompletionStage<Void> missed(PrivateWord word, boolean spokenOf) {
        return inLine(room(word), () -> once(new Unedited(word), spokenOf));
    }

    /** Shows of something that is kept that it is. */
    CompletionStage<Void> received(PrivateWord word) {
        return inLine(room(word), word::receipt);
    }

    private static RoomId room(PrivateWord word) {
        return word.said().message().room();
    }

    CompletionStage<Void> edited(PrivateWord word) {
        return inLine(room(word), () -> revised(word));
    }

    CompletionStage<Void> deleted(MessageId message, String id) {
        return inLine(message.room(), () -> {
            over.put(message, true);
            latest.invalidate(message);
            try {
                ground.rooms().forEach(room -> keepQuietly(facilitator.hear(new Incoming.Unsaid(id(room, id)))));
            } finally {
                confiding.ifPresent(one -> one.unsaid(message));
            }
        });
    }

    private CompletionStage<Void> inLine(RoomId channel, Runnable work) {
        try {
            return lines.asMap()
                    .compute(
                            channel,
                            (_, before) -> (before == null ? CompletableFuture.<Void>completedFuture(null) : before)
                                    .exceptionally(_ -> null)
                                    .thenRunAsync(() -> carefully(work), threads));
        } catch (RejectedExecutionException closed) {
            LOG.debug("Too late, Parley is stopping");
            return CompletableFuture.failedFuture(closed);
        }
    }

    /** What is refused is dealt with. Anything else fails, so that whoever brought it can bring it again. */
    private static void carefully(Runnable work) {
        try {
            work.run();
        } catch (Refused never) {
            LOG.info("A private message has no answer: {}", never.getMessage());
        } catch (Unreachable away) {
            LOG.info("A private message has no answer yet: {}", away.getMessage());
            throw away;
        } catch (RuntimeException trouble) {
            LOG.error("A private message could not be heard", trouble);
            throw trouble;
        }
    }

    private void once(PrivateWord word, boolean spokenOf) {
        MessageId message = word.said().message();
        if (over.getIfPresent(message) != null) {
            return;
        }
        heard(newest(word), spokenOf);
        over.put(message, true);
        try {
            facilitator.writesIn(word.said().author(), message.room());
        } catch (RuntimeException trouble) {
            LOG.debug("Where somebody writes is not remembered: {}", trouble.getMessage());
        }
    }

    private PrivateWord newest(PrivateWord word) {
        PrivateWord edited = latest.getIfPresent(word.said().message());
        return edited == null ? word : new Unedited(edited);
    }

    private void heard(PrivateWord word, boolean spokenOf) {
        boolean confided;
        boolean asked;
        try {
            confided = confiding.filter(one -> isConfided(one, word.said())).isPresent();
            asked = confiding.filter(one -> confided || one.asks(word.said())).isPresent();
        } catch (Unreachable away) {
            LOG.warn("A private message is not kept: {}", away.getMessage());
            word.answer(Saying.of(wording.say(TalkPhrase.COACHING_NOT_KEPT)));
            return;
        }
        List<RoomId> rooms = confided ? List.of() : rooms(word.said());
        if (asked && rooms.isEmpty()) {
            confiding.orElseThrow().heard(word);
        } else if (rooms.size() == 1) {
            said(word, rooms.getFirst(), asked, spokenOf);
        } else if (spokenOf) {
            Saying saying = Saying.of(say(rooms.isEmpty() ? TalkPhrase.DIRECT_NOT_OPEN : TalkPhrase.DIRECT_WHICH_ROOM));
            word.answer(asked ? saying.with(Row.of(reflecting(word))) : saying);
        }
    }

    /** Whether it replies to a letter, or is kept there already and comes again: perhaps Parley was away when it came first. */
    private static boolean isConfided(Confiding confiding, Incoming.Said said) {
        return confiding.wrote(said.author(), said.message())
                || said.place() instanceof Place.Under(MessageId letter) && confiding.wrote(said.author(), letter);
    }

    private void said(PrivateWord word, RoomId room, boolean mayReflect, boolean spokenOf) {
        Optional<Mine> answered =
                word.repliesTo().flatMap(id -> standing(word.said().author(), id(room, id)));
        if (answered.isPresent()) {
            keep(word, about(heard(word, room), question(answered.get())));
        } else if (LABEL.matcher(word.said().text()).matches()) {
            keep(word, heard(word, room));
        } else if (spokenOf) {
            word.answer(asking(word, room, mayReflect));
        }
    }

    private static int question(Mine mine) {
        return mine.questions().isEmpty() ? 0 : mine.questions().getFirst();
    }

    private void keep(PrivateWord word, Incoming.Said said) {
        TalkPhrase became = kept(said);
        if (became != TalkPhrase.DIRECT_KEPT) {
            word.answer(Saying.of(say(became)));
            return;
        }
        word.receipt();
        if (isFirst(said)) {
            word.answer(Saying.of(publicly(said.message().room())));
        }
    }

    /** Keeps it, and says what became of it. */
    private TalkPhrase kept(Incoming.Said said) {
        if (!keeping.done(() -> facilitator.hear(said), () -> {})) {
            return TalkPhrase.DIRECT_NOT_KEPT;
        }
        return standing(said.author(), said.message()).isPresent()
                ? TalkPhrase.DIRECT_KEPT
                : TalkPhrase.DIRECT_NOT_OPEN;
    }

    private Optional<Mine> standing(Account author, MessageId message) {
        return facilitator.mine(author, message.room()).stream()
                .filter(mine -> mine.message().equals(message))
                .findFirst();
    }

    private boolean isFirst(Incoming.Said said) {
        return facilitator.mine(said.author(), said.message().room()).stream()
                .map(Mine::message)
                .noneMatch(other -> other.id().startsWith(PRIVATE) && !other.equals(said.message()));
    }

    private String publicly(RoomId room) {
        return wording.say(TalkPhrase.DIRECT_PUBLIC, "room", RoomLinks.of(room), "mine", names.mine());
    }

    /** Asks whether it is for the chat. */
    private Saying asking(PrivateWord word, RoomId room, boolean mayReflect) {
        Optional<Card.Asked> open = facilitator.where(room).flatMap(Card::question);
        String number =
                open.map(question -> Integer.toString(question.number())).orElse("0");
        String yes = open.isPresent()
                ? wording.say(TalkPhrase.DIRECT_YES_QUESTION, "number", number)
                : wording.say(TalkPhrase.DIRECT_YES);
        Wish wish = new Wish(NAME, room.id(), number + "." + word.id());
        Wish not = new Wish(NAME, room.id(), NOT);
        TalkPhrase asked = mayReflect ? TalkPhrase.DIRECT_ASK_REFLECTION : TalkPhrase.DIRECT_ASK;
        List<Row.Button> buttons = new ArrayList<>();
        buttons.add(choices.button(Row.Style.PRIMARY, wish, yes));
        if (mayReflect) {
            buttons.add(reflecting(word));
        }
        buttons.add(choices.button(Row.Style.SECONDARY, not, TalkPhrase.DIRECT_NO));
        return Saying.of(wording.say(asked, "room", RoomLinks.of(room))).with(choices.rows(buttons));
    }

    private Row.Button reflecting(PrivateWord word) {
        return choices.button(Row.Style.SECONDARY, new Wish(REFLECTION, "", word.id()), TalkPhrase.DIRECT_REFLECTION);
    }

    /** What comes of a press of the button by which something becomes part of a reflection. */
    Saying reflected(Exchange press, String id) {
        if (confiding.isEmpty()) {
            return Saying.of(wording.say(TalkPhrase.OUTDATED));
        }
        return own(press, id)
                .map(confiding.get()::chosen)
                .orElseGet(() -> Saying.of(wording.say(TalkPhrase.MINE_GONE)));
    }

    private static Optional<PrivateWord> own(Exchange press, String id) {
        return press.said(id).filter(one -> one.said().author().equals(press.account()));
    }

    /** What comes of a press of one of these buttons. The words are read again from where they stand. */
    Saying pressed(Exchange press, Wish wish) {
        RoomId room = new RoomId(ground.platform(), wish.room());
        String[] detail = wish.detail().split("\\.", 2);
        if (detail.length < 2
                || !detail[0].matches("\\d{1,2}")
                || !ground.rooms().contains(room)) {
            return Saying.of(wording.say(wish.detail().equals(NOT) ? TalkPhrase.DIRECT_LET_BE : TalkPhrase.OUTDATED));
        }
        Optional<PrivateWord> word = own(press, detail[1]);
        if (word.isEmpty()) {
            return Saying.of(wording.say(TalkPhrase.MINE_GONE));
        }
        if (!rooms(word.get().said()).contains(room)) {
            return Saying.of(say(TalkPhrase.DIRECT_NOT_OPEN));
        }
        TalkPhrase became = kept(about(heard(word.get(), room), Integer.parseInt(detail[0])));
        return Saying.of(became == TalkPhrase.DIRECT_KEPT ? wording.say(became) + " " + publicly(room) : say(became));
    }

    /** The same words as an answer to a question; 0 for none. */
    private Incoming.Said about(Incoming.Said said, int question) {
        if (question == 0 || LABEL.matcher(said.text()).matches()) {
            return said;
        }
        Optional<Place> post = facilitator.where(said.message().room()).stream()
                .flatMap(card -> card.asked().stream())
                .filter(asked -> asked.number() == question)
                .flatMap(asked -> asked.post().stream())
                .<Place>map(Place.Under::new)
                .findFirst();
        String label = wording.say(TalkPhrase.ANSWER_PREFIX, "number", Integer.toString(question)) + " ";
        return new Incoming.Said(
                said.message(),
                said.author(),
                said.name(),
                post.isPresent() ? said.text() : label + said.text(),
                post.orElse(Place.ROOM),
                said.at(),
                said.revised());
    }

    /**
     * Where something can be heard: the rooms that its author can see and where a chat runs; else those where questions are still open.
     * What was said before a chat has opened is not meant for it.
     */
    private List<RoomId> rooms(Incoming.Said said) {
        List<RoomId> running = rooms(said, false);
        return running.isEmpty() ? rooms(said, true) : running;
    }

    private List<RoomId> rooms(Incoming.Said said, boolean slow) {
        return ground.rooms().stream()
                .filter(room -> facilitator
                        .where(room)
                        .filter(card -> isOpen(card, slow))
                        .isPresent())
                .filter(room -> facilitator
                        .opened(room)
                        .filter(opened -> !said.at().isBefore(opened))
                        .isPresent())
                .filter(room -> ground.sees(said.author(), room))
                .toList();
    }

    private static boolean isOpen(Card card, boolean slow) {
        return switch (card.stage()) {
            case WELCOME, QUESTION, PAUSED, CLOSING -> !slow;
            case SLOW -> slow;
            case BEFORE, OVER -> false;
        };
    }

    /** Only what is kept can change; it stays where it was filed. */
    private void revised(PrivateWord word) {
        latest.put(word.said().message(), word);
        List<Incoming.Said> inChats = ground.rooms().stream()
                .flatMap(room -> revised(word, room).stream())
                .toList();
        inChats.forEach(now -> keepQuietly(facilitator.hear(now)));
        if (inChats.isEmpty()) {
            confiding.ifPresent(one -> one.edited(word));
        }
    }

    private Optional<Incoming.Said> revised(PrivateWord word, RoomId room) {
        return standing(word.said().author(), id(room, word.id()))
                .map(mine -> about(heard(word, room), question(mine)));
    }

    /** Lets go of what somebody said. */
    void forget(Account account) {
        latest.asMap().values().removeIf(word -> word.said().author().equals(account));
    }

    /** What is kept in chats of what somebody said in private, as it is named there. */
    List<String> inChats(Account account) {
        return ground.rooms().stream()
                .flatMap(room -> facilitator.mine(account, room).stream())
                .map(mine -> mine.message().id())
                .filter(id -> id.startsWith(PRIVATE))
                .map(id -> id.substring(PRIVATE.length()))
                .toList();
    }

    private void keepQuietly(CompletionStage<Void> heard) {
        Patience.await(heard, patience.doing());
    }

    /** It stands in no room, so it has an id that no message there has. */
    private static MessageId id(RoomId room, String message) {
        return new MessageId(room, PRIVATE + message);
    }

    private Incoming.Said heard(PrivateWord word, RoomId room) {
        Incoming.Said said = word.said();
        return new Incoming.Said(
                id(room, word.id()),
                said.author(),
                ground.name(said.author(), room),
                said.text(),
                Place.ROOM,
                said.at(),
                said.revised());
    }

    private String say(TalkPhrase phrase) {
        return wording.say(phrase, "chat", names.chat(), "schedule", names.schedule(), "answer", names.answer());
    }
}
