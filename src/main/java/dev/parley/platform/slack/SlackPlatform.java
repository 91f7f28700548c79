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
import dev.parley.platform.slack.wire.Tokens;
import dev.parley.platform.slack.wire.WebApi;
import dev.parley.voice.Voice;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Slack as a platform: channels are rooms. */
public final class SlackPlatform implements Platform {
    /** The platform's short name. */
    public static final String NAME = Rooms.NAME;

    private static final int LONGEST_POST = 3_500;

    private final WebApi api;
    private final Rooms rooms;
    private final Names names;
    private final Posts posts;
    private final Whispers whispers;
    private final Receipts receipts;
    private final Sight sight;
    private final History history;

    /** A community's Slack, not yet connected. */
    public SlackPlatform(SlackSettings settings, Tokens tokens, Voice voice) {
        this.api = new WebApi(settings.api(), tokens, voice);
        this.rooms = new Rooms(settings.rooms().keySet());
        this.names = new Names(api);
        this.posts = new Posts(api);
        this.whispers = new Whispers(api, voice);
        this.receipts = new Receipts(api, voice);
        this.sight = new Sight(api);
        this.history = new History(api, new Reader(names, voice));
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

    /** Empty until it is known where the workspace is. */
    @Override
    public Optional<URI> link(MessageId message) {
        Rooms.Channel channel = Rooms.channel(message.room());
        return api.knownSelf(channel.team())
                .filter(_ -> Rooms.isOnSlack(message))
                .map(self -> self.address()
                        .resolve(
                                "archives/" + channel.id() + "/p" + message.id().replace(".", "")));
    }

    @Override
    public List<String> check(RoomId room) {
        return List.of();
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
