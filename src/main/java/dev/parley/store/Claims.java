package dev.parley.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/**
 * Claims the heads of lanes. The head of a lane is its first row that is neither done nor lapsed nor parked. A transaction may commit
 * an earlier place after a later one was claimed; the earlier then waits until the later is finished or its lease is over.
 */
final class Claims {
    private final Handle handle;

    Claims(Handle handle) {
        this.handle = handle;
    }

    List<Row> claim(String community, String owner, Instant now, Duration lease, SequencedMap<String, Integer> most) {
        takeTurn();
        List<Row> heads = new ArrayList<>();
        most.forEach((queue, limit) -> heads.addAll(heads(queue, community, now, limit)));
        if (heads.isEmpty()) {
            return heads;
        }
        PreparedBatch batch = handle.prepareBatch("""
                update outbox set state = 'CLAIMED', owner = :owner, ready = :ready, attempts = attempts + 1
                where community = :community and id = :id
                """);
        for (Row row : heads) {
            batch.bind("owner", owner)
                    .bind("ready", Times.notBefore(now.plus(lease)))
                    .bind("community", row.stream().community())
                    .bind("id", row.effect().key())
                    .add();
        }
        batch.execute();
        return heads.stream().map(Claims::claimed).toList();
    }

    /**
     * Waits for other claimers to commit: without it two could each see another head of one lane, when an earlier place is committed
     * between their looks. It also makes H2 right, which locks every row that it looks at.
     */
    private void takeTurn() {
        handle.createQuery("select name from turn where name = 'claim' for update")
                .mapTo(String.class)
                .one();
    }

    private List<Row> heads(String queue, String community, Instant now, int limit) {
        return limit == 0 ? List.of() : locked(community, now, first(queue, community, now, limit));
    }

    /**
     * The first that are due, in the order of their index, so that no more rows are read than are taken or held back by their lane.
     * {@code offset 0} keeps PostgreSQL from joining all rows of all lanes instead, which it does as long as it takes the table for small.
     */
    private List<String> first(String queue, String community, Instant now, int limit) {
        return handle.createQuery("""
                        select o.id from outbox o
                        where o.community = :community and o.queue = :queue and o.ready <= :now
                        and not exists (
                            select 1 from outbox w
                            where w.community = o.community and w.lane = o.lane and w.state = 'WAITING'
                            and w.place < o.place
                            offset 0)
                        and not exists (
                            select 1 from outbox c
                            where c.community = o.community and c.lane = o.lane and c.state = 'CLAIMED'
                            and (c.place < o.place or c.place > o.place and c.ready > :now)
                            offset 0)
                        order by o.community, o.queue, o.ready, o.place
                        limit :limit
                        """)
                .bind("community", community)
                .bind("queue", queue)
                .bind("now", Times.at(now))
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }

    /**
     * What has changed meanwhile is left out. Asked by itself, since H2 looks at every row that is due where it is to lock some of them; and
     * by whole keys, since it looks at every row of the community where only ids are listed.
     */
    private List<Row> locked(String community, Instant now, List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Query query = handle.createQuery("""
                        select * from outbox
                        where (community, id) in (<keys>) and ready <= :now
                        order by ready, place
                        for update skip locked
                        """)
                .define(
                        "keys",
                        IntStream.range(0, ids.size())
                                .mapToObj(number -> "(:community, :id" + number + ")")
                                .collect(Collectors.joining(", ")))
                .bind("community", community)
                .bind("now", Times.at(now));
        for (int number = 0; number < ids.size(); number++) {
            query.bind("id" + number, ids.get(number));
        }
        return query.map((row, context) -> Outbox.read(row)).list();
    }

    /** A row whose claim was let go keeps its attempts: what was half done is in doubt, not new. */
    void letGo(String community) {
        handle.createUpdate("""
                        update outbox set state = 'WAITING', owner = null, ready = due
                        where community = :community and state = 'CLAIMED'
                        """).bind("community", community).execute();
    }

    private static Row claimed(Row row) {
        return new Row(
                row.stream(),
                row.lane(),
                row.place(),
                row.due(),
                row.until(),
                row.effect(),
                row.queue(),
                Row.State.CLAIMED,
                row.attempts() + 1,
                row.ref(),
                row.finishedAt());
    }

    /**
     * When the first head of a queue can be claimed, or the later row of a lane whose claim holds its head back. As {@link #first}: what is
     * finished is ready never, and behind all others.
     */
    Optional<Instant> nextDue(String community, String queue) {
        return handle.createQuery("""
                        select o.ready from outbox o
                        where o.community = :community and o.queue = :queue and o.ready <= :ever
                        and not exists (
                            select 1 from outbox w
                            where w.community = o.community and w.lane = o.lane and w.state = 'WAITING'
                            and w.place < o.place and (o.state = 'WAITING' or w.ready >= o.ready)
                            offset 0)
                        and not exists (
                            select 1 from outbox c
                            where c.community = o.community and c.lane = o.lane and c.state = 'CLAIMED'
                            and (c.place < o.place and (o.state = 'WAITING' or c.ready >= o.ready)
                                or c.place > o.place and c.ready > o.ready)
                            offset 0)
                        order by o.community, o.queue, o.ready, o.place
                        limit 1
                        """)
                .bind("community", community)
                .bind("queue", queue)
                .bind("ever", Times.at(Instant.MAX))
                .map((row, context) -> Times.read(row, "ready"))
                .findOne();
    }
}
