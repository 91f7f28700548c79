package dev.parley.platform;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
     * Posts. Posting with a key that already stands in the room returns the first message, as far as the platform can tell. Throws
     * {@link NotYet} in a private room where too much was posted in such rooms just now.
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

    /**
     * The private room with one person, opened where there is none yet. What is posted there, that person alone sees. Throws
     * {@link Refused} where there cannot be one, and {@link NotYet} where too many were opened just now.
     */
    RoomId privately(Account to);

    /**
     * Keeps the state of the chat in sight of a room, in place of what it showed before; and in sight of its hosts, where the platform
     * shows them a panel.
     */
    void keepInSight(Card card);

    /**
     * Brings the platform's own scheduled event up to date, or sets it up.
     *
     * @param standing the event as the platform names it, once there is one
     * @return how the platform names it; empty where it has no such things
     */
    Optional<MessageId> occasion(Occasion occasion, Optional<MessageId> standing);

    /**
     * The message that was posted with this key, where the platform can tell: for a post of which we do not know whether it was sent.
     * What belongs to the post and is missing (its thread) is made good.
     */
    Optional<MessageId> find(Outgoing post);

    /**
     * What happened in a room and its threads since a time, told again: every person's message that stands there now, in order, and
     * {@link Incoming.Unsaid} for those of {@code known} that are gone. Only asked of a platform that {@linkplain Traits#remembers()
     * remembers}. Reactions are not told again.
     *
     * @param from messages said before it are left out
     * @param known what is kept of the room since then; what the platform's history cannot hold (an answer by a dialog) is never gone
     */
    List<Incoming> since(RoomId room, Instant from, Set<MessageId> known);

    /**
     * Hears what happened in the private room with one person while nobody listened, as if it happened now: what was said, edited and
     * deleted. What was dealt with already is let be. Only asked of a platform that {@linkplain Traits#remembers() remembers}. Takes its
     * time, so that nothing else waits for the platform; returns when all of it is dealt with.
     */
    void catchUp(PrivateGap gap);

    /** Where people can open a message; empty where there is no such address. */
    Optional<URI> link(MessageId message);

    /**
     * What stands in the way of a chat in a room, each as one plain sentence with what to do, in the community's words; empty when all is
     * well.
     */
    List<String> check(RoomId room);

    /** Lets go of everything that it holds of an account and of what that account said. */
    void forget(Account account);

    /** Who is there just now. */
    Presence presence(RoomId room);

    /** Stops listening and posting. */
    @Override
    void close();
}
