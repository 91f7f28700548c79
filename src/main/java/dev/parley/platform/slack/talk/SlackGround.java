package dev.parley.platform.slack.talk;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.slack.wire.Rooms;
import dev.parley.platform.talk.Ground;
import dev.parley.platform.talk.Limits;
import java.net.URI;
import java.util.Collection;
import java.util.Optional;

/** Slack, as far as talking needs it. */
record SlackGround(Means means, Askers askers) implements Ground {

    @Override
    public String platform() {
        return Rooms.NAME;
    }

    @Override
    public Collection<RoomId> rooms() {
        return means.rooms().all();
    }

    @Override
    public Limits limits() {
        return Rendering.LIMITS;
    }

    @Override
    public Optional<URI> link(MessageId message) {
        return means.links().apply(message);
    }

    /** What came by a modal or a command stood nowhere. What people said themselves no bot may delete on Slack. */
    @Override
    public boolean takeAway(MessageId message) {
        return message.id().startsWith(Doing.TYPED);
    }

    @Override
    public boolean sees(Account account, RoomId room) {
        return askers.sees(account, room);
    }

    @Override
    public String name(Account account, RoomId room) {
        return askers.name(account);
    }
}
