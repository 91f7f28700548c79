package dev.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.PersonId;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on PostgreSQL, and what two stores on one database owe each other. */
class PostgresStoreTest extends StoreContract {
    @TempDir
    Path folder;

    private Settings settings;
    private Store second;

    @Override
    Store fresh() throws SQLException {
        settings = Postgres.database(folder);
        Store first = Stores.open(settings);
        second = Stores.open(settings);
        return first;
    }

    @AfterEach
    void closeSecond() {
        if (second != null) {
            second.close();
        }
    }

    @Override
    Store another(int number) {
        return number % 2 == 0 ? store : second;
    }

    @Test
    void anotherProcessTakesADeadOnesRowOver() {
        enqueue("room", NOON, post("chat/Q1"));
        claim(NOON);

        assertThat(second.<List<Row>>write(writing -> writing.claim(COMMUNITY, "two", NOON, LEASE, atMost(9, 9))))
                .isEmpty();
        assertThat(second.<List<Row>>write(
                        writing -> writing.claim(COMMUNITY, "two", NOON.plus(LEASE), LEASE, atMost(9, 9))))
                .extracting(Row::attempts)
                .containsExactly(2);
        assertThat(claim(NOON.plus(LEASE))).isEmpty();
    }

    @Test
    void anErasureIsSurvivedByNoCache() {
        PersonId ada = introduce("cookie-1", "Ada").id();
        keep(CHAT, "1", ada, "Slugs love hostas");
        assertThat(second.<Map<?, ?>>read(reading -> reading.words(CHAT))).hasSize(1);
        assertThat(second.<List<Person>>read(reading -> reading.people(COMMUNITY)))
                .hasSize(1);

        store.write(writing -> {
            writing.erase(COMMUNITY, ada);
            return true;
        });

        assertThat(second.<Map<?, ?>>read(reading -> reading.words(CHAT))).isEmpty();
        assertThat(second.<List<Person>>read(reading -> reading.people(COMMUNITY)))
                .isEmpty();
        second.write(writing -> {
            writing.keep(CHAT, Map.of(message("2"), new Spoken(ada, "A straggler")));
            return true;
        });
        assertThat(words(CHAT)).isEmpty();
    }

    @Test
    void aPlaceThatIsCommittedLateWaitsForTheLaterOneThatIsClaimed() throws Exception {
        CountDownLatch enqueued = new CountDownLatch(1);
        CountDownLatch claimed = new CountDownLatch(1);
        inParallel(2, part -> {
            if (part == 0) {
                store.write(writing -> {
                    writing.enqueue(CHAT, List.of(new Queued("room", NOON, LATER, post("chat/Q1"))));
                    enqueued.countDown();
                    await(claimed);
                    return true;
                });
            } else {
                await(enqueued);
                second.write(writing -> {
                    writing.enqueue(OTHER, List.of(new Queued("room", NOON, LATER, post("other/Q1"))));
                    return true;
                });
                assertThat(second.<List<Row>>write(
                                writing -> writing.claim(COMMUNITY, "two", NOON, LEASE, atMost(9, 9))))
                        .extracting(row -> row.effect().key())
                        .containsExactly("other/Q1");
                claimed.countDown();
            }
        });

        assertThat(row("chat/Q1").place()).isLessThan(row("other/Q1").place());
        assertThat(claim(NOON)).isEmpty();
        assertThat(nextDue()).contains(NOON.plus(LEASE));
        finish("other/Q1", Row.State.DONE);
        assertThat(claim(NOON)).extracting(row -> row.effect().key()).containsExactly("chat/Q1");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
