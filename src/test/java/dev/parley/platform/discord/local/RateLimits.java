package dev.parley.platform.discord.local;

import dev.parley.platform.local.Answer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Discord's limits on requests: each route and channel (or guild) has a bucket that fills up again at once when its time is over, and over all
 * there are fifty in any second. Times are in nanoseconds.
 *
 * <p>The time is asked while nobody else counts. Were it asked before, then a request that is held up on its way to be counted would stand
 * behind later ones, and whoever comes exactly a second after it would be refused although no second had more than fifty.
 */
final class RateLimits {
    private static final int OVER_ALL = 50;
    private static final long SECOND = 1_000_000_000L;

    /** How many requests in how many milliseconds. */
    private record Limit(int requests, int millis) {}

    private static final Limit USUAL = new Limit(50, 1000);
    private static final Map<String, Limit> LIMITS = Map.ofEntries(
            Map.entry("POST /channels/{}/messages", new Limit(5, 5000)),
            Map.entry("PATCH /channels/{}/messages/{}", new Limit(5, 5000)),
            Map.entry("DELETE /channels/{}/messages/{}", new Limit(5, 1000)),
            Map.entry("POST /channels/{}/messages/bulk-delete", new Limit(1, 1000)),
            Map.entry("PUT /channels/{}/messages/{}/reactions/{}/@me", new Limit(1, 250)),
            Map.entry("DELETE /channels/{}/messages/{}/reactions/{}/@me", new Limit(1, 250)),
            Map.entry("PUT /channels/{}/messages/pins/{}", new Limit(5, 4000)),
            Map.entry("PUT /channels/{}/pins/{}", new Limit(5, 4000)),
            Map.entry("GET /channels/{}/messages", new Limit(5, 1000)),
            Map.entry("POST /channels/{}/messages/{}/threads", new Limit(10, 10_000)),
            Map.entry("POST /users/@me/channels", new Limit(10, 10_000)),
            Map.entry("POST /guilds/{}/scheduled-events", new Limit(5, 5000)),
            Map.entry("PATCH /guilds/{}/scheduled-events/{}", new Limit(5, 5000)));

    private static final class Bucket {
        final Limit limit;
        long ends;
        int left;

        Bucket(Limit limit) {
            this.limit = limit;
        }
    }

    /** What becomes of a request: its bucket, and whether, why and how long it has to wait. */
    record Verdict(String bucket, int limit, int left, double resetAfter, double retryAfter, boolean global) {

        boolean waits() {
            return retryAfter > 0;
        }

        Answer on(Answer answer) {
            double at = System.currentTimeMillis() / 1000.0 + resetAfter;
            answer.with("X-RateLimit-Limit", Integer.toString(limit))
                    .with("X-RateLimit-Remaining", Integer.toString(left))
                    .with("X-RateLimit-Reset", String.format(Locale.ROOT, "%.3f", at))
                    .with("X-RateLimit-Reset-After", String.format(Locale.ROOT, "%.3f", resetAfter))
                    .with("X-RateLimit-Bucket", bucket);
            return answer;
        }
    }

    private final Map<String, Bucket> buckets = new HashMap<>();
    private final long[] latest = new long[OVER_ALL];
    private int next;
    private final LongSupplier nanos;
    private boolean on;

    /** @param nanos a clock that only goes forward */
    RateLimits(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized void on(boolean now) {
        on = now;
    }

    /** Null when there are no limits. */
    synchronized @Nullable Verdict ask(String method, String route, @Nullable String major, boolean countsOverAll) {
        if (!on) {
            return null;
        }
        long now = nanos.getAsLong();
        String name = method + " " + route;
        Limit limit = LIMITS.getOrDefault(name, USUAL);
        String hash = Integer.toHexString(name.hashCode());
        if (countsOverAll && latest[next] != 0 && now - latest[next] < SECOND) {
            double wait = (SECOND - (now - latest[next])) / 1e9;
            return new Verdict(hash, limit.requests, 0, wait, Math.max(wait, 0.001), true);
        }
        Bucket bucket = buckets.computeIfAbsent(name + " " + major, unseen -> new Bucket(limit));
        if (now >= bucket.ends) {
            bucket.ends = now + limit.millis * 1_000_000L;
            bucket.left = limit.requests;
        }
        double reset = (bucket.ends - now) / 1e9;
        if (bucket.left == 0) {
            return new Verdict(hash, limit.requests, 0, reset, Math.max(reset, 0.001), false);
        }
        bucket.left--;
        if (countsOverAll) {
            latest[next] = now;
            next = (next + 1) % OVER_ALL;
        }
        return new Verdict(hash, limit.requests, bucket.left, reset, 0, false);
    }
}
