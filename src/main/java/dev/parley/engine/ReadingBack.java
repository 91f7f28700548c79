package dev.parley.engine;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Heard;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Stage;
import dev.parley.platform.Incoming;
import dev.parley.platform.Platform;
import dev.parley.platform.Unreachable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what was said, edited and deleted while nobody listened. What a platform's history has since a chat opened is heard again,
 * which changes nothing where nothing was missed.
 */
final class ReadingBack {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingBack.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Scribe scribe;
    private final Map<String, Platform> platforms;
    private final Function<Incoming, CompletionStage<Void>> hear;
    private final Map<String, AtomicInteger> wanted = new ConcurrentHashMap<>();
    private volatile boolean closing;

    ReadingBack(Scribe scribe, Map<String, Platform> platforms, Function<Incoming, CompletionStage<Void>> hear) {
        this.scribe = scribe;
        this.platforms = platforms;
        this.hear = hear;
    }

    private record Gap(RoomId room, Instant from, Set<MessageId> known) {}

    /** Reads back all open chats in the rooms of a platform, and tries again until it could. Returns at once. */
    void platform(String name) {
        Platform platform = platforms.get(name);
        if (platform != null && platform.traits().remembers()) {
            AtomicInteger requests = wanted.computeIfAbsent(name, _ -> new AtomicInteger());
            if (requests.getAndIncrement() == 0) {
                Thread.ofVirtual().name("reading back " + name).start(() -> untilDone(platform, requests));
            }
        }
    }

    private void untilDone(Platform platform, AtomicInteger requests) {
        int done;
        do {
            done = requests.get();
            rooms(platform);
        } while (!closing && requests.addAndGet(-done) > 0);
    }

    private void rooms(Platform platform) {
        for (Gap gap : gaps(platform.name())) {
            int attempt = 0;
            while (!closing && !read(platform, gap, attempt++)) {
                LOG.info("{} cannot be read back yet", gap.room());
            }
        }
    }

    private boolean read(Platform platform, Gap gap, int attempt) {
        try {
            read(platform, gap);
            return true;
        } catch (Unreachable unreachable) {
            Duration own = Duration.ofMillis(500L << Math.min(attempt, 6));
            Duration wait = unreachable.patience().compareTo(own) > 0 ? unreachable.patience() : own;
            pause(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
            return false;
        } catch (RuntimeException trouble) {
            LOG.warn("{} could not be read back: {}", gap.room(), trouble.getMessage());
            return true;
        }
    }

    private void pause(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException _) {
            closing = true;
        }
    }

    private List<Gap> gaps(String platform) {
        return scribe.look(sight -> sight.open().stream()
                        .filter(ReadingBack::listens)
                        .flatMap(chat -> chat.plan().rooms().stream()
                                .filter(room -> room.platform().equals(platform))
                                .map(room -> gap(chat, room)))
                        .toList())
                .join();
    }

    private static boolean listens(Conversation chat) {
        return chat.stage() instanceof Stage.Running || chat.stage() instanceof Stage.Slow;
    }

    private static Gap gap(Conversation chat, RoomId room) {
        Set<MessageId> known = chat.messages().stream()
                .map(Heard::message)
                .filter(message -> message.room().equals(room))
                .collect(Collectors.toUnmodifiableSet());
        return new Gap(room, chat.openedAt().orElseThrow(), known);
    }

    private void read(Platform platform, Gap gap) {
        List<Incoming> told = platform.since(gap.room(), gap.from(), gap.known());
        CompletableFuture<?>[] heard = told.stream()
                .map(hear)
                .map(CompletionStage::toCompletableFuture)
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(heard).join();
    }

    /** Reads back one chat in one room, once, before something is made of it. Throws what the platform throws. */
    void chat(ConversationId id, RoomId room) {
        Platform platform = platforms.get(room.platform());
        if (platform == null || !platform.traits().remembers()) {
            return;
        }
        Optional<Gap> gap = scribe.look(sight -> Optional.of(sight.chat(id))
                        .filter(Conversation::exists)
                        .filter(ReadingBack::listens)
                        .map(chat -> gap(chat, room)))
                .join();
        gap.ifPresent(some -> read(platform, some));
    }

    /** Stops trying. */
    void close() {
        closing = true;
    }
}
