package dev.parley.store;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Effect;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;

/** Effects that are to be carried out, and what became of them. */
final class Outbox {
    /** How many places one number of the sequence stands for: H2 writes to the disk for every 32nd number that it gives out. */
    private static final int PLACES_A_NUMBER = 1 << 20;

    private final Handle handle;

    Outbox(Handle handle) {
        this.handle = handle;
    }

    List<Row> of(ConversationId stream) {
        return handle
                .createQuery("select * from outbox where community = :community and stream = :stream")
                .bind("community", stream.community())
                .bind("stream", stream.name())
                .map((row, context) -> read(row))
                .stream()
                .sorted(Comparator.comparing(Row::lane).thenComparing(Row::place))
                .toList();
    }

    Optional<Row> row(String community, String key) {
        return handle.createQuery("select * from outbox where community = :community and id = :id")
                .bind("community", community)
                .bind("id", key)
                .map((row, context) -> read(row))
                .findOne();
    }

    static Row read(ResultSet row) throws SQLException {
        String room = row.getString("ref_room");
        return new Row(
                new ConversationId(row.getString("community"), row.getString("stream")),
                row.getString("lane"),
                row.getLong("place"),
                Times.read(row, "due"),
                Times.read(row, "until"),
                Json.effect(row.getString("kind"), row.getString("body")),
                row.getString("queue"),
                Row.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                room == null
                        ? Optional.empty()
                        : Optional.of(new MessageId(RoomId.of(room), row.getString("ref_message"))),
                Times.readOptional(row, "finished"));
    }

    void enqueue(ConversationId stream, List<Queued> effects) {
        List<Queued> plain = new ArrayList<>();
        for (Queued queued : effects) {
            switch (queued.effect()) {
                case Effect.Wake wake -> wake(stream, queued, wake);
                case Effect.Edit edit -> {
                    add(stream, plain);
                    plain.clear();
                    edit(stream, queued, edit);
                }
                case Effect.Post _, Effect.Remove _, Effect.React _, Effect.Whisper _ -> plain.add(queued);
                case Effect.Receipts _, Effect.Letter _, Effect.KeepInSight _, Effect.NativeEvent _ ->
                    plain.add(queued);
            }
        }
        add(stream, plain);
    }

    private void wake(ConversationId stream, Queued queued, Effect.Wake wake) {
        if (!move(stream, queued.due(), queued.until(), wake) && add(stream, List.of(queued)) == 0) {
            move(stream, queued.due(), queued.until(), wake);
        }
    }

    private void edit(ConversationId stream, Queued queued, Effect.Edit edit) {
        boolean known = row(stream.community(), edit.key()).isPresent();
        Instant due = known ? queued.due() : replaced(stream, edit, queued.due());
        add(stream, List.of(new Queued(queued.lane(), due, queued.until(), edit)));
    }

    /** Adds those whose keys are not there yet, and returns how many. */
    private int add(ConversationId stream, List<Queued> effects) {
        if (effects.isEmpty()) {
            return 0;
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert into outbox
                    (community, id, stream, lane, place, due, until, kind, queue, body, post, state, ready, attempts)
                values
                    (:community, :id, :stream, :lane, :place, :due, :until, :kind, :queue, :body, :post,
                    'WAITING', :due, 0)
                on conflict do nothing
                """);
        long place = nextNumber() * PLACES_A_NUMBER;
        for (Queued queued : effects) {
            Effect effect = queued.effect();
            batch.bind("community", stream.community())
                    .bind("place", place++)
                    .bind("id", effect.key())
                    .bind("stream", stream.name())
                    .bind("lane", queued.lane())
                    .bind("due", Times.notBefore(queued.due()))
                    .bind("until", Times.at(queued.until()))
                    .bind("kind", Json.EFFECTS.of(effect))
                    .bind("queue", effect instanceof Effect.Wake ? Row.WAKES : Row.USUAL)
                    .bind("body", Json.write(effect))
                    .bind("post", effect instanceof Effect.Edit edit ? edit.post() : null)
                    .add();
        }
        return Arrays.stream(batch.execute()).sum();
    }

    private long nextNumber() {
        return handle.createQuery("select nextval('outbox_place')")
                .mapTo(Long.class)
                .one();
    }

    private boolean move(ConversationId stream, Instant due, Instant until, Effect.Wake wake) {
        return handle.createUpdate("""
                                update outbox set due = :due, until = :until, ready = :due, body = :body, state = 'WAITING',
                                    owner = null, attempts = 0, ref_room = null, ref_message = null, finished = null
                                where community = :community and id = :id
                                """)
                        .bind("community", stream.community())
                        .bind("id", wake.key())
                        .bind("due", Times.notBefore(due))
                        .bind("until", Times.at(until))
                        .bind("body", Json.write(wake))
                        .execute()
                == 1;
    }

    /**
     * Lapses earlier edits of the same post that still wait. The new one is due when the first of them was, so that a post which is
     * said anew again and again is not put off for ever.
     */
    private Instant replaced(ConversationId stream, Effect.Edit edit, Instant due) {
        List<Row> waiting = handle.createQuery("""
                        select * from outbox
                        where community = :community and post = :post and kind = 'edit' and state = 'WAITING'
                        """)
                .bind("community", stream.community())
                .bind("post", edit.post())
                .map((row, context) -> read(row))
                .list();
        Instant first = due;
        for (Row row : waiting) {
            if (withdraw(stream.community(), row.effect().key(), due)
                    && row.due().isBefore(first)) {
                first = row.due();
            }
        }
        return first;
    }

    void unwake(ConversationId stream) {
        handle.createUpdate("delete from outbox where community = :community and stream = :stream and kind = 'wake'")
                .bind("community", stream.community())
                .bind("stream", stream.name())
                .execute();
    }

    void finish(String community, String key, Row.State state, Optional<MessageId> ref, Instant at) {
        if (state == Row.State.WAITING || state == Row.State.CLAIMED) {
            throw new IllegalArgumentException(state + " does not finish " + key);
        }
        named("""
                        update outbox set state = :state, ready = null, owner = null, finished = :at,
                            ref_room = :room, ref_message = :message
                        where community = :community and id = :id and state = 'CLAIMED'
                        """, community, key)
                .bind("state", state.name())
                .bind("at", Times.at(at))
                .bind("room", ref.map(message -> message.room().toString()).orElse(null))
                .bind("message", ref.map(MessageId::id).orElse(null))
                .execute();
    }

    void postpone(String community, String key, Instant notBefore) {
        named("""
                        update outbox set state = 'WAITING', ready = :ready, owner = null
                        where community = :community and id = :id and state = 'CLAIMED'
                        """, community, key).bind("ready", Times.notBefore(notBefore)).execute();
    }

    void standIn(String community, String key, String queue) {
        named("""
                        update outbox set state = 'WAITING', queue = :queue, ready = due, owner = null, attempts = attempts - 1
                        where community = :community and id = :id and state = 'CLAIMED'
                        """, community, key).bind("queue", queue).execute();
    }

    void dissolve(String community, Set<String> known) {
        handle.createUpdate("""
                        update outbox set queue = :usual
                        where community = :community and queue not in (<known>) and ready is not null
                        """)
                .bind("community", community)
                .bind("usual", Row.USUAL)
                .bindList("known", List.copyOf(known))
                .execute();
    }

    void tryAgain(String community, List<String> lanes, Instant now) {
        handle.createUpdate("""
                        update outbox set state = 'WAITING', ready = :now, finished = null
                        where community = :community and lane in (<lanes>) and state = 'PARKED' and until > :now
                        """)
                .bind("community", community)
                .bind("now", Times.at(now))
                .bindList("lanes", lanes)
                .execute();
    }

    boolean withdraw(String community, String key, Instant at) {
        return named("""
                                update outbox set state = 'LAPSED', ready = null, finished = :at
                                where community = :community and id = :id and state = 'WAITING'
                                """, community, key).bind("at", Times.at(at)).execute() == 1;
    }

    void delete(ConversationId stream) {
        handle.createUpdate("delete from outbox where community = :community and stream = :stream")
                .bind("community", stream.community())
                .bind("stream", stream.name())
                .execute();
    }

    private Update named(String sql, String community, String key) {
        return handle.createUpdate(sql).bind("community", community).bind("id", key);
    }
}
