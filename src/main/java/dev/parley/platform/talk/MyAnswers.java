package dev.parley.platform.talk;

import dev.parley.conversation.MessageId;
import dev.parley.platform.Account;
import dev.parley.platform.Caller;
import dev.parley.platform.Facilitator;
import dev.parley.platform.Mine;
import java.util.List;
import java.util.Optional;

/** What is mine: seeing it, moving it, deleting it, leaving. Needs no right but being the one who said it. */
final class MyAnswers {
    private final Facilitator facilitator;
    private final Wording wording;
    private final MineViews views;
    private final Ground ground;
    private final Patience patience;

    MyAnswers(Facilitator facilitator, Wording wording, MineViews views, Ground ground, Patience patience) {
        this.facilitator = facilitator;
        this.wording = wording;
        this.views = views;
        this.ground = ground;
        this.patience = patience;
    }

    /** A page of it. */
    Saying list(Account account, String room, int page) {
        List<Mine> mine = ground.rooms().stream()
                .filter(one -> room.isEmpty() || one.id().equals(room))
                .flatMap(one -> facilitator.mine(account, one).stream())
                .toList();
        return views.list(mine, room, page);
    }

    /** One of it. */
    Saying one(Account account, MessageId message) {
        return find(account, message)
                .map(mine -> views.one(mine, facilitator.where(message.room()), ""))
                .orElseGet(() -> Saying.of(wording.say(TalkPhrase.MINE_GONE)));
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
        return filed(by.account(), message, wording.say(TalkPhrase.DONE));
    }

    /** Takes a message back, here and on the platform. */
    Saying take(Account account, MessageId message) {
        Patience.await(facilitator.takeBack(account, message), patience.doing());
        return Saying.of(wording.say(ground.takeAway(message) ? TalkPhrase.MINE_TAKEN : TalkPhrase.MINE_TAKEN_HERE));
    }

    Saying askErase(String room) {
        return views.askErase(room);
    }

    /** Forgets a person. */
    Saying erase(Account account) {
        Patience.await(facilitator.erase(account), patience.doing());
        return Saying.of(wording.say(TalkPhrase.ERASED));
    }
}
