package dev.parley.store;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.RoomId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What can be asked of the store inside a transaction. Every question names its community. */
public interface Reading {

    /** The events of a stream behind a sequence number, in order; 0 for all. */
    List<Stored> events(ConversationId stream, long after);

    /** The chats of a community that were not ended when last written, by name; see {@link Writing#append}. */
    List<ConversationId> openStreams(String community);

    /** The chats of a community that were ended when last written, newest first event first. */
    List<ConversationId> endedStreams(String community, int most);

    /**
     * All streams of a kind in a community, newest first event first.
     *
     * @param kind as {@link ConversationId#kind} tells it
     */
    List<ConversationId> streams(String community, String kind);

    /** The streams of a kind in a community in which something happened then or later, by name. */
    List<ConversationId> streamsSince(String community, String kind, Instant since);

    /** The words of all messages of a conversation, as they stand. Words whose key is gone are not there. */
    Map<MessageId, Kept> words(ConversationId stream);

    /** Who has said something in any of these conversations that is still kept. */
    Set<PersonId> speakers(Collection<ConversationId> streams);

    /** The conversations that keep something which a person said. */
    List<ConversationId> heardIn(String community, PersonId person);

    /** The streams whose story is a person's, by name; see {@link Writing#enrol}. */
    List<ConversationId> memberships(String community, PersonId person);

    /** Whose story a stream tells, and for each of them the streams whose story is theirs, by name, this one among them. */
    Map<PersonId, List<ConversationId>> members(ConversationId stream);

    /** In which conversation a message was kept. */
    Optional<ConversationId> home(String community, MessageId message);

    /** A person by account. */
    Optional<Person> byAccount(String community, String platform, String account);

    /** The accounts of a person, as {@code platform → id}. */
    Map<String, String> accounts(String community, PersonId person);

    /** The accounts of everybody of a community, as {@code platform → id}. */
    Map<PersonId, Map<String, String>> accounts(String community);

    /** The private rooms with a person that are known, by platform. */
    Map<String, RoomId> privateRooms(String community, PersonId person);

    /** A person. */
    Optional<Person> person(String community, PersonId person);

    /** Everybody of a community. */
    List<Person> people(String community);

    /** The outbox rows of a conversation, by lane and place. */
    List<Row> rows(ConversationId stream);

    /** One outbox row. */
    Optional<Row> row(String community, String key);

    /** When the next unfinished row of a community may be claimed in a queue; empty when there is none in it. */
    Optional<Instant> nextDue(String community, String queue);

    /** The same for what waits for no platform: whatever is in the queues of {@link Row#WAKES} and {@link Row#USUAL}. */
    default Optional<Instant> nextDue(String community) {
        return Stream.of(Row.WAKES, Row.USUAL)
                .flatMap(queue -> nextDue(community, queue).stream())
                .min(Comparator.naturalOrder());
    }

    /** The workspaces of a platform in which the bot is installed, by their ids. One whose token cannot be read is not there. */
    List<Installation> installations(String community, String platform);
}
