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

    /** A label with which an answer begins, as most people write it. What else may be one is asked. */
    private static final Pattern LABEL = Pattern.compile("\\s{0,9}[Aa] ?\\d{1,2}(?!\\d|\\w)[\\s\\S]*");

    /** The mark on buttons under a message of ours that asks; its detail is the question's number, a stop, and the message. */
    static final String NAME = "direct";

    /** The detail of the button that lets it be. */
    private static final String NOT = "no";

    private static final String PRIVATE = "d";

    /** The end of the line of those who talk just now; what one person says stays in order. */
    private final Cache<String, CompletableFuture<Void>> lines = Caffeine.newBuilder()
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
            Executor threads) {
        this.facilitator = facilitator;
        this.ground = ground;
        this.wording = wording;
        this.choices = choices;
        this.names = names;
        this.keeping = keeping;
        this.patience = patience;
        this.threads = threads;
    }

    CompletionStage<Void> said(String channel, PrivateWord word) {
        return inLine(channel, () -> said(word));
    }

    CompletionStage<Void> edited(String channel, PrivateWord word) {
        return inLine(channel, () -> ground.rooms().forEach(room -> revised(word, room)));
    }

    CompletionStage<Void> deleted(String channel, String id) {
        return inLine(
                channel,
                () -> ground.rooms().forEach(room -> keepQuietly(facilitator.hear(new Incoming.Unsaid(id(room, id))))));
    }

    private CompletionStage<Void> inLine(String channel, Runnable work) {
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

    private void said(PrivateWord word) {
        List<RoomId> rooms = rooms(word.said().author());
        if (rooms.size() != 1) {
            word.answer(Saying.of(say(rooms.isEmpty() ? TalkPhrase.DIRECT_NOT_OPEN : TalkPhrase.DIRECT_WHICH_ROOM)));
        } else if (LABEL.matcher(word.said().text()).matches()) {
            keep(word, heard(word, rooms.getFirst()));
        } else {
            word.answer(asking(word, rooms.getFirst()));
        }
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
    private Saying asking(PrivateWord word, RoomId room) {
        Optional<Card.Asked> open = facilitator.where(room).flatMap(Card::question);
        String number =
                open.map(question -> Integer.toString(question.number())).orElse("0");
        String yes = open.isPresent()
                ? wording.say(TalkPhrase.DIRECT_YES_QUESTION, "number", number)
                : wording.say(TalkPhrase.DIRECT_YES);
        Wish wish = new Wish(NAME, room.id(), number + "." + id(word));
        Wish not = new Wish(NAME, room.id(), NOT);
        return Saying.of(wording.say(TalkPhrase.DIRECT_ASK, "room", RoomLinks.of(room)))
                .with(Row.of(
                        choices.button(Row.Style.PRIMARY, wish, yes),
                        choices.button(Row.Style.SECONDARY, not, TalkPhrase.DIRECT_NO)));
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
        Optional<PrivateWord> word =
                press.said(detail[1]).filter(one -> one.said().author().equals(press.account()));
        if (word.isEmpty()) {
            return Saying.of(wording.say(TalkPhrase.MINE_GONE));
        }
        if (!rooms(press.account()).contains(room)) {
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

    /** Where somebody can be heard: the rooms that they can see and where a chat runs; else those where questions are still open. */
    private List<RoomId> rooms(Account author) {
        List<RoomId> running = rooms(author, false);
        return running.isEmpty() ? rooms(author, true) : running;
    }

    private List<RoomId> rooms(Account author, boolean slow) {
        return ground.rooms().stream()
                .filter(room -> facilitator
                        .where(room)
                        .filter(card -> isOpen(card, slow))
                        .isPresent())
                .filter(room -> ground.sees(author, room))
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
    private void revised(PrivateWord word, RoomId room) {
        standing(word.said().author(), id(room, id(word)))
                .map(mine -> about(
                        heard(word, room),
                        mine.questions().isEmpty() ? 0 : mine.questions().getFirst()))
                .ifPresent(now -> keepQuietly(facilitator.hear(now)));
    }

    private void keepQuietly(CompletionStage<Void> heard) {
        Patience.await(heard, patience.doing());
    }

    /** It stands in no room, so it has an id that no message there has. */
    private static MessageId id(RoomId room, String message) {
        return new MessageId(room, PRIVATE + message);
    }

    private static String id(PrivateWord word) {
        return word.said().message().id();
    }

    private Incoming.Said heard(PrivateWord word, RoomId room) {
        Incoming.Said said = word.said();
        return new Incoming.Said(
                id(room, id(word)),
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
