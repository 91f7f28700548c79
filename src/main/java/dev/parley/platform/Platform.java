package dev.parley.platform;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import java.util.Optional;

/**
 * A place where people talk. Calls block and may come from several threads; calls for one room come in order. Every call that the
 * platform will not carry out throws {@link Refused}, one that may work later throws {@link Unreachable}.
 */
public interface Platform extends AutoCloseable {

    /** The short name that its rooms carry: {@code "web"}. */
    String name();

    /** What it can do; differences are data. */
    Traits traits();

    /**
     * Begins to listen. What it hears goes to the facilitator; a message is acknowledged to the platform when the returned
     * stage is complete.
     */
    void start(Facilitator facilitator);

    /**
     * Posts. Posting with a key that already stands in the room returns the first message, as far as the platform can tell.
     *
     * @return the message, as the platform names it
     */
    MessageId post(Outgoing post);

    /** Says a post of ours anew, in place. A message that is gone is no error. */
    void edit(MessageId message, Outgoing now);

    /** Takes a post of ours away. A message that is gone is no error. */
    void remove(MessageId message);

    /** Shows the receipt for a message in place of an earlier one; none takes it away. */
    void receipt(MessageId message, Mark mark);

    /** Says something to one person alone. Never said anywhere else: throws {@link Refused} where it cannot be private. */
    void whisper(Account to, Outgoing words);

    /** Keeps the state of the chat in sight of a room, in place of what it showed before. */
    void keepInSight(RoomId room, Card card);

    /** The message that was posted with this key, where the platform can tell. */
    Optional<MessageId> find(RoomId room, String key);

    /** Lets go of everything that it holds of an account and of what that account said. */
    void forget(Account account);

    /** Who is there just now. */
    Presence presence(RoomId room);

    /** Stops listening and posting. */
    @Override
    void close();
}
