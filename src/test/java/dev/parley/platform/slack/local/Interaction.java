package dev.parley.platform.slack.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that a person started, and what came of it. What is asked for is waited for. */
public final class Interaction {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    static final Duration TRIGGER_LIFE = Duration.ofSeconds(3);
    static final int MOST_RESPONSES = 5;
    final Person person;
    final @Nullable Channel channel;
    final @Nullable Message about;
    final String triggerId;
    final String responseId;
    final List<Message> replies = new ArrayList<>();
    final Map<String, String> errors = new LinkedHashMap<>();
    private final long born = System.nanoTime();
    int responses;
    boolean triggerUsed;
    boolean finished;

    @Nullable
    View opened;

    Courier.@Nullable Reply reply;

    Interaction(Person person, @Nullable Channel channel, @Nullable Message about) {
        World world = person.workspace.world;
        this.person = person;
        this.channel = channel;
        this.about = about;
        triggerId = world.ids.next("") + "." + world.ids.next("") + "." + world.ids.time();
        responseId = world.ids.next("R");
        world.triggers.put(triggerId, this);
        world.responses.put(responseId, this);
    }

    boolean triggerHasExpired() {
        return System.nanoTime() - born > TRIGGER_LIFE.toNanos();
    }

    String responseUrl() {
        return person.workspace.world.address + "/response/" + responseId;
    }

    /** Whether the app acknowledged it within three seconds; waits until that is known. */
    public boolean isAcknowledged() {
        return present(() -> reply, "an acknowledgement or none").acknowledged();
    }

    /** The first answer: with the acknowledgement, or later. */
    public Message reply() {
        return replies(1).getFirst();
    }

    /** The answers, when there are that many. */
    public List<Message> replies(int count) {
        return present(() -> replies.size() < count ? null : List.copyOf(replies), count + " answers");
    }

    /** The modal that it opened. */
    public View modal() {
        return present(() -> opened, "a modal");
    }

    /** What the app found wrong in a modal, by block; empty where nothing. Waits until the app has answered. */
    public Map<String, String> errors() {
        return present(() -> finished ? Map.copyOf(errors) : null, "an answer to the modal");
    }

    private <T> T present(Supplier<@Nullable T> wanted, String what) {
        World world = person.workspace.world;
        long end = System.nanoTime() + PATIENCE.toNanos();
        synchronized (world) {
            while (true) {
                T found = wanted.get();
                if (found != null) {
                    return found;
                }
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new AssertionError(
                            "no " + what + " for " + person + "; wrong so far: " + world.violations.all());
                }
                try {
                    world.wait(left);
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(stop);
                }
            }
        }
    }
}
