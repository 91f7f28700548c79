package dev.parley.platform.discord.local;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.cache.CacheFlag;

/** JDA as a bot uses it, logged in to a local Discord; keeps what it hears. */
final class JdaClient implements AutoCloseable, EventListener {
    final JDA jda;
    private final BlockingQueue<GenericEvent> heard = new LinkedBlockingQueue<>();

    JdaClient(LocalDiscord discord, EnumSet<GatewayIntent> intents) throws InterruptedException {
        this(discord, intents, 0, 1);
    }

    JdaClient(LocalDiscord discord, EnumSet<GatewayIntent> intents, int shard, int shards) throws InterruptedException {
        String gateway = discord.gateway().toString();
        jda = JDABuilder.createLight(discord.token(), intents)
                .setRestConfig(new RestConfig().setBaseUrl(discord.api().toString()))
                .setSessionController(new ConcurrentSessionController() {
                    @Override
                    public String getGateway() {
                        return gateway;
                    }
                })
                .setContextEnabled(false)
                .useSharding(shard, shards)
                .setBulkDeleteSplittingEnabled(false)
                .enableCache(CacheFlag.SCHEDULED_EVENTS)
                .addEventListeners(this)
                .build()
                .awaitReady();
    }

    static JdaClient usual(LocalDiscord discord) throws InterruptedException {
        return new JdaClient(
                discord,
                EnumSet.of(
                        GatewayIntent.GUILD_MESSAGES,
                        GatewayIntent.GUILD_MESSAGE_REACTIONS,
                        GatewayIntent.SCHEDULED_EVENTS,
                        GatewayIntent.DIRECT_MESSAGES,
                        GatewayIntent.MESSAGE_CONTENT));
    }

    @Override
    public void onEvent(GenericEvent event) {
        heard.add(event);
    }

    /** The next event of a kind; what is of another kind is passed over. */
    <T extends GenericEvent> T next(Class<T> kind) throws InterruptedException {
        List<String> others = new ArrayList<>();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (System.nanoTime() < until) {
            GenericEvent event = heard.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (kind.isInstance(event)) {
                return kind.cast(event);
            }
            others.add(String.valueOf(event));
        }
        throw new AssertionError("no " + kind.getSimpleName() + " among " + others);
    }

    @Override
    public void close() {
        jda.shutdownNow();
    }
}
