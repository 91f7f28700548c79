package dev.parley.store;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.RoomId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Who was heard in which conversations, and in which rooms: a few rows that spare each of the many words an index. */
final class Whereabouts {
    private final Handle handle;

    Whereabouts(Handle handle) {
        this.handle = handle;
    }

    void note(ConversationId stream, Collection<PersonId> people, Collection<RoomId> rooms) {
        List<String> persons = people.stream().map(PersonId::value).distinct().toList();
        List<String> places = rooms.stream().map(RoomId::toString).distinct().toList();
        add(stream, "speaker", "person", persons);
        add(stream, "heard", "room", places);
    }

    /**
     * Looks first, since what is known already is the rule: one by one, for H2 would look for many through all of a community. In order, so
     * that two who add do not wait for each other for ever.
     */
    private void add(ConversationId stream, String table, String column, List<String> values) {
        List<String> missing = values.stream()
                .filter(value -> !isThere(stream, table, column, value))
                .sorted()
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("insert into <table> (community, <column>, stream)"
                        + " values (:community, :value, :stream) on conflict do nothing")
                .define("table", table)
                .define("column", column);
        missing.forEach(value -> batch.bind("community", stream.community())
                .bind("value", value)
                .bind("stream", stream.name())
                .add());
        batch.execute();
    }

    private boolean isThere(ConversationId stream, String table, String column, String value) {
        return handle.createQuery("select 1 from <table>"
                        + " where community = :community and <column> = :value and stream = :stream")
                .define("table", table)
                .define("column", column)
                .bind("community", stream.community())
                .bind("value", value)
                .bind("stream", stream.name())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    Set<PersonId> speakers(Collection<ConversationId> streams) {
        Set<PersonId> speakers = new HashSet<>();
        for (ConversationId stream : streams) {
            speakers.addAll(handle.createQuery(
                            "select distinct person from words where community = :community and stream = :stream")
                    .bind("community", stream.community())
                    .bind("stream", stream.name())
                    .map((row, context) -> new PersonId(row.getString("person")))
                    .list());
        }
        return speakers;
    }

    List<ConversationId> heardIn(String community, PersonId person) {
        return handle.createQuery("select stream from speaker where community = :community and person = :person")
                .bind("community", community)
                .bind("person", person.value())
                .map((row, context) -> new ConversationId(community, row.getString("stream")))
                .list();
    }

    void forget(String community, PersonId person) {
        handle.createUpdate("delete from speaker where community = :community and person = :person")
                .bind("community", community)
                .bind("person", person.value())
                .execute();
    }

    void delete(ConversationId stream) {
        for (String table : List.of("speaker", "heard")) {
            handle.createUpdate("delete from <table> where community = :community and stream = :stream")
                    .define("table", table)
                    .bind("community", stream.community())
                    .bind("stream", stream.name())
                    .execute();
        }
    }
}
