package dev.parley.store;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.PersonId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Whose stories there are. */
final class Members {
    private final Handle handle;

    Members(Handle handle) {
        this.handle = handle;
    }

    List<ConversationId> memberships(String community, PersonId person) {
        return handle
                .createQuery("select stream from member where community = :community and person = :person")
                .bind("community", community)
                .bind("person", person.value())
                .map((row, context) -> new ConversationId(community, row.getString("stream")))
                .stream()
                .sorted()
                .toList();
    }

    Map<PersonId, List<ConversationId>> of(ConversationId stream) {
        Map<PersonId, List<ConversationId>> members = new LinkedHashMap<>();
        handle.createQuery("""
                        select theirs.person, theirs.stream from member m
                        join member theirs on theirs.community = m.community and theirs.person = m.person
                        where m.community = :community and m.stream = :stream
                        order by theirs.person, theirs.stream
                        """)
                .bind("community", stream.community())
                .bind("stream", stream.name())
                .map((row, context) -> Map.entry(
                        new PersonId(row.getString("person")),
                        new ConversationId(stream.community(), row.getString("stream"))))
                .forEach(one -> members.computeIfAbsent(one.getKey(), _ -> new ArrayList<>())
                        .add(one.getValue()));
        return members;
    }

    void enrol(ConversationId stream, Set<PersonId> people) {
        Set<String> before = people(stream);
        Set<String> now = new TreeSet<>();
        people.forEach(person -> now.add(person.value()));
        change(stream, without(before, now), """
                delete from member where community = :community and person = :person and stream = :stream
                """);
        change(stream, without(now, before), """
                insert into member (community, person, stream)
                select community, id, :stream from person where community = :community and id = :person
                on conflict do nothing
                """);
    }

    private Set<String> people(ConversationId stream) {
        return new TreeSet<>(
                handle.createQuery("select person from member where community = :community and stream = :stream")
                        .bind("community", stream.community())
                        .bind("stream", stream.name())
                        .mapTo(String.class)
                        .list());
    }

    /** In order, so that two who enrol the same people do not wait for each other for ever. */
    private static Set<String> without(Set<String> all, Set<String> others) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(others);
        return rest;
    }

    private void change(ConversationId stream, Set<String> people, String sql) {
        if (people.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(sql);
        people.forEach(person -> batch.bind("community", stream.community())
                .bind("person", person)
                .bind("stream", stream.name())
                .add());
        batch.execute();
    }

    void forget(String community, PersonId person) {
        handle.createUpdate("delete from member where community = :community and person = :person")
                .bind("community", community)
                .bind("person", person.value())
                .execute();
    }

    void delete(ConversationId stream) {
        handle.createUpdate("delete from member where community = :community and stream = :stream")
                .bind("community", stream.community())
                .bind("stream", stream.name())
                .execute();
    }
}
