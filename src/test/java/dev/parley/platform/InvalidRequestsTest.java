package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InvalidRequestsTest {

    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final InvalidRequests invalid = new InvalidRequests(3, WINDOW);

    @Test
    void onlyAnswersThatCountAreCounted() {
        for (int status : new int[] {200, 204, 400, 404, 500, 502}) {
            answer(status, 0);
            answer(status, 0);
            answer(status, 0);
        }
        assertThat(patience(0)).isZero();

        answer(401, 0);
        answer(403, 0);
        assertThat(patience(0)).isZero();
        answer(429, 0);
        assertThat(patience(0)).isEqualTo(WINDOW);
    }

    @Test
    void thePatienceEndsWhenOneMoreIsBelowTheLimitAgain() {
        answer(403, 0);
        answer(403, 60);
        answer(403, 120);
        answer(403, 180);

        assertThat(patience(180)).isEqualTo(WINDOW.minusSeconds(120));
        assertThat(patience(659)).isEqualTo(Duration.ofSeconds(1));
        assertThat(patience(660)).isZero();
        answer(403, 660);
        assertThat(patience(660)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void whoHoldsBackNeverReachesTheLimitInAnyStretch() {
        int limit = 2000;
        InvalidRequests guard = new InvalidRequests(limit, WINDOW);
        Random random = new Random(7);
        Deque<Instant> sent = new ArrayDeque<>();
        Instant now = NOON;
        int most = 0;
        for (int i = 0; i < 20_000; i++) {
            now = now.plus(guard.patience(now)).plusMillis(random.nextInt(100));
            guard.answered(429, now);
            sent.addLast(now);
            while (!sent.getFirst().plus(WINDOW).isAfter(now)) {
                sent.removeFirst();
            }
            most = Math.max(most, sent.size());
        }

        assertThat(most).isEqualTo(limit);
    }

    @Test
    void aLimitOfNothingIsNone() {
        assertThatThrownBy(() -> new InvalidRequests(0, WINDOW)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new InvalidRequests(1, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    private void answer(int status, int second) {
        invalid.answered(status, NOON.plusSeconds(second));
    }

    private Duration patience(int second) {
        return invalid.patience(NOON.plusSeconds(second));
    }
}
