package dev.parley.engine;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Stage;
import dev.parley.platform.Platform;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks now and then whether anything stands in the way of the chats that are open or near. */
final class Preflight {

    private static final Logger LOG = LoggerFactory.getLogger(Preflight.class);
    private static final Duration NEAR = Duration.ofDays(1);

    private final Scribe scribe;
    private final Map<String, Platform> platforms;
    private final Consumer<RoomId> mended;
    private final AtomicBoolean looking = new AtomicBoolean();
    private final Map<RoomId, List<String>> troubles = new ConcurrentHashMap<>();

    /**
     * @param mended told when nothing stands in the way of a room any more
     */
    Preflight(Scribe scribe, Map<String, Platform> platforms, Consumer<RoomId> mended) {
        this.scribe = scribe;
        this.platforms = platforms;
        this.mended = mended;
    }

    /** What stood in the way of a room when it was last looked at. */
    List<String> troubles(RoomId room) {
        return troubles.getOrDefault(room, List.of());
    }

    /** Looks at all rooms of chats that are near or open, unless that is being done already. */
    void look() {
        if (looking.compareAndSet(false, true)) {
            try {
                lookAtAll();
            } catch (RuntimeException trouble) {
                LOG.warn("Nothing could be checked: {}", trouble.getMessage());
            } finally {
                looking.set(false);
            }
        }
    }

    private void lookAtAll() {
        Set<RoomId> rooms = scribe.look(sight -> sight.open().stream()
                        .filter(chat -> isNear(chat, sight))
                        .flatMap(chat -> chat.plan().rooms().stream())
                        .collect(Collectors.toSet()))
                .join();
        troubles.keySet().retainAll(rooms);
        rooms.forEach(this::look);
    }

    private static boolean isNear(Conversation chat, Sight sight) {
        return !(chat.stage() instanceof Stage.Waiting)
                || chat.plan().start().isBefore(sight.now().plus(NEAR));
    }

    private void look(RoomId room) {
        Platform platform = platforms.get(room.platform());
        if (platform == null) {
            return;
        }
        try {
            List<String> now = platform.check(room);
            List<String> before = troubles.put(room, now);
            if (now.isEmpty() && before != null && !before.isEmpty()) {
                mended.accept(room);
            } else if (!now.isEmpty() && !now.equals(before)) {
                LOG.warn("{}: {}", room, String.join(" ", now));
            }
        } catch (RuntimeException trouble) {
            LOG.warn("{} could not be checked: {}", room, trouble.getMessage());
        }
    }
}
