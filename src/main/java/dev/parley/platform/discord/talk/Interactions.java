package dev.parley.platform.discord.talk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Card;
import dev.parley.platform.Facilitator;
import dev.parley.platform.PrivateGap;
import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import dev.parley.platform.discord.wire.Places;
import dev.parley.platform.talk.Panel;
import dev.parley.platform.talk.Patience;
import dev.parley.platform.talk.Stopping;
import dev.parley.platform.talk.Talk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that people start by a command, a button, a menu or a dialog. Each is acknowledged first and thought about then, on a
 * thread of its own: Discord waits for three seconds, whatever the database does. Nobody but the one who asked sees the answer.
 */
public final class Interactions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Interactions.class);
    private static final Duration FOR_LAST_WORDS = Duration.ofSeconds(2);

    private final Means means;
    private final Patience patience;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Stopping stopping = new Stopping();
    private final Replies replies;
    private final Askers askers;
    private final PrivateMessages messages;
    private final Talk talk;
    private final Commands commands;
    private final Completion completion;
    private final HostsPanel panel;
    private final Registration registration;

    /** What was done lately: a session that is resumed tells some of it again. */
    private final Cache<String, Boolean> used = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofMinutes(20))
            .build();

    /** What rooms are called on Discord. */
    private final Cache<RoomId, String> names =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(10)).build();

    /** Nobody has done anything yet. */
    public Interactions(Means means, Facilitator facilitator, Patience patience) {
        this.means = means;
        this.patience = patience;
        this.replies = new Replies(means.requests());
        Places places = means.places();
        CommandBook book = new CommandBook(
                means.voice(), places.rooms().size() > 1, facilitator.coaching().isPresent());
        this.askers = new Askers(means.hosts(), places, new Standings(means.members(), means.guilds(), means.rights()));
        this.messages = new PrivateMessages(means.requests(), means.voice(), means.self());
        this.talk = new Talk(
                facilitator,
                means.voice(),
                new DiscordGround(means, askers),
                book.names(),
                patience,
                stopping,
                threads);
        this.commands = new Commands(book, talk);
        this.completion = new Completion(talk, book, places.rooms(), this::name);
        this.panel = new HostsPanel(means, talk::panel, where -> new Panel(where, threads, stopping, patience));
        this.registration = new Registration(means.requests(), book, means.voice(), stopping);
    }

    /** Somebody did something. Returns at once. */
    public void used(DataObject told) {
        Interaction.of(told)
                .filter(interaction -> used.asMap().putIfAbsent(interaction.id(), true) == null)
                .ifPresent(interaction -> inTheBackground(() -> use(interaction)));
    }

    /** Something was said in private, changed or deleted there. Returns at once. */
    public void saidInPrivate(String type, DataObject message) {
        messages.dispatch(type, message, talk);
    }

    /** Tells Discord of the commands. Returns at once. */
    public void register(String application) {
        inTheBackground(() -> registration.register(application));
    }

    /** Shows the hosts how a chat stands. */
    public void keepInSight(Card card) {
        panel.show(card);
    }

    /** What stands in the way of commands and of the panel, in whole sentences. */
    public List<String> troubles() {
        List<String> troubles = new ArrayList<>(registration.troubles());
        troubles.addAll(panel.troubles());
        return troubles;
    }

    /** Hears what happened in a private room while nobody listened. Returns when it is dealt with; it takes its time. */
    public void catchUp(PrivateGap gap) {
        talk.catchUp(gap, messages.history(gap.room()));
    }

    /** Lets go of what is remembered of somebody. */
    public void forget(Account account) {
        askers.forget(account);
        talk.forget(account);
    }

    private void inTheBackground(Runnable work) {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException closed) {
            LOG.debug("Too late, Parley is stopping");
        }
    }

    private void use(Interaction interaction) {
        try {
            Answerable exchange = new Answerable(interaction, replies, askers, messages);
            switch (interaction.kind()) {
                case COMMAND -> commands.used(exchange);
                case MENU -> commands.opened(exchange);
                case BUTTON, SELECT ->
                    talk.pressed(
                            exchange, interaction.mark(), interaction.picked().orElse(""));
                case DIALOG -> talk.sent(exchange, interaction.mark(), interaction.written());
                case COMPLETION -> complete(exchange);
            }
        } catch (Refused | Unreachable trouble) {
            // Another instance was told too, or Discord has lost patience.
            LOG.info("No answer to {}: {}", interaction, trouble.getMessage());
        } catch (RuntimeException trouble) {
            LOG.error("No answer to {}", interaction, trouble);
        }
    }

    /** What cannot be found out in time is not proposed; it can be typed all the same. */
    private void complete(Answerable exchange) {
        List<DataObject> choices = CompletableFuture.supplyAsync(() -> completion.propose(exchange), threads)
                .completeOnTimeout(List.of(), patience.proposing().toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(trouble -> {
                    LOG.warn("Nothing can be proposed: {}", trouble.toString());
                    return List.of();
                })
                .join();
        replies.propose(exchange.interaction(), choices);
    }

    private String name(RoomId room) {
        return names.get(
                room,
                one -> means.requests()
                        .get(Route.Channels.GET_CHANNEL.compile(one.id()))
                        .getString("name", one.id()));
    }

    /** Those who still wait get back what they typed, if there is time. */
    @Override
    public void close() {
        stopping.begin();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(FOR_LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("Somebody got no answer, since Parley stopped");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
