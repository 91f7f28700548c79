package dev.parley.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Counts who does how much: one bucket for each key, as many as fit; the one not used for longest is forgotten first. */
public final class RateLimits {
    private static final int MOST_BUCKETS = 100_000;

    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(MOST_BUCKETS).build();
    private final InstantSource clock;

    /** Limits by this clock. */
    public RateLimits(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Takes one, or turns the visitor away.
     *
     * @param what the thing that is counted
     * @param who by whom
     * @throws Problem 429, with the time after which it will do again
     */
    public void take(String what, String who, Rate rate) {
        Instant now = clock.instant();
        Bucket bucket = buckets.get(what + " " + who, key -> new Bucket(rate.burst(), now));
        if (!bucket.take(rate, now)) {
            throw Problem.tooMany(Duration.ofSeconds(Math.max(1, (long) Math.ceil(1 / rate.perSecond()))));
        }
    }

    private static final class Bucket {
        private double left;
        private Instant last;

        Bucket(double left, Instant now) {
            this.left = left;
            this.last = now;
        }

        synchronized boolean take(Rate rate, Instant now) {
            double seconds = Math.max(0, Duration.between(last, now).toNanos() / 1e9);
            left = Math.min(rate.burst(), left + seconds * rate.perSecond());
            last = now;
            if (left < 1) {
                return false;
            }
            left -= 1;
            return true;
        }
    }
}
