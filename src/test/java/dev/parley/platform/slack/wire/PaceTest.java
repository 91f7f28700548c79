package dev.parley.platform.slack.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.Narrow;
import dev.parley.platform.NotYet;
import dev.parley.voice.Prompts;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What many are told in private goes out at Slack's pace, in each workspace by itself. */
class PaceTest {
    private final AtomicLong clock = new AtomicLong();
    private final Pace openings = new Pace(Narrow.OPENINGS, Prompts.of("slack"), clock::get);

    @Test
    void soManyAMinuteAndNobodyWaits() {
        for (int at = 0; at < 40; at++) {
            assertThat(openings.<Integer>keep("T1", () -> 1)).isOne();
        }

        assertThatThrownBy(() -> openings.keep("T1", () -> 1)).isInstanceOfSatisfying(NotYet.class, late -> {
            assertThat(late.what()).isEqualTo(Narrow.OPENINGS);
            assertThat(late.patience()).isPositive();
        });
        assertThat(openings.<Integer>keep("T2", () -> 2)).isEqualTo(2);

        clock.addAndGet(Duration.ofSeconds(61).toNanos());
        assertThat(openings.<Integer>keep("T1", () -> 3)).isEqualTo(3);
    }

    @Test
    void whatFailedMayHaveCounted() {
        for (int at = 0; at < 40; at++) {
            assertThatThrownBy(() -> openings.keep("T1", () -> {
                        throw new IllegalStateException("no answer");
                    }))
                    .hasMessage("no answer");
        }

        clock.addAndGet(Duration.ofSeconds(61).toNanos());
        assertThatThrownBy(() -> openings.keep("T1", () -> 1)).isInstanceOf(NotYet.class);
    }
}
