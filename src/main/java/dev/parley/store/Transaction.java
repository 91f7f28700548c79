package dev.parley.store;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Happened;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** One transaction: hands every question to the part that knows. */
final class Transaction implements Writing {
    private final Events events;
    private final Whereabouts whereabouts;
    private final Words words;
    private final People people;
    private final Members members;
    private final Outbox outbox;
    private final Claims claims;
    private final Shares shares;
    private final Installations installations;
    private final PersonKeys keys;

    Transaction(Handle handle, PersonKeys keys, MasterKey master) {
        events = new Events(handle);
        whereabouts = new Whereabouts(handle);
        words = new Words(handle, keys, whereabouts);
        people = new People(handle, keys);
        members = new Members(handle);
        outbox = new Outbox(handle);
        claims = new Claims(handle);
        shares = new Shares(handle);
        installations = new Installations(handle, master);
        this.keys = keys;
    }

    @Override
    public List<Stored> events(ConversationId stream, long after) {
        return events.after(stream, after);
    }

    @Override
    public List<ConversationId> openStreams(String community) {
        return events.open(community);
    }

    @Override
    public List<ConversationId> endedStreams(String community, int most) {
        return events.ended(community, most);
    }

    @Override
    public List<ConversationId> streamsSince(String community, String kind, Instant since) {
        return events.since(community, kind, since);
    }

    @Override
    public List<ConversationId> streams(String community, String kind) {
        return events.all(community, kind);
    }

    @Override
    public Map<MessageId, Kept> words(ConversationId stream) {
        return words.of(stream);
    }

    @Override
    public Set<PersonId> speakers(Collection<ConversationId> streams) {
        return whereabouts.speakers(streams);
    }

    @Override
    public List<ConversationId> heardIn(String community, PersonId person) {
        return whereabouts.heardIn(community, person);
    }

    @Override
    public List<ConversationId> memberships(String community, PersonId person) {
        return members.memberships(community, person);
    }

    @Override
    public Map<PersonId, List<ConversationId>> members(ConversationId stream) {
        return members.of(stream);
    }

    @Override
    public Optional<ConversationId> home(String community, MessageId message) {
        return words.home(community, message);
    }

    @Override
    public Optional<Person> byAccount(String community, String platform, String account) {
        return people.byAccount(community, platform, account);
    }

    @Override
    public Map<String, String> accounts(String community, PersonId person) {
        return people.accounts(community, person);
    }

    @Override
    public Map<PersonId, Map<String, String>> accounts(String community) {
        return people.accounts(community);
    }

    @Override
    public Map<String, RoomId> privateRooms(String community, PersonId person) {
        return people.privateRooms(community, person);
    }

    @Override
    public Optional<Person> person(String community, PersonId person) {
        return people.person(community, person);
    }

    @Override
    public List<Person> people(String community) {
        return people.all(community);
    }

    @Override
    public List<Row> rows(ConversationId stream) {
        return outbox.of(stream);
    }

    @Override
    public Optional<Row> row(String community, String key) {
        return outbox.row(community, key);
    }

    @Override
    public Optional<Instant> nextDue(String community, String queue) {
        return claims.nextDue(community, queue);
    }

    @Override
    public List<Installation> installations(String community, String platform) {
        return installations.of(community, platform);
    }

    @Override
    public boolean append(ConversationId stream, long version, List<Happened> happened, boolean open) {
        return events.append(stream, version, happened, open);
    }

    @Override
    public void keep(ConversationId stream, Map<MessageId, Spoken> spoken) {
        words.keep(stream, spoken);
    }

    @Override
    public void drop(ConversationId stream, MessageId message) {
        words.drop(stream, message);
    }

    @Override
    public void enrol(ConversationId stream, Set<PersonId> people) {
        members.enrol(stream, people);
    }

    @Override
    public Person introduce(String community, String platform, String account, String name) {
        return people.introduce(community, platform, account, name);
    }

    @Override
    public void rename(String community, PersonId person, String name) {
        people.rename(community, person, name);
    }

    @Override
    public void keepPrivateRoom(String community, PersonId person, RoomId room) {
        people.keepPrivateRoom(community, person, room);
    }

    @Override
    public void dropPrivateRoom(String community, PersonId person, String platform) {
        people.dropPrivateRoom(community, person, platform);
    }

    @Override
    public void makeHost(String community, PersonId person) {
        people.makeHost(community, person);
    }

    @Override
    public void erase(String community, PersonId person) {
        keys.remove(community, person); // waits for whoever keeps words of theirs just now
        words.erase(community, person);
        members.forget(community, person);
        people.erase(community, person);
    }

    @Override
    public void enqueue(ConversationId stream, List<Queued> effects) {
        outbox.enqueue(stream, effects);
    }

    @Override
    public void unwake(ConversationId stream) {
        outbox.unwake(stream);
    }

    @Override
    public List<Row> claim(
            String community, String owner, Instant now, Duration lease, SequencedMap<String, Integer> most) {
        return claims.claim(community, owner, now, lease, most);
    }

    @Override
    public void letGo(String community) {
        claims.letGo(community);
    }

    @Override
    public void finish(String community, String key, Row.State state, Optional<MessageId> ref, Instant at) {
        outbox.finish(community, key, state, ref, at);
    }

    @Override
    public void postpone(String community, String key, Instant notBefore) {
        outbox.postpone(community, key, notBefore);
    }

    @Override
    public void standIn(String community, String key, String queue) {
        outbox.standIn(community, key, queue);
    }

    @Override
    public void dissolve(String community, Set<String> known) {
        outbox.dissolve(community, known);
    }

    @Override
    public void tryAgain(String community, List<String> lanes, Instant now) {
        outbox.tryAgain(community, lanes, now);
    }

    @Override
    public boolean withdraw(String community, String key, Instant at) {
        return outbox.withdraw(community, key, at);
    }

    @Override
    public void delete(ConversationId stream) {
        outbox.delete(stream);
        words.delete(stream);
        members.delete(stream);
        events.delete(stream);
    }

    @Override
    public List<Share> shares(String budget) {
        return shares.of(budget);
    }

    @Override
    public void share(String budget, Share share) {
        shares.share(budget, share);
    }

    @Override
    public void unshare(String budget, String instance) {
        shares.unshare(budget, instance);
    }

    @Override
    public void install(String community, String platform, Installation installation) {
        installations.install(community, platform, installation);
    }

    @Override
    public void uninstall(String community, String platform, String team) {
        installations.uninstall(community, platform, team);
    }
}
