package dev.parley.platform.discord;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Budget;
import dev.parley.platform.Card;
import dev.parley.platform.Facilitator;
import dev.parley.platform.Incoming;
import dev.parley.platform.Mark;
import dev.parley.platform.Occasion;
import dev.parley.platform.Outgoing;
import dev.parley.platform.Platform;
import dev.parley.platform.Presence;
import dev.parley.platform.PrivateGap;
import dev.parley.platform.Traits;
import dev.parley.platform.Unreachable;
import dev.parley.platform.discord.talk.Hosts;
import dev.parley.platform.discord.talk.Interactions;
import dev.parley.platform.discord.talk.Means;
import dev.parley.platform.discord.wire.Bodies;
import dev.parley.platform.discord.wire.DiscordPhrase;
import dev.parley.platform.discord.wire.Failures;
import dev.parley.platform.discord.wire.Guilds;
import dev.parley.platform.discord.wire.Links;
import dev.parley.platform.discord.wire.Members;
import dev.parley.platform.discord.wire.Places;
import dev.parley.platform.discord.wire.Places.Target;
import dev.parley.platform.discord.wire.Requests;
import dev.parley.platform.discord.wire.Rights;
import dev.parley.platform.discord.wire.Snowflake;
import dev.parley.platform.discord.wire.Toll;
import dev.parley.platform.discord.wire.Whispers;
import dev.parley.platform.talk.Patience;
import dev.parley.voice.Voice;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Discord as a platform: channels are rooms. */
public final class DiscordPlatform implements Platform {
    /** The platform's short name. */
    public static final String NAME = Places.NAME;

    private static final Logger LOG = LoggerFactory.getLogger(DiscordPlatform.class);

    /** Less than Discord takes, since what is escaped there is longer than light Markdown. */
    private static final int LONGEST_POST = 1_900;

    private final DiscordSettings settings;
    private final Voice voice;
    private final DiscordConnection connection;
    private final Places places;
    private final Requests requests;
    private final Guilds guilds;
    private final Posts posts;
    private final Whispers whispers;
    private final Receipts receipts;
    private final Sight sight;
    private final Occasions occasions;
    private final Members members;
    private final History history;
    private final Rights rights;
    private final Typing typing;
    private final Patience patience;
    private volatile @Nullable Ears ears;
    private volatile @Nullable Interactions interactions;
    private volatile @Nullable Plans plans;
    private volatile @Nullable Facilitator facilitator;
    private volatile @Nullable String self;

    /**
     * A community's Discord, not yet connected.
     *
     * @param budget of requests, shared by all who speak with the bot's token
     * @param openings the budget of opening private channels, shared likewise
     */
    public DiscordPlatform(DiscordSettings settings, Voice voice, Budget budget, Budget openings, InstantSource clock) {
        this(settings, voice, budget, openings, clock, Patience.USUAL);
    }

    DiscordPlatform(
            DiscordSettings settings,
            Voice voice,
            Budget budget,
            Budget openings,
            InstantSource clock,
            Patience patience) {
        this.patience = patience;
        this.settings = settings;
        this.voice = voice;
        this.connection = new DiscordConnection(settings, voice, new Toll(budget, clock), new Told());
        this.places = new Places(settings.rooms().keySet());
        this.requests = new Requests(connection::anyShard, new Failures(voice));
        this.guilds = new Guilds(requests);
        this.posts = new Posts(requests, voice, places, this::self, clock);
        this.whispers = new Whispers(requests, voice, this::self, openings, clock);
        this.receipts = new Receipts(requests, voice, clock);
        this.sight = new Sight(requests, new Bodies(voice), this::self);
        this.occasions = new Occasions(requests, guilds, clock);
        this.members = new Members(requests);
        this.history = new History(requests, places, guilds, members, this::self);
        this.rights = new Rights(requests, voice, guilds, this::self);
        this.typing = new Typing(clock);
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
        ears = new Ears(whom, places, guilds, typing, this::self, this::ownCame);
        Means means = new Means(
                new Hosts(settings.hostUsers(), settings.hostRoles(), settings.panel()),
                voice,
                requests,
                places,
                guilds,
                rights,
                members,
                whispers,
                posts::remove,
                this::self,
                this::link);
        interactions = new Interactions(means, whom, patience);
        plans = whom.coaching().map(coaching -> new Plans(coaching, this::self)).orElse(null);
        connection.open();
    }

    /** The bot's own id: told at the beginning of each session, and known to JDA a little before that. */
    private String self() {
        String told = self;
        return told == null ? connection.anyShard().getSelfUser().getId() : told;
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

    @Override
    public Optional<MessageId> occasion(Occasion occasion, Optional<MessageId> standing) {
        return occasions.bringUpToDate(occasion, standing);
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

    /** Empty until it is known in which server the room is. */
    @Override
    public Optional<URI> link(MessageId message) {
        boolean onDiscord = Snowflake.isOne(Places.target(message).message());
        return guilds.known(message.room().id()).filter(_ -> onDiscord).map(guild -> Links.to(guild, message));
    }

    @Override
    public List<String> check(RoomId room) {
        DiscordSettings.Room wishes = settings.rooms().get(room.id());
        if (wishes == null) {
            return List.of(voice.say(DiscordPhrase.CHANNEL_GONE));
        }
        List<String> troubles = new ArrayList<>();
        try {
            if (settings.content() && !connection.hasContent()) {
                troubles.add(voice.say(DiscordPhrase.CONTENT_DENIED));
            }
            troubles.addAll(rights.troubles(room.id(), Rights.needed(wishes.threads())));
            interactions().map(Interactions::troubles).ifPresent(troubles::addAll);
        } catch (Unreachable unreachable) {
            troubles.add(unreachable.why());
        }
        return troubles;
    }

    @Override
    public void forget(Account account) {
        whispers.forget(account);
        members.forget(account);
        interactions().ifPresent(all -> all.forget(account));
        typing.forget(account.id());
    }

    @Override
    public Presence presence(RoomId room) {
        return new Presence(-1, typing.in(room));
    }

    @Override
    public void close() {
        interactions().ifPresent(Interactions::close);
        connection.close();
        Ears hearing = ears;
        if (hearing != null) {
            hearing.close();
        }
        Plans telling = plans;
        if (telling != null) {
            telling.close();
        }
    }

    private Optional<Interactions> interactions() {
        return Optional.ofNullable(interactions);
    }

    private void ownCame(DataObject message) {
        posts.came(message);
        sight.noise(message).ifPresent(noise -> Thread.ofVirtual().start(() -> takeAway(noise)));
    }

    private void takeAway(Target noise) {
        try {
            requests.order(
                    Route.Messages.DELETE_MESSAGE.compile(noise.channel(), noise.message()),
                    ErrorResponse.UNKNOWN_MESSAGE);
        } catch (RuntimeException trouble) {
            LOG.debug("A line about a pin stays: {}", trouble.getMessage());
        }
    }

    /** What the connection tells, handed on. */
    private final class Told implements DiscordConnection.News {

        @Override
        public void dispatched(String type, DataObject payload) {
            if (type.equals("READY")) {
                self = payload.getObject("user").getString("id");
            }
            if (isForOne(type, payload)) {
                return;
            }
            Ears hearing = ears;
            if (hearing != null) {
                hearing.dispatched(type, payload);
            }
            Plans telling = plans;
            if (telling != null) {
                telling.dispatched(type, payload);
            }
        }

        /** Hands on what is between one person and the bot; returns whether it was that. */
        private boolean isForOne(String type, DataObject payload) {
            Interactions using = interactions;
            if (using == null) {
                return false;
            }
            if (type.equals("INTERACTION_CREATE")) {
                using.used(payload);
                return true;
            }
            boolean inPrivate = type.startsWith("MESSAGE_") && payload.isNull("guild_id");
            if (inPrivate && isOwn(type, payload)) {
                posts.came(payload);
            } else if (inPrivate) {
                using.saidInPrivate(type, payload);
            }
            return inPrivate;
        }

        private boolean isOwn(String type, DataObject payload) {
            return type.equals("MESSAGE_CREATE")
                    && payload.getObject("author").getString("id").equals(self());
        }

        @Override
        public void began(JDA shard) {
            if (shard.getShardInfo().getShardId() == 0) {
                String application = shard.getSelfUser().getApplicationId();
                interactions().ifPresent(all -> all.register(application));
            }
            Facilitator whom = facilitator;
            if (whom != null) {
                whom.returned(NAME);
            }
        }

        @Override
        public void contentDenied() {
            LOG.warn("{}", voice.say(DiscordPhrase.CONTENT_DENIED));
        }

        @Override
        public void ended(String why) {}
    }
}
