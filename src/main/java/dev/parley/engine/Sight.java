package dev.parley.engine;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Story;
import dev.parley.store.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the jobs of one batch see: the stories, as they stand, and the store. */
final class Sight {

    private final Batch batch;
    private final Reading reading;
    private final String community;
    private Optional<List<Conversation>> open = Optional.empty();

    Sight(Batch batch, Reading reading, String community) {
        this.batch = batch;
        this.reading = reading;
        this.community = community;
    }

    /** A story. Throws {@link IllegalArgumentException} where nobody knows stories of its kind. */
    Story story(ConversationId id) {
        return batch.story(id, reading);
    }

    /** A chat; nothing is known of one whose name is that of another kind of story, whoever asks for it. */
    Conversation chat(ConversationId id) {
        return id.isChat() ? (Conversation) story(id) : new Conversation(id);
    }

    /** All chats that are planned, running or in their slow time. */
    List<Conversation> open() {
        if (open.isEmpty()) {
            open = Optional.of(
                    reading.openStreams(community).stream().map(this::chat).toList());
        }
        return open.get();
    }

    /** A story has begun. */
    void changed() {
        open = Optional.empty();
    }

    /** The store with all that was decided so far, which is written for it. */
    Reading store() {
        batch.keep();
        return reading;
    }

    /** The store as it was when this batch began: what is being decided is not in it yet. */
    Reading before() {
        return reading;
    }

    Instant now() {
        return batch.now();
    }

    String community() {
        return community;
    }
}
