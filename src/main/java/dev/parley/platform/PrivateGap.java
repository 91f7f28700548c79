package dev.parley.platform;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import java.time.Instant;
import java.util.Set;

/**
 * A private room in which something may have been said that nobody heard.
 *
 * @param with whose it is
 * @param from what was said before it is left out
 * @param spokenOf what was said before it is too long ago to be asked about: it is kept where it is clear to what it belongs, else let be
 * @param known what coaching keeps of it since then
 */
public record PrivateGap(Account with, RoomId room, Instant from, Instant spokenOf, Set<MessageId> known) {

    public PrivateGap {
        known = Set.copyOf(known);
    }
}
