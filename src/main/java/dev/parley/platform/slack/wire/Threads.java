package dev.parley.platform.slack.wire;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.conversation.MessageId;
import java.util.Optional;

/** In which thread a message stands. Its name does not say so, but its address on the web has to. */
public final class Threads {
    private final Cache<MessageId, String> roots =
            Caffeine.newBuilder().maximumSize(50_000).build();

    /** A message was heard or said in a thread. */
    public void learn(MessageId message, String root) {
        roots.put(message, root);
    }

    /** The thread of a message, if anybody has told. */
    public Optional<String> of(MessageId message) {
        return Optional.ofNullable(roots.getIfPresent(message));
    }
}
