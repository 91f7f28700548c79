package dev.parley.engine;

import dev.parley.conversation.ConversationId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** Who wants to know when a conversation has changed. */
final class Watchers {

    private final Map<ConversationId, List<Runnable>> watching = new ConcurrentHashMap<>();

    AutoCloseable watch(ConversationId chat, Runnable changed) {
        Runnable once = oneAtATime(changed);
        watching.computeIfAbsent(chat, _ -> new CopyOnWriteArrayList<>()).add(once);
        return () -> watching.computeIfPresent(chat, (_, all) -> {
            all.remove(once);
            return all.isEmpty() ? null : all;
        });
    }

    /** Changes that come while one is being told are told together, afterwards. */
    private static Runnable oneAtATime(Runnable changed) {
        AtomicBoolean telling = new AtomicBoolean();
        AtomicBoolean more = new AtomicBoolean();
        return () -> {
            more.set(true);
            if (telling.compareAndSet(false, true)) {
                Thread.ofVirtual().start(() -> {
                    do {
                        while (more.getAndSet(false)) {
                            changed.run();
                        }
                        telling.set(false);
                    } while (more.get() && telling.compareAndSet(false, true));
                });
            }
        };
    }

    void changed(Set<ConversationId> chats) {
        chats.forEach(chat -> watching.getOrDefault(chat, List.of()).forEach(Runnable::run));
    }
}
