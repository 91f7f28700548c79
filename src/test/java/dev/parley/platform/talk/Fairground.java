package dev.parley.platform.talk;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A platform that is none, where everybody sees everything.
 *
 * @param taken what was taken away
 */
record Fairground(Collection<RoomId> rooms, Limits limits, List<MessageId> taken) implements Ground {
    static final RoomId ROOM = new RoomId("fairground", "7");
    static final RoomId PRIVATE = new RoomId("fairground", "D1");
    static final Account ANA = new Account("fairground", "ana");
    static final Limits LARGE = new Limits(75, 75, 150, 24, 2_000, 3_000, 25, 10, 100, 4);

    @Override
    public String platform() {
        return "fairground";
    }

    @Override
    public Optional<URI> link(MessageId message) {
        return Optional.empty();
    }

    @Override
    public boolean takeAway(MessageId message) {
        return taken.add(message);
    }

    @Override
    public boolean sees(Account account, RoomId room) {
        return true;
    }

    @Override
    public String name(Account account, RoomId room) {
        return "Ana of the fair";
    }
}
