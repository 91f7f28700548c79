package dev.parley.platform.discord.talk;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import dev.parley.platform.discord.wire.Places;
import dev.parley.platform.discord.wire.Snowflake;
import dev.parley.platform.talk.Ground;
import dev.parley.platform.talk.Limits;
import java.net.URI;
import java.util.Collection;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Discord, as far as talking needs it. */
record DiscordGround(Means means, Askers askers) implements Ground {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordGround.class);

    @Override
    public String platform() {
        return Places.NAME;
    }

    @Override
    public Collection<RoomId> rooms() {
        return means.places().rooms();
    }

    @Override
    public Limits limits() {
        return Rendering.LIMITS;
    }

    @Override
    public Optional<URI> link(MessageId message) {
        return means.links().apply(message);
    }

    /** What came by a dialog stood nowhere; what was said in private is its author's. */
    @Override
    public boolean takeAway(MessageId message) {
        if (!Snowflake.isOne(Places.target(message).message())) {
            return message.id().startsWith(Answerable.TYPED);
        }
        try {
            means.remover().accept(message);
            return true;
        } catch (Refused | Unreachable trouble) {
            LOG.info("A message that was taken back stays on Discord: {}", trouble.getMessage());
            return false;
        }
    }

    @Override
    public boolean sees(Account account, RoomId room) {
        return askers.sees(account, room);
    }

    @Override
    public String name(Account account, RoomId room) {
        return askers.name(account, room);
    }
}
