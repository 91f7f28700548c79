package dev.parley.platform.discord;

import dev.parley.platform.Pauses;
import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import dev.parley.platform.discord.wire.DiscordPhrase;
import dev.parley.voice.Voice;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.ExceptionEvent;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.RawGatewayEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.SessionController;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import net.dv8tion.jda.internal.JDAImpl;
import net.dv8tion.jda.internal.handle.SocketHandler;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * JDA, up and down. It starts again by itself without the content of messages where that is not granted, and while Discord cannot
 * be reached; it stays down where only a person can help: an unknown token, shards that do not fit.
 */
final class DiscordConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordConnection.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration FOR_A_PERSON_TO_HELP = Duration.ofMinutes(5);
    private static final Duration AT_MOST_TO_CLOSE = Duration.ofSeconds(2);
    private static final int IDLE_CONNECTIONS = 50;

    /** What is listened to. Presences and members are nobody's business here. */
    private static final Set<GatewayIntent> INTENTS = EnumSet.of(
            GatewayIntent.GUILD_MESSAGES,
            GatewayIntent.GUILD_MESSAGE_REACTIONS,
            GatewayIntent.GUILD_MESSAGE_TYPING,
            GatewayIntent.SCHEDULED_EVENTS,
            GatewayIntent.DIRECT_MESSAGES);

    private static final Set<String> READ_RAW =
            Set.of("MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE", "MESSAGE_DELETE_BULK", "INTERACTION_CREATE");

    private final DiscordSettings settings;
    private final Voice voice;
    private final Interceptor toll;
    private final News news;
    private final SessionController controller;

    // A request that waits for its turn or its channel's limit costs a virtual thread and holds up no other channel.
    private final ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor();

    private volatile @Nullable ShardManager shards;
    private volatile boolean content;
    private volatile boolean closed;
    private volatile @Nullable String ended;

    /** What the connection tells. Called on the threads that read the gateway: must not wait for anything. */
    interface News {

        /** Something was dispatched, in the order of its shard; after a session was resumed, some of it again. */
        void dispatched(String type, DataObject payload);

        /** A session of a shard is new: what happened since the one before was not told. */
        void began(JDA shard);

        /** Messages arrive without their words, but those that mention the bot and those in private. */
        void contentDenied();

        /** Nothing more will come until a person helps; the sentence says how. */
        void ended(String why);
    }

    DiscordConnection(DiscordSettings settings, Voice voice, Interceptor toll, News news) {
        this.settings = settings;
        this.voice = voice;
        this.toll = toll;
        this.news = news;
        this.content = settings.content();
        // What JDA writes for us by itself (answers to commands) pings nobody either.
        MessageRequest.setDefaultMentions(EnumSet.noneOf(Message.MentionType.class));
        this.controller = new Gateway(settings.gateway(), settings.shards().total());
    }

    /**
     * Logs in and begins to listen. Where Discord cannot be reached it goes on trying. Throws {@link Refused} where it does not know
     * the token.
     */
    void open() {
        try {
            logIn();
        } catch (Refused refused) {
            throw refused;
        } catch (RuntimeException trouble) {
            LOG.warn("Discord cannot be reached yet: {}", trouble.getMessage());
            Thread.ofVirtual().name("discord-login").start(this::tryAgain);
        }
    }

    private void tryAgain() {
        Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
        while (!closed) {
            try {
                Thread.sleep(pauses.next());
                logIn();
                return;
            } catch (Refused refused) {
                end(refused.why());
                return;
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException trouble) {
                LOG.warn("Discord still cannot be reached: {}", trouble.getMessage());
            }
        }
    }

    private synchronized void logIn() {
        shards = manager();
        if (closed) {
            shutDown();
        }
    }

    private ShardManager manager() {
        EnumSet<GatewayIntent> intents = EnumSet.copyOf(INTENTS);
        if (content) {
            intents.add(GatewayIntent.MESSAGE_CONTENT);
        }
        try {
            // "Light": of people nobody is cached, of places what permissions are made of.
            return DefaultShardManagerBuilder.createLight(settings.token(), intents)
                    .setShardsTotal(settings.shards().total())
                    .setShards(settings.shards().first(), settings.shards().last())
                    .setRestConfig(new RestConfig().setBaseUrl(settings.api().toString()))
                    .setSessionController(controller)
                    .setHttpClientBuilder(client())
                    .setRateLimitElastic(waiting, false)
                    .setCallbackPool(waiting, false)
                    .setRequestTimeoutRetry(false)
                    .setRawEventsEnabled(true)
                    .setBulkDeleteSplittingEnabled(false)
                    .setContextEnabled(false)
                    .setEnableShutdownHook(false)
                    // A community's talk is little; what counts is how soon it is read.
                    .setCompression(Compression.NONE)
                    .addEventListeners((EventListener) this::happened)
                    .build();
        } catch (InvalidTokenException unknown) {
            throw new Refused(voice.say(DiscordPhrase.TOKEN_UNKNOWN));
        } catch (ErrorResponseException trouble) {
            if (trouble.getResponse().code == 401) {
                throw new Refused(voice.say(DiscordPhrase.TOKEN_UNKNOWN));
            }
            throw trouble;
        }
    }

    /** No limit for a whole call: it may have to wait for its leave. OkHttp repeats nothing: that would pass by the toll. */
    private OkHttpClient.Builder client() {
        return new OkHttpClient.Builder()
                .addInterceptor(toll)
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.MINUTES))
                .retryOnConnectionFailure(false);
    }

    private void happened(GenericEvent event) {
        switch (event) {
            case RawGatewayEvent raw -> news.dispatched(raw.getType(), raw.getPayload());
            case ReadyEvent ready -> {
                withoutBuildingMessages(ready.getJDA());
                news.began(ready.getJDA());
            }
            case SessionRecreateEvent anew -> news.began(anew.getJDA());
            case ShutdownEvent shutdown -> shut(shutdown);
            case ExceptionEvent trouble when !trouble.isLogged() -> LOG.warn("Trouble within JDA", trouble.getCause());
            default -> {}
        }
    }

    /** Messages and interactions are read raw: a third of what one costs is what JDA would build of it for nobody. */
    private static void withoutBuildingMessages(JDA shard) {
        JDAImpl inner = (JDAImpl) shard;
        SocketHandler nothing = new SocketHandler.NOPHandler(inner);
        inner.getClient().getHandlers().replaceAll((type, handler) -> READ_RAW.contains(type) ? nothing : handler);
    }

    private void shut(ShutdownEvent event) {
        if (closed) {
            return;
        }
        switch (event.getCode()) {
            case 4004 -> end(voice.say(DiscordPhrase.TOKEN_UNKNOWN));
            case 4010, 4011 -> end(voice.say(DiscordPhrase.SHARDS_DO_NOT_FIT));
            case 4013, 4014 -> withoutContent(event.getJDA().getShardManager());
            default -> {}
        }
    }

    /** Each shard is refused by itself; the first starts all of them again. */
    private synchronized void withoutContent(@Nullable ShardManager refused) {
        if (refused == null || refused != shards) {
            return;
        }
        if (!content) {
            end(voice.say(DiscordPhrase.INTENTS_REFUSED));
            return;
        }
        content = false;
        shards = null;
        news.contentDenied();
        Thread.ofVirtual().name("discord-login").start(() -> {
            refused.shutdown();
            open();
        });
    }

    private void end(String why) {
        ended = why;
        LOG.error("{}", why);
        news.ended(why);
    }

    /** Whether messages arrive with their words. */
    boolean hasContent() {
        return content;
    }

    /**
     * One of the shards, to send requests with. Always the same while it lives, so that what JDA learns of limits is in one place.
     * Throws {@link Unreachable} while there is none.
     */
    JDA anyShard() {
        String why = ended;
        if (why != null) {
            throw new Unreachable(why, FOR_A_PERSON_TO_HELP);
        }
        ShardManager now = shards;
        JDA shard = now == null ? null : now.getShardById(settings.shards().first());
        if (shard == null) {
            throw new Unreachable(voice.say(DiscordPhrase.NOT_CONNECTED), Duration.ZERO);
        }
        return shard;
    }

    @Override
    public void close() {
        closed = true;
        shutDown();
        waiting.shutdownNow();
    }

    /** Lets requests that are on their way arrive, and does not wait for those that wait themselves. */
    private void shutDown() {
        ShardManager now = shards;
        if (now == null) {
            return;
        }
        now.shutdown();
        try {
            for (JDA shard : now.getShards()) {
                if (!shard.awaitShutdown(AT_MOST_TO_CLOSE)) {
                    shard.shutdownNow();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Knows where the gateway is. JDA asks for its address anew whenever a connection fails, and where that question fails in turn
     * it may never ask again: so the answer is kept.
     */
    private static final class Gateway extends ConcurrentSessionController {
        private final int total;
        private volatile @Nullable String address;
        private final boolean given;
        private int concurrency = 1;

        Gateway(Optional<URI> address, int total) {
            this.address = address.map(URI::toString).orElse(null);
            this.given = address.isPresent();
            this.total = total;
        }

        /** Setting it forgets when the last session began, and Discord wants five seconds between two. */
        @Override
        public void setConcurrency(int level) {
            if (level != concurrency) {
                concurrency = level;
                super.setConcurrency(level);
            }
        }

        @Override
        public String getGateway() {
            String known = address;
            return known == null ? super.getGateway() : known;
        }

        @Override
        public ShardedGateway getShardedGateway(JDA api) {
            String known = address;
            if (given && known != null) {
                return new ShardedGateway(known, total, 1);
            }
            ShardedGateway asked = super.getShardedGateway(api);
            address = asked.getUrl();
            return asked;
        }
    }
}
