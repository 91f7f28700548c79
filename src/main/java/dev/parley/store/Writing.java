package dev.parley.store;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Happened;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** What can be changed in a transaction. */
public interface Writing extends Reading {

    /**
     * Appends events behind {@code version}, the sequence number of the last event known (0 for a new stream). Their times are kept
     * to the microsecond; what is finer is cut off.
     *
     * @param events at least one
     * @param open whether something may still happen in it; a chat then stays among {@link #openStreams}
     * @return false when somebody else has appended meanwhile; then nothing of it was written and the transaction goes on
     */
    boolean append(ConversationId stream, long version, List<Happened> events, boolean open);

    /**
     * Keeps what messages say now, each sealed with its author's key; a message kept before gets its next revision, and the
     * old words are gone. Nothing is kept of somebody who is not there, or not any more.
     */
    void keep(ConversationId stream, Map<MessageId, Spoken> words);

    /** Lets the words of a message go. */
    void drop(ConversationId stream, MessageId message);

    /** From now on a stream's story is these people's and nobody else's. Somebody who is not there, or not any more, is left out. */
    void enrol(ConversationId stream, Set<PersonId> people);

    /** A new person with a key of their own, and their first account; whoever has the account already where somebody has. */
    Person introduce(String community, String platform, String account, String name);

    /** Gives a person a name. */
    void rename(String community, PersonId person, String name);

    /** Keeps the private room with a person on its platform, where they have an account there. */
    void keepPrivateRoom(String community, PersonId person, RoomId room);

    /** Lets the private room with a person on a platform go. */
    void dropPrivateRoom(String community, PersonId person, String platform);

    /** Makes a person a host of the community. */
    void makeHost(String community, PersonId person);

    /** Lets a person go: accounts, name, words, and their key; when the transaction is over nothing of theirs can be read any more. */
    void erase(String community, PersonId person);

    /**
     * Puts effects into the outbox, in this order. A key that is there already changes nothing, except a {@link Effect.Wake}, whose one
     * row moves to its new time and waits again, also when it is claimed. An {@link Effect.Edit} lapses earlier ones of the same post
     * that still wait, and is due when the first of them was.
     */
    void enqueue(ConversationId stream, List<Queued> effects);

    /** Takes the wake of a conversation away: nothing is due any more. */
    void unwake(ConversationId stream);

    /**
     * Claims rows that are due for their lanes' heads, the longest due first, under a lease. A claimed row whose lease has run out
     * is claimed again.
     *
     * @param owner who claims, unique to this process
     * @param most how many at most of which queue: what is in one does not stand behind what is in another
     * @return the rows as they are now claimed; {@code attempts} is 1 for the first claim
     */
    List<Row> claim(String community, String owner, Instant now, Duration lease, SequencedMap<String, Integer> most);

    /** Lets all claims go: for the start of a process that knows itself to be the only one on this database. */
    void letGo(String community);

    /**
     * Finishes a claimed row: it is done, lapsed or parked. A row that is not claimed any more stays as it is, so that a wake which was
     * moved meanwhile still comes.
     */
    void finish(String community, String key, Row.State state, Optional<MessageId> ref, Instant at);

    /** Gives a claimed row back, not to be tried again before a later time; a row that is not claimed any more stays as it is. */
    void postpone(String community, String key, Instant notBefore);

    /**
     * Gives a claimed row back of which nothing was sent: from now on it waits in this queue, among the others by its due time, and was not
     * attempted. A row that is not claimed any more stays as it is.
     */
    void standIn(String community, String key, String queue);

    /** Whatever is unfinished in other queues than these is in {@link Row#USUAL} from now on. */
    void dissolve(String community, Set<String> known);

    /** Lets parked rows of these lanes, at least one, wait again, unless it is too late for them. */
    void tryAgain(String community, List<String> lanes, Instant now);

    /**
     * Lapses a row that was not sent yet.
     *
     * @return whether it was in time
     */
    boolean withdraw(String community, String key, Instant at);

    /** Removes a conversation whole: events, words, members, outbox. */
    void delete(ConversationId stream);

    /**
     * The shares of a budget, by instance. Nobody else looks at shares until this transaction is over, so that what follows from them
     * can be written.
     *
     * @param budget its name; a budget is a bot's on a platform and of no community
     */
    List<Share> shares(String budget);

    /** Writes the share of an instance, in place of the one it had. */
    void share(String budget, Share share);

    /** Takes the share of an instance away. */
    void unshare(String budget, String instance);

    /** Keeps an installation, in place of the one that the workspace had. */
    void install(String community, String platform, Installation installation);

    /** Lets an installation go, with its token. */
    void uninstall(String community, String platform, String team);
}
