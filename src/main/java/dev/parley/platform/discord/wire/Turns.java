package dev.parley.platform.discord.wire;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;

/** Turns at something that may not be done too often: some at once, then one after the other. Nobody waits here. */
final class Turns {
    /** Who has not come back by then does not come back. */
    private static final Duration KEPT = Duration.ofHours(6);

    private final Duration gap;
    private final Duration burst;

    /** The turns of those who were told to come back. */
    private final Cache<String, Instant> given =
            Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(KEPT).build();

    /** When all is forgotten that was done. */
    private Instant rested = Instant.MIN;

    private Instant closedUntil = Instant.MIN;

    /**
     * Nothing was done yet.
     *
     * @param atOnce how many may go at once after a rest, at least 1
     * @param gap how long after one the next may go
     */
    Turns(int atOnce, Duration gap) {
        this.gap = gap;
        this.burst = gap.multipliedBy(atOnce - 1L);
    }

    /** How long somebody is to wait for their turn, which is kept for them; zero when it has come and is theirs. */
    synchronized Duration patience(String who, Instant now) {
        Instant known = given.getIfPresent(who);
        Instant turn = later(known == null ? next(now) : known, closedUntil);
        if (turn.isAfter(now)) {
            given.put(who, turn);
            return Duration.between(now, turn);
        }
        given.invalidate(who);
        return Duration.ZERO;
    }

    private Instant next(Instant now) {
        Instant from = later(rested, now);
        rested = from.plus(gap);
        return from.minus(burst);
    }

    /** Nobody's turn comes before this. */
    synchronized void close(Instant until) {
        closedUntil = later(closedUntil, until);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
