package dev.parley.platform.slack;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Card;
import dev.parley.platform.Facilitator;
import dev.parley.platform.Incoming;
import dev.parley.platform.Mark;
import dev.parley.platform.Occasion;
import dev.parley.platform.Outgoing;
import dev.parley.platform.Platform;
import dev.parley.platform.Presence;
import dev.parley.platform.Traits;
import dev.parley.platform.Unreachable;
import dev.parley.platform.slack.wire.SlackText;
import dev.parley.platform.slack.wire.Tokens;
import dev.parley.platform.slack.wire.WebApi;
import dev.parley.voice.Voice;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Slack as a platform: channels are rooms. */
public final class SlackPlatform implements Platform {
    /** The platform's short name. */
    public static final String NAME = Rooms.NAME;

    /** One message of Slack's, as we write them. */
    private static final int LONGEST_POST = SlackText.LONGEST;

    private final WebApi api;
    private final Rooms rooms;
    private final Names names;
    private final Posts posts;
    private final Whispers whispers;
    private final Receipts receipts;
    private final Sight sight;
    private final History history;
    private final Threads threads;
    private final Rights rights;

    /** A community's Slack, not yet connected. */
    public SlackPlatform(SlackSettings settings, Tokens tokens, Voice voice, InstantSource clock) {
        this.api = new WebApi(settings.api(), tokens, voice);
        this.rooms = new Rooms(settings.rooms().keySet());
        this.names = new Names(api);
        Messages messages = new Messages(api);
        Marks marks = new Marks(voice);
        this.threads = new Threads();
        this.posts = new Posts(messages, marks, new Files(api, messages), threads, clock);
        this.whispers = new Whispers(api, messages, voice, clock);
        this.receipts = new Receipts(api, voice, clock);
        this.sight = new Sight(api, messages, marks, this::link, clock);
        this.history = new History(api, messages, new Reader(names, voice, threads), threads);
        this.rights = new Rights(api, voice);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Traits traits() {
        return new Traits(LONGEST_POST, true, true, true, false, true);
    }

    @Override
    public void start(Facilitator whom) {
        rooms.all().forEach(whom::mended);
    }

    @Override
    public MessageId post(Outgoing post) {
        return posts.post(post);
    }

    @Override
    public void edit(MessageId message, Outgoing now) {
        posts.edit(message, now);
    }

    @Override
    public void remove(MessageId message) {
        posts.remove(message);
    }

    @Override
    public void receipt(MessageId message, Mark mark) {
        receipts.show(message, mark);
    }

    @Override
    public void whisper(Account to, Outgoing words) {
        whispers.whisper(to, words);
    }

    @Override
    public void keepInSight(Card card) {
        sight.keep(card);
    }

    /** Slack has no events of its own that an app could set up. */
    @Override
    public Optional<MessageId> occasion(Occasion occasion, Optional<MessageId> standing) {
        return Optional.empty();
    }

    @Override
    public Optional<MessageId> find(Outgoing post) {
        return posts.find(post);
    }

    @Override
    public List<Incoming> since(RoomId room, Instant from, Set<MessageId> known) {
        return history.since(room, from, known);
    }

    /**
     * Empty until it is known where the workspace is. Made here and not asked for: a recap has many links, and Slack's own addresses are
     * made in the same way.
     */
    @Override
    public Optional<URI> link(MessageId message) {
        Rooms.Channel channel = Rooms.channel(message.room());
        return api.knownSelf(channel.team())
                .filter(_ -> Rooms.isOnSlack(message))
                .map(self -> self.address()
                        .resolve("archives/" + channel.id() + "/p"
                                + message.id().replace(".", "") + within(channel, message)));
    }

    /** A message in a thread is only found there. */
    private String within(Rooms.Channel channel, MessageId message) {
        return threads.of(message)
                .map(root -> "?thread_ts=" + root + "&cid=" + channel.id())
                .orElse("");
    }

    @Override
    public List<String> check(RoomId room) {
        try {
            return rights.troubles(Rooms.channel(room));
        } catch (Unreachable unreachable) {
            return List.of(String.valueOf(unreachable.getMessage()));
        }
    }

    @Override
    public void forget(Account account) {
        whispers.forget(account);
        names.forget(account);
    }

    @Override
    public Presence presence(RoomId room) {
        return new Presence(-1, false);
    }

    @Override
    public void close() {
        api.close();
    }
}
