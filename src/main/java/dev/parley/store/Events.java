package dev.parley.store;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Happened;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The streams of events. A stream's row carries its version and is the lock on it. Events of one kind that are appended together and
 * happened at one time share a row, a line each, whose number is that of the last; what one transaction appended is never told in part.
 */
final class Events {
    /** Keeps a row far below the million characters that H2 allows. */
    private static final int MOST_IN_A_ROW = 100;

    private final Handle handle;

    Events(Handle handle) {
        this.handle = handle;
    }

    List<Stored> after(ConversationId stream, long sequence) {
        return handle
                .createQuery("""
                        select seq, at, type, body from event
                        where community = :community and stream = :stream and seq > :after
                        order by seq
                        """)
                .bind("community", stream.community())
                .bind("stream", stream.name())
                .bind("after", sequence)
                .map((row, context) -> stored(row))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Stored> stored(ResultSet row) throws SQLException {
        long last = row.getLong("seq");
        Instant at = Times.read(row, "at");
        String type = row.getString("type");
        List<String> bodies = row.getString("body").lines().toList();
        List<Stored> all = new ArrayList<>(bodies.size());
        for (String body : bodies) {
            long sequence = last - bodies.size() + all.size() + 1;
            all.add(new Stored(sequence, new Happened(at, Json.fact(type, body))));
        }
        return all;
    }

    List<ConversationId> open(String community) {
        return handle
                .createQuery("select name from stream where community = :community and kind = :kind and active")
                .bind("community", community)
                .bind("kind", ConversationId.CHAT)
                .map((row, context) -> new ConversationId(community, row.getString("name")))
                .stream()
                .sorted()
                .toList();
    }

    List<ConversationId> ended(String community, int most) {
        return handle.createQuery("""
                        select name from stream where community = :community and kind = :kind and not active
                        order by begun desc, name desc limit :most
                        """)
                .bind("community", community)
                .bind("kind", ConversationId.CHAT)
                .bind("most", most)
                .map((row, context) -> new ConversationId(community, row.getString("name")))
                .list();
    }

    List<ConversationId> all(String community, String kind) {
        return handle
                .createQuery("select name, begun from stream where community = :community and kind = :kind")
                .bind("community", community)
                .bind("kind", kind)
                .map((row, context) ->
                        new Begun(new ConversationId(community, row.getString("name")), Times.read(row, "begun")))
                .stream()
                .sorted(Comparator.comparing(Begun::at)
                        .thenComparing(Begun::stream)
                        .reversed())
                .map(Begun::stream)
                .toList();
    }

    List<ConversationId> since(String community, String kind, Instant since) {
        return handle
                .createQuery("""
                        select s.name from stream s
                        join event e on e.community = s.community and e.stream = s.name and e.seq = s.version
                        where s.community = :community and s.kind = :kind and e.at >= :since
                        """)
                .bind("community", community)
                .bind("kind", kind)
                .bind("since", Times.at(since))
                .map((row, context) -> new ConversationId(community, row.getString("name")))
                .stream()
                .sorted()
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
                                insert into stream (community, name, kind, version, begun, active)
                                values (:community, :name, :kind, :version, :begun, :open)
                                on conflict do nothing
                                """)
                        .bind("community", stream.community())
                        .bind("name", stream.name())
                        .bind("kind", stream.kind())
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
        for (int from = 0; from < events.size(); ) {
            int to = endOfRow(events, from);
            Happened first = events.get(from);
            batch.bind("community", stream.community())
                    .bind("stream", stream.name())
                    .bind("seq", version + to)
                    .bind("at", Times.at(first.at()))
                    .bind("type", Json.FACTS.of(first.event()))
                    .bind("body", lines(events.subList(from, to)))
                    .add();
            from = to;
        }
        batch.execute();
    }

    private static int endOfRow(List<Happened> events, int from) {
        Happened first = events.get(from);
        int most = Math.min(events.size(), from + MOST_IN_A_ROW);
        int to = from + 1;
        while (to < most
                && events.get(to).at().equals(first.at())
                && events.get(to).event().getClass() == first.event().getClass()) {
            to++;
        }
        return to;
    }

    private static String lines(List<Happened> events) {
        return Json.lines(events.stream().map(Happened::event).toList());
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
