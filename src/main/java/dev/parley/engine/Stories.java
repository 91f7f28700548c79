package dev.parley.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Fact;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Story;
import dev.parley.conversation.Words;
import dev.parley.store.Kept;
import dev.parley.store.Reading;
import dev.parley.store.Stored;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The folded stories. Belongs to the scribe's thread. */
final class Stories {

    private final StoryKinds kinds;
    private final Cache<ConversationId, Story> folded;

    /**
     * No story is known yet.
     *
     * @param cached how many are kept folded; 0 folds each one anew each time
     * @param kinds the kinds there are besides chats
     */
    Stories(long cached, StoryKinds kinds) {
        this.kinds = kinds;
        this.folded = Caffeine.newBuilder()
                .maximumSize(cached)
                .executor(Runnable::run)
                .build();
    }

    /** A story as the store has it now; one of which nothing is known does not {@link Story#exists exist}. */
    Story of(ConversationId id, Reading store) {
        Story known = folded.getIfPresent(id);
        Story story = known == null ? blank(id) : known;
        List<Stored> tail = store.events(id, story.version());
        if (!tail.isEmpty()) {
            Map<MessageId, Kept> kept = store.words(id);
            Words words = message -> Optional.ofNullable(kept.get(message)).map(Kept::words);
            tail.forEach(stored -> story.apply(stored.happened(), words));
        }
        if (known == null) {
            folded.put(id, story);
        }
        return story;
    }

    /** Throws {@link IllegalArgumentException} where nobody knows stories of that kind. */
    private Story blank(ConversationId id) {
        return id.isChat() ? new Conversation(id) : kinds.of(id).blank(id);
    }

    /** What something that happens in a story asks of others. */
    List<Step> following(Story story, Fact fact, Words words) {
        return kinds.following().of(story, fact, words);
    }

    /** Lets everything go. */
    void forgetAll() {
        folded.invalidateAll();
    }

    /** Lets a folded story go that may not be what the store has. */
    void forget(ConversationId id) {
        folded.invalidate(id);
    }
}
