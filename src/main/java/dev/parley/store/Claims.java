package dev.parley.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Claims the heads of lanes. The head of a lane is its first row that is neither done nor lapsed nor parked. A transaction may commit
 * an earlier place after a later one was claimed; the earlier then waits until the later is finished or its lease is over.
 */
final class Claims {
    private final Handle handle;

    Claims(Handle handle) {
        this.handle = handle;
    }

    List<Row> claim(String community, String owner, Instant now, Duration lease, int wakes, int others) {
        takeTurn();
        List<Row> heads = new ArrayList<>(heads("o.kind = 'wake'", community, now, wakes));
        heads.addAll(heads("o.kind <> 'wake'", community, now, others));
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

    private List<Row> heads(String which, String community, Instant now, int limit) {
        if (limit == 0) {
            return List.of();
        }
        return handle.createQuery("""
                        select * from outbox o
                        where o.community = :community and o.ready <= :now and <which>
                        and not exists (
                            select 1 from outbox w
                            where w.community = o.community and w.lane = o.lane and w.state = 'WAITING'
                            and w.place < o.place)
                        and not exists (
                            select 1 from outbox c
                            where c.community = o.community and c.lane = o.lane and c.state = 'CLAIMED'
                            and (c.place < o.place or c.place > o.place and c.ready > :now))
                        order by o.ready, o.place
                        limit :limit
                        for update skip locked
                        """)
                .bind("community", community)
                .bind("now", Times.at(now))
                .bind("limit", limit)
                .define("which", which)
                .map((row, context) -> Outbox.read(row))
                .list();
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
                Row.State.CLAIMED,
                row.attempts() + 1,
                row.ref(),
                row.finishedAt());
    }

    /** When the first head can be claimed, or the later row of a lane whose claim holds its head back. */
    Optional<Instant> nextDue(String community) {
        return handle.createQuery("""
                        select o.ready from outbox o
                        where o.community = :community and o.ready is not null
                        and not exists (
                            select 1 from outbox w
                            where w.community = o.community and w.lane = o.lane and w.state = 'WAITING'
                            and w.place < o.place and (o.state = 'WAITING' or w.ready >= o.ready))
                        and not exists (
                            select 1 from outbox c
                            where c.community = o.community and c.lane = o.lane and c.state = 'CLAIMED'
                            and (c.place < o.place and (o.state = 'WAITING' or c.ready >= o.ready)
                                or c.place > o.place and c.ready > o.ready))
                        order by o.ready
                        limit 1
                        """)
                .bind("community", community)
                .map((row, context) -> Times.read(row, "ready"))
                .findOne();
    }
}
