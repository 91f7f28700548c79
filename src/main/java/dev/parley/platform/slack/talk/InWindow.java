package dev.parley.platform.slack.talk;

import com.google.gson.JsonObject;
import dev.parley.platform.Refused;
import dev.parley.platform.slack.wire.Keyed;
import dev.parley.platform.slack.wire.Rooms.Channel;
import dev.parley.platform.slack.wire.SlackPhrase;
import dev.parley.platform.talk.Dialog;
import dev.parley.platform.talk.Saying;
import dev.parley.platform.talk.Stopping;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Answers within a modal, one after another. One that was just sent off shows the first answer with the acknowledgement. Where the person
 * has closed it, what they typed is given back in private.
 */
final class InWindow implements Way {
    /** Well within the three seconds that Slack waits. */
    private static final Duration FOR_THE_FIRST = Duration.ofMillis(1_500);

    /** An answer that overtakes the acknowledgement would be covered by it. */
    private static final Duration TO_ARRIVE = Duration.ofSeconds(1);

    private final Means means;
    private final Windows windows;
    private final Views views;
    private final Stopping stopping;
    private final Deed deed;
    private final String window;
    private final boolean sent;
    private final CompletableFuture<Optional<Saying>> first;
    private int givenBack;

    /**
     * In one that is open.
     *
     * @param sent whether it was just sent off, so that the acknowledgement can show something
     */
    InWindow(Means means, Windows windows, Views views, Stopping stopping, Deed deed, String window, boolean sent) {
        this.means = means;
        this.windows = windows;
        this.views = views;
        this.stopping = stopping;
        this.deed = deed;
        this.window = window;
        this.sent = sent;
        this.first = sent ? new CompletableFuture<>() : CompletableFuture.completedFuture(Optional.empty());
    }

    /** What the modal shows with the acknowledgement: the first answer, if it comes in time. */
    JsonObject acknowledgement() {
        return first().map(views::saying).orElseGet(views::waiting);
    }

    private Optional<Saying> first() {
        try {
            return first.get(FOR_THE_FIRST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return first.complete(Optional.empty()) ? Optional.empty() : first.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        }
    }

    @Override
    public void think() {}

    @Override
    public void thinkInPlace() {}

    /** Instead of what it shows. */
    @Override
    public Windows.Window open(Dialog dialog) {
        return windows.change(deed.team(), window, views.dialog(dialog, Optional.empty()))
                .orElseThrow(() -> new Refused(means.voice().say(SlackPhrase.MESSAGE_GONE)));
    }

    @Override
    public void say(Saying saying) {
        if (first.complete(Optional.of(saying))) {
            return;
        }
        if (sent) {
            stopping.pause(TO_ARRIVE);
        }
        boolean closed =
                windows.change(deed.team(), window, views.saying(saying)).isEmpty();
        if (closed && saying.typed().isPresent()) {
            giveBack(saying);
        }
    }

    @Override
    public void add(Saying saying) {
        say(saying);
    }

    private void giveBack(Saying saying) {
        Channel channel = means.whispers().channel(deed.person());
        List<Rendering.Shown> messages = Rendering.messages(saying);
        for (Rendering.Shown message : messages) {
            Keyed key = new Keyed("typed/" + deed.id(), givenBack++);
            means.messages().say(channel, null, key, message.words(), message.below());
        }
    }
}
