package dev.parley.platform.discord;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Caller;
import dev.parley.platform.Facilitator;
import dev.parley.platform.Mine;
import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is mine: seeing it, moving it, deleting it, leaving. Needs no right but being the one who said it. */
final class MyAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(MyAnswers.class);

    private final Facilitator facilitator;
    private final Wording wording;
    private final MineViews views;
    private final Collection<RoomId> rooms;
    private final Consumer<MessageId> remover;
    private final Patience patience;

    /**
     * Mine.
     *
     * @param remover deletes a message on Discord; throws {@link Refused} where the bot may not
     */
    MyAnswers(
            Facilitator facilitator,
            Wording wording,
            MineViews views,
            Collection<RoomId> rooms,
            Consumer<MessageId> remover,
            Patience patience) {
        this.facilitator = facilitator;
        this.wording = wording;
        this.views = views;
        this.rooms = rooms;
        this.remover = remover;
        this.patience = patience;
    }

    /** A page of it. */
    Saying list(Account account, String room, int page) {
        List<Mine> mine = rooms.stream()
                .filter(one -> room.isEmpty() || one.id().equals(room))
                .flatMap(one -> facilitator.mine(account, one).stream())
                .toList();
        return views.list(mine, room, page);
    }

    /** One of it. */
    Saying one(Account account, MessageId message) {
        return find(account, message)
                .map(mine -> views.one(mine, facilitator.where(message.room()), ""))
                .orElseGet(() -> Saying.of(wording.say(CommandPhrase.MINE_GONE)));
    }

    private Optional<Mine> find(Account account, MessageId message) {
        return facilitator.mine(account, message.room()).stream()
                .filter(mine -> mine.message().equals(message))
                .findFirst();
    }

    /** Says that a message was filed; to its author, with what else can be done with it. */
    Saying filed(Account account, MessageId message, String notice) {
        return find(account, message)
                .map(mine -> views.one(mine, facilitator.where(message.room()), notice))
                .orElseGet(() -> Saying.of(notice));
    }

    /** Says of a guess that it is right. */
    Saying right(Caller by, MessageId message) {
        Optional<Mine> guess = find(by.account(), message);
        if (guess.isEmpty() || guess.get().questions().isEmpty()) {
            return one(by.account(), message);
        }
        String where = "Q" + guess.get().questions().getFirst();
        Patience.await(facilitator.refile(by, message, where), patience.doing());
        return filed(by.account(), message, wording.say(CommandPhrase.DONE));
    }

    /** Takes a message back, here and on Discord. */
    Saying take(Account account, MessageId message) {
        Patience.await(facilitator.takeBack(account, message), patience.doing());
        return Saying.of(wording.say(isGone(message) ? CommandPhrase.MINE_TAKEN : CommandPhrase.MINE_TAKEN_HERE));
    }

    private boolean isGone(MessageId message) {
        if (!Snowflake.isOne(Places.target(message).message())) {
            return message.id().startsWith("i");
        }
        try {
            remover.accept(message);
            return true;
        } catch (Refused | Unreachable trouble) {
            LOG.info("A message that was taken back stays on Discord: {}", trouble.getMessage());
            return false;
        }
    }

    Saying askErase(String room) {
        return views.askErase(room);
    }

    /** Forgets a person. */
    Saying erase(Account account) {
        Patience.await(facilitator.erase(account), patience.doing());
        return Saying.of(wording.say(CommandPhrase.ERASED));
    }
}
