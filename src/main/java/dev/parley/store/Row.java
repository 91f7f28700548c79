package dev.parley.store;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Effect;
import dev.parley.conversation.MessageId;
import java.time.Instant;
import java.util.Optional;

/**
 * An effect in the outbox.
 *
 * @param stream the conversation that caused it
 * @param lane effects of one lane are carried out in the order of {@code place}; only a lane's first unfinished one can be claimed
 * @param place its place in the lane
 * @param due not before this time
 * @param until later than this it lapses
 * @param effect what to do
 * @param queue in which it waits to be claimed
 * @param state how far it is
 * @param attempts how often it was claimed; without those claims that ended in a queue before anything was sent
 * @param ref the message that came of it, once it stands
 * @param finishedAt when it was finished, once it was
 */
public record Row(
        ConversationId stream,
        String lane,
        long place,
        Instant due,
        Instant until,
        Effect effect,
        String queue,
        State state,
        int attempts,
        Optional<MessageId> ref,
        Optional<Instant> finishedAt) {

    /** The queue of wakes, which wait for nobody. */
    public static final String WAKES = "wake";

    /** The queue of all that is not known to wait for anything but its lane. */
    public static final String USUAL = "";

    /** How far an effect is. */
    public enum State {
        WAITING,
        /** Under somebody's lease. */
        CLAIMED,
        DONE,
        /** Too late, or taken back before it was sent. */
        LAPSED,
        /** The platform refused; shown on the status page, and it stops nobody. */
        PARKED
    }
}
