package dev.parley.platform.slack.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LaneTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final Lane lane = new Lane(nanos::get);

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** In how many milliseconds each of the next turns comes. */
    private long[] turns(int count) {
        return LongStream.generate(lane::reserve)
                .limit(count)
                .map(late -> Math.max(0, Duration.ofNanos(late).toMillis()))
                .toArray();
    }

    @Test
    void someGoAtOnceAndThenOneASecond() {
        assertThat(turns(6)).containsExactly(0, 0, 0, 1_020, 2_040, 3_060);
    }

    @Test
    void whatIsInHandComesBackWithTime() {
        turns(4);
        passes(Duration.ofMillis(2_100));

        assertThat(turns(3)).containsExactly(0, 960, 1_980);
    }

    @Test
    void aLongPauseSavesUpNoMoreThanWasInHand() {
        turns(3);
        passes(Duration.ofHours(3));

        assertThat(turns(5)).containsExactly(0, 0, 0, 1_020, 2_040);
    }
}
