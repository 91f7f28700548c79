package dev.parley.platform.slack;

import com.google.gson.JsonObject;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Card;
import dev.parley.platform.Facilitator;
import dev.parley.platform.Incoming;
import dev.parley.platform.Mark;
import dev.parley.platform.Narrow;
import dev.parley.platform.Occasion;
import dev.parley.platform.Outgoing;
import dev.parley.platform.Platform;
import dev.parley.platform.Presence;
import dev.parley.platform.PrivateGap;
import dev.parley.platform.Traits;
import dev.parley.platform.Unreachable;
import dev.parley.platform.slack.talk.Hosts;
import dev.parley.platform.slack.talk.Interactions;
import dev.parley.platform.slack.talk.Means;
import dev.parley.platform.slack.wire.Marks;
import dev.parley.platform.slack.wire.Messages;
import dev.parley.platform.slack.wire.Names;
import dev.parley.platform.slack.wire.Pace;
import dev.parley.platform.slack.wire.Reader;
import dev.parley.platform.slack.wire.Rooms;
import dev.parley.platform.slack.wire.SlackText;
import dev.parley.platform.slack.wire.Threads;
import dev.parley.platform.slack.wire.Tokens;
import dev.parley.platform.slack.wire.WebApi;
import dev.parley.platform.slack.wire.Whispers;
import dev.parley.platform.talk.Patience;
import dev.parley.voice.Voice;
import dev.parley.web.WebServer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Slack as a platform: channels are rooms. */
public final class SlackPlatform implements Platform {
    /** The platform's short name. */
    public static final String NAME = Rooms.NAME;

    /** One message of Slack's, as we write them. */
    private static final int LONGEST_POST = SlackText.LONGEST;

    /** Where requests come to on our own server. */
    public static final String ADDRESS = "/slack/events";

    /** Slack waits three seconds. */
    private static final Duration TO_ACKNOWLEDGE = Duration.ofMillis(2_500);

    /** Far more than Slack sends, which is the whole view with each press. */
    private static final int LARGEST_REQUEST = 1024 * 1024;

    private final SlackSettings settings;
    private final Tokens tokens;
    private final InstantSource clock;
    private final WebApi api;
    private final Rooms rooms;
    private final Reader reader;
    private final Dispatch dispatch;
    private final SlackConnection connection;
    private final Names names;
    private final Voice voice;
    private final Patience patience;
    private final Messages messages;
    private final Posts posts;
    private final Pace letters;
    private final Whispers whispers;
    private final Receipts receipts;
    private final Sight sight;
    private final History history;
    private final Threads threads;
    private final Rights rights;
    private volatile @Nullable Facilitator facilitator;
    private volatile @Nullable Ears ears;
    private volatile @Nullable Interactions interactions;

    /** A community's Slack, not yet connected. */
    public SlackPlatform(SlackSettings settings, Tokens tokens, Voice voice, InstantSource clock) {
        this(settings, tokens, voice, clock, TO_ACKNOWLEDGE);
    }

    SlackPlatform(SlackSettings settings, Tokens tokens, Voice voice, InstantSource clock, Duration toAcknowledge) {
        this(settings, tokens, voice, clock, toAcknowledge, Patience.USUAL);
    }

    SlackPlatform(
            SlackSettings settings,
            Tokens tokens,
            Voice voice,
            InstantSource clock,
            Duration toAcknowledge,
            Patience patience) {
        this.voice = voice;
        this.patience = patience;
        this.settings = settings;
        this.tokens = tokens;
        this.clock = clock;
        this.api = new WebApi(settings.api(), tokens, voice);
        this.rooms = new Rooms(settings.rooms().keySet());
        this.names = new Names(api);
        this.threads = new Threads();
        this.reader = new Reader(names, voice, threads);
        this.messages = new Messages(api);
        Marks marks = new Marks(voice);
        this.posts = new Posts(messages, marks, new Files(api, messages), threads, clock);
        this.letters = new Pace(Narrow.LETTERS, voice, System::nanoTime);
        this.whispers = new Whispers(api, messages, voice, clock);
        this.receipts = new Receipts(api, voice, clock);
        this.sight = new Sight(api, messages, marks, clock);
        this.history = new History(api, messages, reader, threads);
        this.rights = new Rights(api, voice);
        this.dispatch = new Dispatch(this::told, () -> interactions, this::heldBack, toAcknowledge);
        this.connection = new SlackConnection(settings, tokens, api, voice, dispatch, this::began);
    }

    /**
     * Takes at {@link #ADDRESS} what Slack brings by signed requests, from the start on. To be said before the server starts. Throws
     * {@link IllegalStateException} where no signing secret is known.
     */
    public void receiveAt(WebServer server) {
        String secret = settings.signingSecret().orElseThrow(() -> new IllegalStateException("No signing secret"));
        server.delivered(
                ADDRESS, LARGEST_REQUEST, new SignedDoor(connection.app(), dispatch, new Signatures(secret, clock)));
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
        facilitator = whom;
        Hosts hosts = new Hosts(settings.hostUsers(), settings.hostGroups(), settings.panel());
        interactions = new Interactions(
                new Means(hosts, voice, api, rooms, names, reader, messages, threads, whispers, this::link, clock),
                whom,
                patience);
        ears = new Ears(whom, rooms, reader, tokens, () -> interactions);
        connection.open();
    }

    /** What comes before the start is refused, and comes again. */
    private CompletionStage<Void> told(JsonObject envelope) {
        Ears hearing = ears;
        return hearing == null
                ? CompletableFuture.failedFuture(new IllegalStateException("Nobody listens yet"))
                : hearing.told(envelope);
    }

    private void heldBack() {
        Ears hearing = ears;
        if (hearing != null) {
            hearing.readBackLater();
        }
    }

    /** What stood in the way of a room may have been put right while nobody could tell us. */
    private void began() {
        Facilitator whom = facilitator;
        if (whom != null) {
            rooms.all().forEach(whom::mended);
            whom.returned(NAME);
        }
    }

    @Override
    public MessageId post(Outgoing post) {
        Rooms.Channel channel = Rooms.channel(post.room());
        return Rooms.isPrivate(channel) ? letters.keep(channel.team(), () -> posts.post(post)) : posts.post(post);
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
    public RoomId privately(Account to) {
        return whispers.privately(to);
    }

    @Override
    public void keepInSight(Card card) {
        try {
            sight.keep(card);
        } finally {
            interactions().ifPresent(all -> all.keepInSight(card));
        }
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

    @Override
    public void catchUp(PrivateGap gap) {
        interactions().ifPresent(all -> all.catchUp(gap));
    }

    /** Empty until it is known where the workspace is. */
    @Override
    public Optional<URI> link(MessageId message) {
        Rooms.Channel channel = Rooms.channel(message.room());
        return api.knownSelf(channel.team())
                .filter(_ -> Rooms.isOnSlack(message))
                .map(self -> threads.of(message)
                        .map(thread -> Links.to(self, channel, message.id(), thread))
                        .orElseGet(() -> Links.to(self, channel, message.id())));
    }

    @Override
    public List<String> check(RoomId room) {
        List<String> troubles = new ArrayList<>(connection.trouble().stream().toList());
        try {
            rights.troubles(Rooms.channel(room)).stream()
                    .filter(trouble -> !troubles.contains(trouble))
                    .forEach(troubles::add);
            interactions().map(Interactions::troubles).ifPresent(troubles::addAll);
        } catch (Unreachable unreachable) {
            if (troubles.isEmpty()) {
                troubles.add(unreachable.why());
            }
        }
        return troubles;
    }

    @Override
    public void forget(Account account) {
        if (account.platform().equals(NAME)) {
            whispers.forget(account);
            names.forget(account);
            interactions().ifPresent(all -> all.forget(account));
        }
    }

    private Optional<Interactions> interactions() {
        return Optional.ofNullable(interactions);
    }

    @Override
    public Presence presence(RoomId room) {
        return new Presence(-1, false);
    }

    @Override
    public void close() {
        interactions().ifPresent(Interactions::close);
        connection.close();
        dispatch.close();
        api.close();
    }
}
