package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PrivateSessionsTest {
    private static final byte[] SECRET = new byte[32];
    private static final String ANA = "discord 12.34 ä";

    private Instant now = Instant.parse("2026-11-24T15:00:00Z");
    private final PrivateSessions sessions = new PrivateSessions(SECRET, () -> now);

    private void pass(Duration time) {
        now = now.plus(time);
    }

    @Test
    void aCookieIsReadBackAndHoldsNoSecret() {
        PrivateSessions.Inside inside = sessions.open(ANA);

        assertThat(sessions.read(sessions.cookie(inside)))
                .hasValueSatisfying(read -> assertThat(read.subject()).isEqualTo(ANA));
        assertThat(sessions.open(ANA).browser()).isNotEqualTo(inside.browser());
    }

    @Test
    void whoeverDoesNothingForAnHourIsOut() {
        String cookie = sessions.cookie(sessions.open(ANA));

        pass(Duration.ofMinutes(59));
        assertThat(sessions.read(cookie)).isPresent();
        pass(Duration.ofMinutes(1));
        assertThat(sessions.read(cookie)).isEmpty();
    }

    @Test
    void beingThereKeepsItOpenForHalfADayAndNoLonger() {
        PrivateSessions.Inside inside = sessions.open(ANA);
        for (int half = 0; half < 23; half++) {
            pass(Duration.ofMinutes(30));
            inside = sessions.seenNow(inside).orElseThrow();
            assertThat(sessions.read(sessions.cookie(inside))).isPresent();
        }
        pass(Duration.ofMinutes(30));

        assertThat(sessions.read(sessions.cookie(sessions.seenNow(inside).orElseThrow())))
                .isEmpty();
    }

    @Test
    void aCopyOfAnEndedSessionIsWorthNothing() {
        PrivateSessions.Inside inside = sessions.open(ANA);
        String copy = sessions.cookie(inside);
        pass(Duration.ofMinutes(10));

        sessions.end(sessions.seenNow(inside).orElseThrow());

        assertThat(sessions.read(copy)).isEmpty();
    }

    @Test
    void nothingOfACookieCanBeChanged() {
        String cookie = sessions.cookie(sessions.open(ANA));
        String other = new PrivateSessions("another secret that is long enough".getBytes(), () -> now)
                .cookie(sessions.open(ANA));

        assertThat(sessions.read(other)).isEmpty();
        assertThat(sessions.read("")).isEmpty();
        assertThat(sessions.read("a.b.c.d.e")).isEmpty();
        assertThat(sessions.read(cookie + "x".repeat(600))).isEmpty();
        for (int at = 0; at < cookie.length(); at++) {
            char changed = cookie.charAt(at) == 'A' ? 'B' : 'A';
            assertThat(sessions.read(cookie.substring(0, at) + changed + cookie.substring(at + 1)))
                    .as("changed at " + at)
                    .isEmpty();
        }
    }

    @Test
    void aFormBelongsToOneLoginAlsoOfTheSamePerson() {
        PrivateSessions.Inside inside = sessions.open(ANA);
        String token = sessions.token(inside);
        pass(Duration.ofMinutes(10));

        assertThat(sessions.owns(sessions.seenNow(inside).orElseThrow(), token)).isTrue();
        assertThat(sessions.owns(sessions.open(ANA), token)).isFalse();
    }
}
