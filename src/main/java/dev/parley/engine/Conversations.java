package dev.parley.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Words;
import dev.parley.store.Kept;
import dev.parley.store.Reading;
import dev.parley.store.Stored;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The folded conversations. Belongs to the scribe's thread. */
final class Conversations {

    private final Cache<ConversationId, Conversation> folded;

    /**
     * No conversation is known yet.
     *
     * @param cached how many are kept folded; 0 folds each one anew each time
     */
    Conversations(long cached) {
        this.folded = Caffeine.newBuilder()
                .maximumSize(cached)
                .executor(Runnable::run)
                .build();
    }

    /** A conversation as the store has it now; one of which nothing is known does not {@link Conversation#exists exist}. */
    Conversation of(ConversationId id, Reading store) {
        Conversation known = folded.getIfPresent(id);
        Conversation chat = known == null ? new Conversation(id) : known;
        List<Stored> tail = store.events(id, chat.version());
        if (!tail.isEmpty()) {
            Map<MessageId, Kept> kept = store.words(id);
            Words words = message -> Optional.ofNullable(kept.get(message)).map(Kept::words);
            tail.forEach(stored -> chat.apply(stored.happened(), words));
        }
        if (known == null) {
            folded.put(id, chat);
        }
        return chat;
    }

    /** Lets everything go. */
    void forgetAll() {
        folded.invalidateAll();
    }

    /** Lets a folded conversation go that may not be what the store has. */
    void forget(ConversationId id) {
        folded.invalidate(id);
    }
}
