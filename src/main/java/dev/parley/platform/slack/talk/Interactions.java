package dev.parley.platform.slack.talk;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.parley.conversation.MessageId;
import dev.parley.platform.Account;
import dev.parley.platform.Card;
import dev.parley.platform.Choice;
import dev.parley.platform.Facilitator;
import dev.parley.platform.PrivateGap;
import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import dev.parley.platform.slack.wire.Reader;
import dev.parley.platform.slack.wire.Replies;
import dev.parley.platform.slack.wire.Rooms.Person;
import dev.parley.platform.talk.Dialog;
import dev.parley.platform.talk.Exchange;
import dev.parley.platform.talk.Panel;
import dev.parley.platform.talk.Patience;
import dev.parley.platform.talk.Stopping;
import dev.parley.platform.talk.Talk;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people do with the command, shortcuts, buttons, menus, modals and the App Home, and what they say to the bot in private. What is
 * returned is the acknowledgement, at once: all thinking is done on threads of its own, whatever the database does. Nobody but the one who
 * asked sees the answer. After {@link #close} everything throws {@link RejectedExecutionException}, so that nothing is acknowledged.
 */
public final class Interactions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Interactions.class);
    private static final Duration FOR_LAST_WORDS = Duration.ofSeconds(2);

    private final Means means;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Stopping stopping = new Stopping();
    private final Replies replies;
    private final Windows windows;
    private final Views views;
    private final Askers askers;
    private final PrivateMessages messages;
    private final Talk talk;
    private final Commands commands;
    private final HomeView home;
    private final Homes homes;
    private final HostsPanel panel;

    public Interactions(Means means, Facilitator facilitator, Patience patience) {
        this.means = means;
        this.replies = new Replies(means.api());
        this.windows = new Windows(means.api());
        this.views = new Views(means.voice());
        Groups groups = new Groups(means.api(), means.hosts().groups());
        this.askers = new Askers(means, groups);
        this.messages = new PrivateMessages(means);
        Vocabulary vocabulary =
                new Vocabulary(means.voice(), facilitator.coaching().isPresent());
        this.talk = new Talk(
                facilitator,
                means.voice(),
                new SlackGround(means, askers),
                vocabulary.names(),
                patience,
                stopping,
                threads);
        this.commands = new Commands(vocabulary, talk, means.rooms(), means.names());
        this.home = new HomeView(facilitator, talk, askers, means.rooms().all(), means.voice());
        this.homes = new Homes(home, views, windows);
        this.panel = new HostsPanel(
                means, groups, talk::panel, homes::refresh, where -> new Panel(where, threads, stopping, patience));
    }

    /** A slash command, with its fields as Slack names them: {@code command}, {@code text}, {@code trigger_id}. */
    public @Nullable JsonObject command(JsonObject fields) {
        Deed deed = Deed.command(fields, means.clock().instant());
        Exchange exchange = doing(deed, aside(deed));
        inTheBackground(() -> commands.used(exchange, deed, Reader.text(fields, "text")));
        return null;
    }

    /**
     * Another interaction: {@code block_actions}, {@code view_submission}, {@code view_closed}, {@code shortcut}, {@code message_action},
     * {@code block_suggestion}.
     *
     * @return what the acknowledgement says; null for nothing
     */
    public @Nullable JsonObject used(JsonObject payload) {
        Deed deed = Deed.of(payload, means.clock().instant());
        return switch (Reader.text(payload, "type")) {
            case "block_actions" -> {
                inTheBackground(() -> pressed(deed));
                yield null;
            }
            case "view_submission" -> sent(deed, Deed.written(payload));
            case "message_action" -> {
                inTheBackground(() -> talk.file(doing(deed, aside(deed)), message(deed)));
                yield null;
            }
            case "shortcut" -> {
                inTheBackground(() -> start(deed));
                yield null;
            }
            case "block_suggestion" -> nothingToSuggest();
            // A modal that was closed, and whatever Slack may think of.
            default -> null;
        };
    }

    private static JsonObject nothingToSuggest() {
        JsonObject none = new JsonObject();
        none.add("options", new JsonArray());
        return none;
    }

    /** Hears what happened in a private room while nobody listened. Returns when it is dealt with; it takes its time. */
    public void catchUp(PrivateGap gap) {
        talk.catchUp(gap, messages.history(gap.room()));
    }

    /**
     * An event between one person and the bot: {@code app_home_opened}, or a {@code message} of a direct conversation. It may come again.
     *
     * @return complete when it is safe to acknowledge
     */
    public CompletionStage<Void> event(String team, JsonObject event) {
        if (Reader.text(event, "type").equals("message")) {
            return messages.happened(team, event, talk);
        }
        if (Reader.text(event, "tab").equals("home")) {
            Person person = new Person(team, Reader.text(event, "user"));
            inTheBackground(() -> homes.opened(person));
        }
        return CompletableFuture.completedFuture(null);
    }

    private void pressed(Deed deed) {
        talk.pressed(doing(deed, way(deed)), deed.wish(), deed.picked());
        // What was pressed in the home itself is mostly shown there already, or in a modal that it opened.
        deed.view()
                .filter(view -> view.modal() || deed.wish().name().equals(Choice.MARK))
                .ifPresent(_ -> homes.refresh(deed.person()));
    }

    private Way way(Deed deed) {
        return deed.view()
                .map(view -> view.modal() ? inWindow(deed, view.id(), false) : fromHome(deed))
                .orElseGet(() -> aside(deed));
    }

    /** What was typed is kept whether or not the acknowledgement arrives. */
    private JsonObject sent(Deed deed, Map<String, String> typed) {
        InWindow window = inWindow(deed, deed.view().map(Deed.View::id).orElse(""), true);
        inTheBackground(() -> {
            talk.sent(doing(deed, window), deed.wish(), typed);
            homes.refresh(deed.person());
        });
        JsonObject acknowledgement = new JsonObject();
        acknowledgement.addProperty("response_action", "update");
        acknowledgement.add("view", window.acknowledgement());
        return acknowledgement;
    }

    /** Opens a window at once, and fills it when it is known with what. */
    private void start(Deed deed) {
        Windows.Window window = windows.open(deed, views.waiting());
        windows.change(window.team(), window.id(), views.window(home.start(deed.account())));
    }

    /** Only of messages in our rooms there is anything to file. */
    private Optional<MessageId> message(Deed deed) {
        return askers.here(deed)
                .filter(_ -> !deed.message().isEmpty())
                .map(room -> new MessageId(room, deed.message()));
    }

    private Doing doing(Deed deed, Way way) {
        return new Doing(deed, way, askers, messages, this::opened);
    }

    private Aside aside(Deed deed) {
        return new Aside(means, replies, windows, views, deed);
    }

    private InWindow inWindow(Deed deed, String window, boolean sent) {
        return new InWindow(means, windows, views, stopping, deed, window, sent);
    }

    private Way fromHome(Deed deed) {
        return new FromHome(windows, views, deed, homes::show);
    }

    /** Fills a dialog with what it is about. Nobody waits for that. */
    private void opened(Exchange by, Dialog dialog, Windows.Window window) {
        try {
            inTheBackground(() -> talk.asked(by, dialog)
                    .ifPresent(question -> windows.fill(window, views.dialog(dialog, Optional.of(question)))));
        } catch (RejectedExecutionException closed) {
            LOG.debug("A dialog stays as it is, Parley is stopping");
        }
    }

    /** Shows the hosts how a chat stands, and those who look at their App Home. Returns at once. */
    public void keepInSight(Card card) {
        panel.show(card);
    }

    /** What stands in the way of the panel, in whole sentences. */
    public List<String> troubles() {
        return panel.troubles();
    }

    public void forget(Account account) {
        askers.forget(account);
        talk.forget(account);
        homes.forget(account);
    }

    /** Throws {@link RejectedExecutionException} where Parley is stopping: what is not begun must not be acknowledged. */
    private void inTheBackground(Runnable work) {
        threads.execute(() -> carefully(work));
    }

    private static void carefully(Runnable work) {
        try {
            work.run();
        } catch (Refused | Unreachable trouble) {
            LOG.info("Somebody has no answer: {}", trouble.getMessage());
        } catch (RuntimeException trouble) {
            LOG.error("Somebody has no answer", trouble);
        }
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
