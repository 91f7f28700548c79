package dev.parley.store;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Happened;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The streams of events. A stream's row carries its version and is the lock on it. */
final class Events {
    private final Handle handle;

    Events(Handle handle) {
        this.handle = handle;
    }

    List<Stored> after(ConversationId stream, long sequence) {
        return handle.createQuery("""
                        select seq, at, type, body from event
                        where community = :community and stream = :stream and seq > :after
                        order by seq
                        """)
                .bind("community", stream.community())
                .bind("stream", stream.name())
                .bind("after", sequence)
                .map((row, context) -> new Stored(
                        row.getLong("seq"),
                        new Happened(Times.read(row, "at"), Json.event(row.getString("type"), row.getString("body")))))
                .list();
    }

    List<ConversationId> open(String community) {
        return handle
                .createQuery("select name from stream where community = :community and active")
                .bind("community", community)
                .map((row, context) -> new ConversationId(community, row.getString("name")))
                .stream()
                .sorted()
                .toList();
    }

    List<ConversationId> ended(String community, int most) {
        return handle.createQuery("""
                        select name from stream where community = :community and not active
                        order by begun desc, name desc limit :most
                        """)
                .bind("community", community)
                .bind("most", most)
                .map((row, context) -> new ConversationId(community, row.getString("name")))
                .list();
    }

    List<ConversationId> all(String community) {
        return handle
                .createQuery("select name, begun from stream where community = :community")
                .bind("community", community)
                .map((row, context) ->
                        new Begun(new ConversationId(community, row.getString("name")), Times.read(row, "begun")))
                .stream()
                .sorted(Comparator.comparing(Begun::at)
                        .thenComparing(Begun::stream)
                        .reversed())
                .map(Begun::stream)
                .toList();
    }

    private record Begun(ConversationId stream, Instant at) {}

    boolean append(ConversationId stream, long version, List<Happened> events, boolean open) {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("Nothing to append to " + stream);
        }
        boolean ours = version == 0 ? begin(stream, events, open) : move(stream, version, events.size(), open);
        if (ours) {
            insert(stream, version, events);
        }
        return ours;
    }

    private boolean begin(ConversationId stream, List<Happened> events, boolean open) {
        return handle.createUpdate("""
                                insert into stream (community, name, version, begun, active)
                                values (:community, :name, :version, :begun, :open)
                                on conflict do nothing
                                """)
                        .bind("community", stream.community())
                        .bind("name", stream.name())
                        .bind("version", (long) events.size())
                        .bind("begun", Times.at(events.getFirst().at()))
                        .bind("open", open)
                        .execute()
                == 1;
    }

    private boolean move(ConversationId stream, long version, int by, boolean open) {
        return handle.createUpdate("""
                                update stream set version = :moved, active = :open
                                where community = :community and name = :name and version = :version
                                """)
                        .bind("community", stream.community())
                        .bind("name", stream.name())
                        .bind("version", version)
                        .bind("moved", version + by)
                        .bind("open", open)
                        .execute()
                == 1;
    }

    private void insert(ConversationId stream, long version, List<Happened> events) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into event (community, stream, seq, at, type, body)
                values (:community, :stream, :seq, :at, :type, :body)
                """);
        long sequence = version;
        for (Happened happened : events) {
            sequence++;
            batch.bind("community", stream.community())
                    .bind("stream", stream.name())
                    .bind("seq", sequence)
                    .bind("at", Times.at(happened.at()))
                    .bind("type", Json.EVENTS.of(happened.event()))
                    .bind("body", Json.write(happened.event()))
                    .add();
        }
        batch.execute();
    }

    void delete(ConversationId stream) {
        for (String sql : List.of(
                "delete from stream where community = :community and name = :stream",
                "delete from event where community = :community and stream = :stream")) {
            handle.createUpdate(sql)
                    .bind("community", stream.community())
                    .bind("stream", stream.name())
                    .execute();
        }
    }
}
