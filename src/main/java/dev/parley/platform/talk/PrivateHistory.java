package dev.parley.platform.talk;

import dev.parley.conversation.MessageId;
import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a platform remembers of the private room with one person. */
public interface PrivateHistory {

    /** The message that is named so as a {@link PrivateWord}; empty where it stands in another room. */
    Optional<MessageId> message(String id);

    /** How a message is named as a {@link PrivateWord}. */
    String id(MessageId message);

    /**
     * Reads it. Blocks; throws {@link Refused} or {@link Unreachable} where it cannot be read.
     *
     * @param from what was said before it is left out
     * @param known what is kept of it
     */
    Past since(Instant from, Set<MessageId> known);

    /**
     * How it stands there now.
     *
     * @param words what the person said, in order
     * @param gone those of what is kept that do not stand there any more, with when they were said
     * @param oldest when the first of all messages was said that stand there; empty where none does
     */
    record Past(List<Found> words, Map<MessageId, Instant> gone, Optional<Instant> oldest) {}

    /**
     * Something that stands there.
     *
     * @param dealtWith whether it has a receipt or an answer of ours
     */
    record Found(PrivateWord word, boolean dealtWith) {}
}
