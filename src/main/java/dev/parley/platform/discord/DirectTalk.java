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
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people say to the bot in private while a chat runs: it is heard in that chat. Their words always come along, also where the bot
 * may not read messages in channels. A reaction says that it is kept; a word, that it is not.
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

    /** In which room a message was heard, so that it can be edited and deleted there. */
    private final Cache<String, RoomId> heardIn = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofDays(2))
            .build();

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
        heardIn.put(message.getString("id"), room);
        keep(message, read(message, room).orElseThrow());
    }

    private void keep(DataObject message, Incoming.Said said) {
        if (!keeping.done(() -> facilitator.hear(said), () -> {})) {
            answer(message, CommandPhrase.DIRECT_NOT_KEPT);
        } else if (isKept(said)) {
            react(message);
        } else {
            answer(message, CommandPhrase.DIRECT_NOT_OPEN);
        }
    }

    private boolean isKept(Incoming.Said said) {
        return facilitator.mine(said.author(), said.message().room()).stream()
                .anyMatch(mine -> mine.message().equals(said.message()));
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
            heard(message.getString("id"))
                    .flatMap(room -> read(message, room))
                    .ifPresent(said -> keepQuietly(facilitator.hear(said)));
        }
    }

    private void deleted(String id) {
        heard(id).ifPresent(room -> keepQuietly(facilitator.hear(new Incoming.Unsaid(id(room, id)))));
    }

    private void keepQuietly(CompletionStage<Void> heard) {
        Patience.await(heard, patience.doing());
    }

    /** Where a message was heard, as far as that is known. */
    private Optional<RoomId> heard(String id) {
        Optional<RoomId> known = Optional.ofNullable(heardIn.getIfPresent(id));
        return known.isPresent() || means.places().rooms().size() > 1
                ? known
                : means.places().rooms().stream().findFirst();
    }

    /** It stands in no channel of ours, so it has an id that no message there has. */
    private static MessageId id(RoomId room, String message) {
        return new MessageId(room, "d" + message);
    }

    private Optional<Incoming.Said> read(DataObject message, RoomId room) {
        return Reader.said(message, new Spot(room, null), means.self().get(), "@me")
                .map(said -> new Incoming.Said(
                        id(room, message.getString("id")),
                        said.author(),
                        said.name(),
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
        String words = wording.say(phrase, "chat", book.chat, "schedule", book.schedule, "answer", book.answer);
        means.requests()
                .send(Route.Messages.SEND_MESSAGE.compile(message.getString("channel_id")), Bodies.saying(words));
    }
}
