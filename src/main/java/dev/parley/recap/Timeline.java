package dev.parley.recap;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How the answers came in.
 *
 * @param from where the first bucket begins
 * @param step how long a bucket is
 * @param rows one a question, all of the same length
 */
public record Timeline(Instant from, Duration step, List<Row> rows) {

    public Timeline {
        rows = List.copyOf(rows);
    }

    /**
     * The answers to one question.
     *
     * @param during how many in each bucket
     * @param later how many after the chat had closed
     */
    public record Row(int question, List<Integer> during, int later) {

        public Row {
            during = List.copyOf(during);
        }
    }

    /** How many buckets each row has. */
    public int buckets() {
        return rows.isEmpty() ? 0 : rows.getFirst().during().size();
    }

    /** Where a bucket begins, the first being 0. */
    public Instant startOf(int bucket) {
        return from.plus(step.multipliedBy(bucket));
    }
}
