package dev.parley.platform.discord;

import dev.parley.platform.Facilitator;
import dev.parley.platform.Incoming;
import dev.parley.platform.discord.wire.Guilds;
import dev.parley.platform.discord.wire.Places;
import dev.parley.platform.discord.wire.Places.Spot;
import dev.parley.platform.discord.wire.Reader;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what the gateway dispatches, raw and on the thread that reads it: so nothing that JDA holds back or has not cached is missed,
 * and a message that is in none of our rooms costs two look-ups. What is heard is handed on by a thread of its own, in order, since the
 * facilitator may have to ask its database and commands must be acknowledged meanwhile; the reading thread only waits when far too much
 * is behind.
 */
final class Ears implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ears.class);
    private static final int BEHIND_AT_MOST = 20_000;
    private static final Duration BEFORE_READING_BACK = Duration.ofSeconds(5);

    private final Facilitator facilitator;
    private final Places places;
    private final Guilds guilds;
    private final Typing typing;
    private final Supplier<String> self;
    private final Own own;
    private final Semaphore behind = new Semaphore(BEHIND_AT_MOST);
    private final AtomicBoolean missed = new AtomicBoolean();
    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
    private volatile boolean closed;

    /** What the bot's own messages are good for. */
    @FunctionalInterface
    interface Own {
        /** A message in the bot's name came in one of our rooms. Must not wait. */
        void came(DataObject message);
    }

    Ears(Facilitator facilitator, Places places, Guilds guilds, Typing typing, Supplier<String> self, Own own) {
        this.facilitator = facilitator;
        this.places = places;
        this.guilds = guilds;
        this.typing = typing;
        this.self = self;
        this.own = own;
        Thread.ofPlatform().name("discord-ears").daemon().start(this::handOn);
    }

    void dispatched(String type, DataObject payload) {
        switch (type) {
            case "MESSAGE_CREATE" -> message(payload);
            case "MESSAGE_UPDATE" -> {
                if (Reader.isEdited(payload)) {
                    message(payload);
                }
            }
            case "MESSAGE_DELETE" -> gone(payload, Stream.of(payload.getString("id")));
            case "MESSAGE_DELETE_BULK" -> gone(payload, payload.getArray("ids").stream(DataArray::getString));
            case "MESSAGE_REACTION_ADD" -> reaction(payload, true);
            case "MESSAGE_REACTION_REMOVE" -> reaction(payload, false);
            case "TYPING_START" -> typing(payload);
            case "THREAD_CREATE", "THREAD_UPDATE" -> places.learn(payload);
            case "THREAD_LIST_SYNC" -> threads(payload);
            case "GUILD_CREATE" -> guild(payload);
            case "CHANNEL_UPDATE" -> mended(Set.of(payload.getString("id")));
            case "GUILD_ROLE_CREATE", "GUILD_ROLE_UPDATE", "GUILD_ROLE_DELETE" ->
                mended(guilds.channels(payload.getString("guild_id")));
            case "GUILD_MEMBER_UPDATE" -> member(payload);
            case "THREAD_DELETE" -> threadGone(payload);
            default -> {}
        }
    }

    private void message(DataObject message) {
        Spot spot = places.spot(message.getString("channel_id"));
        if (spot == null || message.isNull("author")) {
            return;
        }
        String author = message.getObject("author").getString("id");
        if (author.equals(self.get())) {
            own.came(message);
            return;
        }
        typing.said(spot.room(), author);
        String guild = message.getString("guild_id", "");
        Reader.said(message, spot, self.get(), guild).ifPresent(this::hear);
    }

    private void gone(DataObject payload, Stream<String> ids) {
        Spot spot = places.spot(payload.getString("channel_id"));
        if (spot != null) {
            ids.forEach(id -> hear(new Incoming.Unsaid(spot.message(id))));
        }
    }

    private void reaction(DataObject payload, boolean given) {
        Spot spot = places.spot(payload.getString("channel_id"));
        String person = payload.getString("user_id");
        boolean bot = payload.optObject("member")
                .flatMap(member -> member.optObject("user"))
                .filter(user -> user.getBoolean("bot"))
                .isPresent();
        if (spot != null && !bot && !person.equals(self.get())) {
            hear(new Incoming.Reacted(
                    spot.message(payload.getString("message_id")),
                    Reader.account(person),
                    payload.getObject("emoji").getString("name", ""),
                    given));
        }
    }

    private void typing(DataObject payload) {
        Spot spot = places.spot(payload.getString("channel_id"));
        if (spot != null) {
            typing.began(spot.room(), payload.getString("user_id"));
        }
    }

    private void threads(DataObject payload) {
        payload.optArray("threads").stream()
                .flatMap(threads -> threads.stream(DataArray::getObject))
                .forEach(places::learn);
    }

    /** Its messages are gone with it, but nobody says which they were: what is kept is compared with what stands. */
    private void threadGone(DataObject payload) {
        if (places.spot(payload.getString("id")) != null) {
            facilitator.returned(Places.NAME);
        }
    }

    /** Comes at the beginning of a session, and when the bot is invited. */
    private void guild(DataObject payload) {
        if (payload.getBoolean("unavailable")) {
            return;
        }
        threads(payload);
        Set<String> channels = payload.getArray("channels").stream(DataArray::getObject)
                .map(channel -> channel.getString("id"))
                .collect(Collectors.toSet());
        channels.stream()
                .filter(channel -> places.spot(channel) != null)
                .forEach(channel -> guilds.learn(channel, payload.getString("id")));
        mended(channels);
    }

    private void member(DataObject payload) {
        if (payload.getObject("user").getString("id").equals(self.get())) {
            mended(guilds.channels(payload.getString("guild_id")));
        }
    }

    /** What the bot may do has changed; perhaps it may do more. */
    private void mended(Set<String> channels) {
        places.rooms().stream().filter(one -> channels.contains(one.id())).forEach(facilitator::mended);
    }

    private void hear(Incoming incoming) {
        behind.acquireUninterruptibly();
        waiting.add(() -> handOn(incoming));
    }

    private void handOn() {
        try {
            while (!closed) {
                waiting.take().run();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever goes wrong with one thing, the next is heard: a thread that has ended would hear nothing, and nobody would know. */
    private void handOn(Incoming incoming) {
        try {
            facilitator.hear(incoming).whenComplete((_, trouble) -> {
                behind.release();
                if (trouble != null) {
                    missed(trouble);
                }
            });
        } catch (Throwable trouble) {
            behind.release();
            missed(trouble);
        }
    }

    /** Hands nothing more on; it stands in Discord's history. Never by an interrupt, which a database may take amiss. */
    @Override
    public void close() {
        closed = true;
        waiting.add(() -> {});
    }

    /** What could not be kept stands in Discord's history, and is read back when there has been time to recover. */
    private void missed(Throwable trouble) {
        if (!missed.compareAndSet(false, true)) {
            return;
        }
        LOG.error("Something heard could not be kept; it will be read back", trouble);
        Thread.ofVirtual().name("discord-reading-back").start(() -> {
            try {
                Thread.sleep(BEFORE_READING_BACK);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            missed.set(false);
            facilitator.returned(Places.NAME);
        });
    }
}
