package dev.parley.store;

import static java.util.Objects.requireNonNull;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.RoomId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** What messages say, sealed. */
final class Words {
    private final Handle handle;
    private final PersonKeys keys;
    private final Whereabouts whereabouts;

    Words(Handle handle, PersonKeys keys, Whereabouts whereabouts) {
        this.handle = handle;
        this.keys = keys;
        this.whereabouts = whereabouts;
    }

    private record Sealed(MessageId message, PersonId person, int revision, byte[] words) {}

    Map<MessageId, Kept> of(ConversationId stream) {
        List<Sealed> all = handle.createQuery("""
                        select room, message, person, revision, sealed from words
                        where community = :community and stream = :stream
                        """)
                .bind("community", stream.community())
                .bind("stream", stream.name())
                .map((row, context) -> new Sealed(
                        new MessageId(RoomId.of(row.getString("room")), row.getString("message")),
                        new PersonId(row.getString("person")),
                        row.getInt("revision"),
                        row.getBytes("sealed")))
                .list();
        Map<PersonId, SecretKey> authors =
                keys.find(stream.community(), all.stream().map(Sealed::person).collect(Collectors.toSet()));
        Map<MessageId, Kept> kept = HashMap.newHashMap(all.size());
        for (Sealed one : all) {
            Optional.ofNullable(authors.get(one.person()))
                    .flatMap(key -> PersonKeys.unseal(key, context(stream, one.message()), one.words()))
                    .ifPresent(words ->
                            kept.put(one.message(), new Kept(one.message(), one.person(), one.revision(), words)));
        }
        return kept;
    }

    Optional<ConversationId> home(String community, MessageId message) {
        return handle.createQuery("""
                        select w.stream from heard h
                        join words w on w.community = h.community and w.stream = h.stream and w.room = h.room
                            and w.message = :message
                        where h.community = :community and h.room = :room
                        order by w.stream desc
                        limit 1
                        """)
                .bind("community", community)
                .bind("room", message.room().toString())
                .bind("message", message.id())
                .map((row, context) -> new ConversationId(community, row.getString("stream")))
                .findOne();
    }

    void keep(ConversationId stream, Map<MessageId, Spoken> spoken) {
        Map<PersonId, SecretKey> authors = keys.hold(
                stream.community(), spoken.values().stream().map(Spoken::person).collect(Collectors.toSet()));
        List<Sealed> all = sealed(stream, spoken, authors);
        if (!all.isEmpty()) {
            whereabouts.note(
                    stream,
                    authors.keySet(),
                    all.stream().map(one -> one.message().room()).collect(Collectors.toSet()));
            List<Sealed> known = add(stream, all);
            known.forEach(one -> replace(stream, one));
        }
    }

    /** One author after the other: a cipher that has a key already need not take it in again. */
    private static List<Sealed> sealed(
            ConversationId stream, Map<MessageId, Spoken> spoken, Map<PersonId, SecretKey> authors) {
        List<Sealed> all = new ArrayList<>(spoken.size());
        Cipher cipher = Sealing.cipher();
        spoken.entrySet().stream()
                .filter(one -> authors.containsKey(one.getValue().person()))
                .collect(Collectors.groupingBy(one -> one.getValue().person()))
                .forEach((person, messages) -> messages.forEach(one -> {
                    String context = context(stream, one.getKey());
                    byte[] words = PersonKeys.seal(
                            cipher,
                            requireNonNull(authors.get(person)),
                            context,
                            one.getValue().text());
                    all.add(new Sealed(one.getKey(), person, 1, words));
                }));
        return all;
    }

    private void replace(ConversationId stream, Sealed one) {
        named(handle.createUpdate("""
                                update words set revision = revision + 1, person = :person, sealed = :sealed
                                where community = :community and stream = :stream and room = :room and message = :message
                                """), stream, one.message())
                .bind("person", one.person().value())
                .bind("sealed", one.words())
                .execute();
    }

    /** Adds what is not there yet, and returns the others. */
    private List<Sealed> add(ConversationId stream, List<Sealed> all) {
        int[] added = Inserts.execute(handle, """
                insert into words (community, stream, room, message, revision, person, sealed)
                values (?, ?, ?, ?, 1, ?, ?)
                on conflict do nothing
                """, all, (row, one) -> {
            row.setString(1, stream.community());
            row.setString(2, stream.name());
            row.setString(3, one.message().room().toString());
            row.setString(4, one.message().id());
            row.setString(5, one.person().value());
            row.setBytes(6, one.words());
        });
        List<Sealed> others = new ArrayList<>();
        for (int number = 0; number < added.length; number++) {
            if (added[number] == 0) {
                others.add(all.get(number));
            }
        }
        return others;
    }

    void drop(ConversationId stream, MessageId message) {
        named(handle.createUpdate("""
                                delete from words
                                where community = :community and stream = :stream and room = :room and message = :message
                                """), stream, message).execute();
    }

    void delete(ConversationId stream) {
        whereabouts.delete(stream);
        handle.createUpdate("delete from words where community = :community and stream = :stream")
                .bind("community", stream.community())
                .bind("stream", stream.name())
                .execute();
    }

    void erase(String community, PersonId person) {
        handle.createUpdate("""
                        delete from words
                        where community = :community and person = :person and stream in (
                            select stream from speaker where community = :community and person = :person)
                        """)
                .bind("community", community)
                .bind("person", person.value())
                .execute();
        whereabouts.forget(community, person);
    }

    private static <S extends SqlStatement<S>> S named(S statement, ConversationId stream, MessageId message) {
        return statement
                .bind("community", stream.community())
                .bind("stream", stream.name())
                .bind("room", message.room().toString())
                .bind("message", message.id());
    }

    private static String context(ConversationId stream, MessageId message) {
        return MasterKey.context(
                "words", stream.community(), stream.name(), message.room().toString(), message.id());
    }
}
