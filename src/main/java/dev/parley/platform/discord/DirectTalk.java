package dev.parley.platform.discord;

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
import dev.parley.platform.Unreachable;
import dev.parley.platform.discord.Places.Spot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people say to the bot in private while a chat runs: what has a label is heard in that chat, of anything else they are asked
 * first; until they say so it stands nowhere but in their own messages. Their words always come along, also where the bot may not read
 * messages in channels. A reaction says that something is kept; a word, that it is not.
 */
final class DirectTalk {
    private static final Logger LOG = LoggerFactory.getLogger(DirectTalk.class);

    private final Means means;
    private final Facilitator facilitator;
    private final Askers askers;
    private final Wording wording;
    private final CommandBook book;
    private final Keeping keeping;
    private final Patience patience;
    private final Executor threads;

    /** A label with which an answer begins, as most people write it. What else may be one is asked. */
    private static final Pattern LABEL = Pattern.compile("\\s{0,9}[Aa] ?\\d{1,2}(?!\\d|\\w)[\\s\\S]*");

    /** The mark on buttons under a message of ours that asks; its detail is the question's number, a stop, and the message. */
    static final String NAME = "direct";

    /** The detail of the button that lets it be. */
    private static final String NOT = "no";

    private static final int BUTTON = 80;

    private static final String PRIVATE = "d";

    /** The end of the line of those who talk just now; what one person says stays in order. */
    private final Cache<String, CompletableFuture<Void>> lines = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(30))
            .build();

    DirectTalk(
            Means means,
            Facilitator facilitator,
            Askers askers,
            Wording wording,
            CommandBook book,
            Keeping keeping,
            Patience patience,
            Executor threads) {
        this.means = means;
        this.facilitator = facilitator;
        this.askers = askers;
        this.wording = wording;
        this.book = book;
        this.keeping = keeping;
        this.patience = patience;
        this.threads = threads;
    }

    /** Takes what happened in a private channel. Returns at once. */
    void dispatched(String type, DataObject message) {
        String channel = message.getString("channel_id");
        switch (type) {
            case "MESSAGE_CREATE" -> inLine(channel, () -> said(message));
            case "MESSAGE_UPDATE" -> inLine(channel, () -> edited(message));
            case "MESSAGE_DELETE" -> inLine(channel, () -> deleted(message.getString("id")));
            default -> {}
        }
    }

    private void inLine(String channel, Runnable work) {
        try {
            lines.asMap()
                    .compute(
                            channel,
                            (_, before) -> (before == null ? CompletableFuture.<Void>completedFuture(null) : before)
                                    .thenRunAsync(() -> carefully(work), threads));
        } catch (RejectedExecutionException closed) {
            LOG.debug("Too late, Parley is stopping");
        }
    }

    private static void carefully(Runnable work) {
        try {
            work.run();
        } catch (Refused | Unreachable trouble) {
            LOG.info("A private message has no answer: {}", trouble.getMessage());
        } catch (RuntimeException trouble) {
            LOG.error("A private message could not be heard", trouble);
        }
    }

    private void said(DataObject message) {
        Optional<Incoming.Said> read = read(message, new RoomId(Places.NAME, ""));
        if (read.isEmpty()) {
            return;
        }
        Account author = read.get().author();
        List<RoomId> rooms = rooms(author);
        if (rooms.size() != 1) {
            CommandPhrase why = rooms.isEmpty() ? CommandPhrase.DIRECT_NOT_OPEN : CommandPhrase.DIRECT_WHICH_ROOM;
            answer(message, why);
            return;
        }
        RoomId room = rooms.getFirst();
        Incoming.Said said = read(message, room).orElseThrow();
        if (LABEL.matcher(said.text()).matches()) {
            keep(message, said);
        } else {
            ask(message, room);
        }
    }

    private void keep(DataObject message, Incoming.Said said) {
        CommandPhrase became = kept(said);
        if (became != CommandPhrase.DIRECT_KEPT) {
            answer(message, became);
            return;
        }
        react(message);
        if (isFirst(said)) {
            send(message, Saying.of(publicly(said.message().room())));
        }
    }

    /** Keeps it, and says what became of it. */
    private CommandPhrase kept(Incoming.Said said) {
        if (!keeping.done(() -> facilitator.hear(said), () -> {})) {
            return CommandPhrase.DIRECT_NOT_KEPT;
        }
        return standing(said.author(), said.message()).isPresent()
                ? CommandPhrase.DIRECT_KEPT
                : CommandPhrase.DIRECT_NOT_OPEN;
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
        return wording.say(CommandPhrase.DIRECT_PUBLIC, "room", "<#" + room.id() + ">", "mine", book.mine);
    }

    /** Asks whether it is for the chat. */
    private void ask(DataObject message, RoomId room) {
        Optional<Card.Asked> open = facilitator.where(room).flatMap(Card::question);
        String number =
                open.map(question -> Integer.toString(question.number())).orElse("0");
        String yes = open.isPresent()
                ? wording.say(CommandPhrase.DIRECT_YES_QUESTION, "number", number)
                : wording.say(CommandPhrase.DIRECT_YES);
        String mark = number + "." + message.getString("id");
        send(
                message,
                Saying.of(wording.say(CommandPhrase.DIRECT_ASK, "room", "<#" + room.id() + ">"))
                        .with(List.of(ActionRow.of(
                                Button.primary(
                                        new CustomId(NAME, room.id(), mark).toString(), Wording.label(yes, BUTTON)),
                                Button.secondary(
                                        new CustomId(NAME, room.id(), NOT).toString(),
                                        Wording.label(wording.say(CommandPhrase.DIRECT_NO), BUTTON))))));
    }

    /** What comes of a press of one of these buttons. The words are read again from where they stand. */
    Saying pressed(Interaction press, CustomId mark) {
        RoomId room = new RoomId(Places.NAME, mark.room());
        String[] detail = mark.detail().split("\\.", 2);
        if (detail.length < 2
                || !Snowflake.isOne(detail[1])
                || !means.places().rooms().contains(room)) {
            return Saying.of(
                    wording.say(mark.detail().equals(NOT) ? CommandPhrase.DIRECT_LET_BE : CommandPhrase.OUTDATED));
        }
        Optional<Incoming.Said> said = means.requests()
                .find(Route.Messages.GET_MESSAGE.compile(press.channel(), detail[1]), ErrorResponse.UNKNOWN_MESSAGE)
                .flatMap(message -> read(message, room))
                .filter(one -> one.author().equals(press.account()));
        if (said.isEmpty()) {
            return Saying.of(wording.say(CommandPhrase.MINE_GONE));
        }
        if (!rooms(press.account()).contains(room)) {
            return Saying.of(say(CommandPhrase.DIRECT_NOT_OPEN));
        }
        CommandPhrase became = kept(about(said.get(), Integer.parseInt(detail[0])));
        return Saying.of(
                became == CommandPhrase.DIRECT_KEPT ? wording.say(became) + " " + publicly(room) : say(became));
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
        String label = wording.say(CommandPhrase.ANSWER_PREFIX, "number", Integer.toString(question)) + " ";
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
        return means.places().rooms().stream()
                .filter(room -> facilitator
                        .where(room)
                        .filter(card -> isOpen(card, slow))
                        .isPresent())
                .filter(room -> askers.sees(author, room))
                .toList();
    }

    private static boolean isOpen(Card card, boolean slow) {
        return switch (card.stage()) {
            case WELCOME, QUESTION, PAUSED, CLOSING -> !slow;
            case SLOW -> slow;
            case BEFORE, OVER -> false;
        };
    }

    private void edited(DataObject message) {
        if (Reader.isEdited(message)) {
            means.places().rooms().forEach(room -> read(message, room).ifPresent(this::revised));
        }
    }

    /** Only what is kept can change; it stays where it was filed. */
    private void revised(Incoming.Said said) {
        standing(said.author(), said.message())
                .map(mine -> about(
                        said, mine.questions().isEmpty() ? 0 : mine.questions().getFirst()))
                .ifPresent(now -> keepQuietly(facilitator.hear(now)));
    }

    private void deleted(String id) {
        means.places().rooms().forEach(room -> keepQuietly(facilitator.hear(new Incoming.Unsaid(id(room, id)))));
    }

    private void keepQuietly(CompletionStage<Void> heard) {
        Patience.await(heard, patience.doing());
    }

    /** It stands in no channel of ours, so it has an id that no message there has. */
    private static MessageId id(RoomId room, String message) {
        return new MessageId(room, PRIVATE + message);
    }

    private Optional<Incoming.Said> read(DataObject message, RoomId room) {
        return Reader.said(message, new Spot(room, null), means.self().get(), "@me")
                .map(said -> new Incoming.Said(
                        id(room, message.getString("id")),
                        said.author(),
                        room.id().isEmpty() ? "" : askers.name(said.author(), room),
                        said.text(),
                        Place.ROOM,
                        said.at(),
                        said.revised()));
    }

    private void react(DataObject message) {
        means.requests()
                .order(
                        Route.Messages.ADD_REACTION.compile(
                                message.getString("channel_id"),
                                message.getString("id"),
                                wording.say(CommandPhrase.DIRECT_RECEIPT),
                                "@me"),
                        ErrorResponse.UNKNOWN_MESSAGE,
                        ErrorResponse.REACTION_BLOCKED);
    }

    private void answer(DataObject message, CommandPhrase phrase) {
        send(message, Saying.of(say(phrase)));
    }

    private String say(CommandPhrase phrase) {
        return wording.say(phrase, "chat", book.chat, "schedule", book.schedule, "answer", book.answer);
    }

    private void send(DataObject message, Saying saying) {
        means.requests()
                .send(Route.Messages.SEND_MESSAGE.compile(message.getString("channel_id")), saying.body(0), List.of());
    }
}
