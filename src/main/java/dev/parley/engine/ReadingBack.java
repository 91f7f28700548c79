package dev.parley.engine;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Heard;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Incoming;
import dev.parley.platform.Platform;
import dev.parley.platform.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what was said, edited and deleted while nobody listened. What a platform's history has since a chat opened is heard again,
 * which changes nothing where nothing was missed.
 */
final class ReadingBack {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingBack.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration AFTER_THE_END = Duration.ofDays(2);
    private static final int LATEST = 50;

    private final Scribe scribe;
    private final Map<String, Platform> platforms;
    private final Function<Incoming, CompletionStage<Void>> hear;
    private final Map<String, Rounds> rounds = new ConcurrentHashMap<>();
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
            rounds.computeIfAbsent(name, _ -> new Rounds("reading back " + name, () -> rooms(platform), () -> closing))
                    .wish();
        }
    }

    /** Goes round the rooms until each could be read; one that cannot holds up no other. */
    private void rooms(Platform platform) {
        Optional<List<Gap>> left = Optional.empty();
        for (int attempt = 0; !closing; attempt++) {
            try {
                left = Optional.of(unread(platform, left.orElseGet(() -> gaps(platform.name()))));
                if (left.get().isEmpty()) {
                    return;
                }
            } catch (RuntimeException trouble) {
                LOG.warn("{} cannot be read back yet: {}", platform.name(), trouble.getMessage());
            }
            Duration wait = Duration.ofMillis(500L << Math.min(attempt, 6));
            pause(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        }
    }

    /** Reads what can be read, and returns the others. Whoever is refused is told of again when that has changed. */
    private List<Gap> unread(Platform platform, List<Gap> gaps) {
        List<Gap> left = new ArrayList<>();
        for (Gap gap : gaps) {
            try {
                read(platform, gap);
            } catch (Refused refused) {
                LOG.warn("{} may not be read back: {}", gap.room(), refused.why());
            } catch (RuntimeException trouble) {
                LOG.info("{} cannot be read back yet: {}", gap.room(), trouble.getMessage());
                left.add(gap);
            }
        }
        return left;
    }

    private void pause(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException _) {
            closing = true;
        }
    }

    private List<Gap> gaps(String platform) {
        return scribe.look(sight -> lately(sight).stream()
                        .flatMap(chat -> chat.plan().rooms().stream()
                                .filter(room -> room.platform().equals(platform))
                                .map(room -> gap(chat, room)))
                        .toList())
                .join();
    }

    /** The chats that are open, and those that ended lately: what is deleted there goes from their recaps too. */
    static List<Conversation> lately(Sight sight) {
        Instant since = sight.now().minus(AFTER_THE_END);
        Stream<Conversation> ended = sight.store().endedStreams(sight.community(), LATEST).stream()
                .map(sight::chat)
                .filter(chat ->
                        chat.exists() && chat.closedAt().filter(since::isBefore).isPresent());
        return Stream.concat(sight.open().stream(), ended)
                .filter(chat -> chat.openedAt().isPresent())
                .toList();
    }

    private static Gap gap(Conversation chat, RoomId room) {
        Set<MessageId> known = chat.messages().stream()
                .map(Heard::message)
                .filter(message -> message.room().equals(room))
                .collect(Collectors.toUnmodifiableSet());
        return new Gap(room, chat.openedAt().orElseThrow().minus(Routing.CLOCKS_DIFFER), known);
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
                        .filter(chat -> chat.openedAt().isPresent())
                        .map(chat -> gap(chat, room)))
                .join();
        gap.ifPresent(some -> read(platform, some));
    }

    /** Stops trying. */
    void close() {
        closing = true;
    }
}
