package dev.parley.platform.discord.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Some go at once, the others one after the other, each in a turn of their own. */
class TurnsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration GAP = Duration.ofSeconds(2);

    private final Turns turns = new Turns(3, GAP);

    private Duration patience(String who, int second) {
        return turns.patience(who, NOON.plusSeconds(second));
    }

    @Test
    void someGoAtOnceAndTheOthersOneAfterTheOther() {
        assertThat(patience("a", 0)).isZero();
        assertThat(patience("b", 0)).isZero();
        assertThat(patience("c", 0)).isZero();
        assertThat(patience("d", 0)).isEqualTo(GAP);
        assertThat(patience("e", 0)).isEqualTo(GAP.multipliedBy(2));
    }

    @Test
    void aTurnIsKeptForWhoWasTold() {
        for (String who : "abcde".split("")) {
            patience(who, 0);
        }

        assertThat(patience("e", 1)).isEqualTo(Duration.ofSeconds(3));
        assertThat(patience("f", 1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(patience("e", 4)).isZero();
        assertThat(patience("d", 4)).isZero();
        assertThat(patience("e", 4)).as("a second one").isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void afterARestSomeGoAtOnceAgain() {
        for (String who : "abcd".split("")) {
            patience(who, 0);
        }

        assertThat(patience("x", 60)).isZero();
        assertThat(patience("y", 60)).isZero();
        assertThat(patience("z", 60)).isZero();
        assertThat(patience("d", 60)).isZero();
        assertThat(patience("u", 60)).isEqualTo(GAP);
    }

    @Test
    void whileItIsClosedNobodyGoes() {
        patience("a", 0);
        turns.close(NOON.plusSeconds(60));

        assertThat(patience("b", 1)).isEqualTo(Duration.ofSeconds(59));
        assertThat(patience("b", 60)).isZero();
    }
}
