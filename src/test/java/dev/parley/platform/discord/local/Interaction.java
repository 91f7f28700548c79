package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that a person did with the bot, and what came of it. */
public final class Interaction {
    static final Duration TO_ACKNOWLEDGE = Duration.ofSeconds(3);
    private static final Duration LIVES = Duration.ofMinutes(15);

    final World world;
    final long id;
    final String token;
    final User user;
    final Channel channel;
    final int kind;
    final ObjectNode payload;
    /** The message whose button was pressed, or whose modal was sent. */
    final @Nullable MessageRecord source;

    final List<MessageRecord> replies = new ArrayList<>();
    final long began = System.nanoTime();
    final Instant beganAt = Instant.now();
    boolean acknowledged;
    boolean failed;
    boolean expired;

    @Nullable
    Duration acknowledgedAfter;

    @Nullable
    MessageRecord original;

    /** The first that the person sees of an answer. */
    @Nullable
    MessageRecord seen;

    @Nullable
    Modal modal;

    @Nullable
    JsonNode choices;

    Interaction(
            World world,
            long id,
            String token,
            User user,
            Channel channel,
            int kind,
            ObjectNode payload,
            @Nullable MessageRecord source) {
        this.world = world;
        this.id = id;
        this.token = token;
        this.user = user;
        this.channel = channel;
        this.kind = kind;
        this.payload = payload;
        this.source = source;
    }

    /** Waits for what the person sees in answer: a message that is no longer loading, new or changed. */
    public MessageRecord reply() {
        return waitFor("a reply", () -> seen);
    }

    /** Waits until this many messages came in answer, the first included, and gives them all in order. */
    public List<MessageRecord> replies(int count) {
        return waitFor(count + " replies", () -> {
            boolean loading = replies.stream().anyMatch(message -> (message.flags & MessageRecord.LOADING) != 0);
            return loading || replies.size() < count ? null : List.copyOf(replies);
        });
    }

    /** Waits for the form that opens. */
    public Modal modal() {
        return waitFor("a modal", () -> modal);
    }

    /** Waits for what is proposed, by what stands there. */
    public List<String> choices() {
        JsonNode given = waitFor("choices", () -> choices);
        List<String> names = new ArrayList<>();
        given.forEach(choice -> names.add(choice.path("name").asText()));
        return names;
    }

    /** Waits until the bot has acknowledged in any way, and says how long that took. */
    public Duration acknowledged() {
        return waitFor("an acknowledgement", () -> acknowledgedAfter);
    }

    /** Whether Discord has told the person that the application did not respond. */
    public boolean hasFailed() {
        synchronized (world) {
            return failed;
        }
    }

    /** Its fifteen minutes are over from now on. */
    public void expires() {
        synchronized (world) {
            expired = true;
        }
    }

    /** A message has come, or come again, in answer; the first that is not loading is what the person sees. */
    void shows(@Nullable MessageRecord message) {
        if (seen == null && message != null && (message.flags & MessageRecord.LOADING) == 0) {
            seen = message;
        }
        world.notifyAll();
    }

    boolean isOver() {
        return expired || beganAt.plus(LIVES).isBefore(Instant.now());
    }

    private <T> T waitFor(String what, Supplier<@Nullable T> found) {
        long until = System.nanoTime() + User.PATIENCE.toNanos();
        synchronized (world) {
            while (true) {
                T here = found.get();
                if (here != null) {
                    return here;
                }
                long left = (until - System.nanoTime()) / 1_000_000;
                if (failed || left <= 0) {
                    throw new AssertionError("no " + what + " to " + this
                            + (failed ? ": the application did not respond" : "") + "; " + world.violations.all());
                }
                try {
                    world.wait(left);
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                    throw new AssertionError("interrupted", stop);
                }
            }
        }
    }

    @Override
    public String toString() {
        return user.name + "'s interaction "
                + payload.path("data")
                        .path("name")
                        .asText(payload.path("data").path("custom_id").asText());
    }
}
