package dev.parley.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts the answers for which a platform bans an address that gets too many of them: 401, 403 and 429. Discord bans for 10,000 within
 * ten minutes, and counts for an address, which other processes may share: so the limit is to be set well below.
 *
 * <p>A 429 that Discord marks {@code X-RateLimit-Scope: shared} does not count there and is not to be told here.
 */
public final class InvalidRequests {

    private final int limit;
    private final Duration window;
    private final Deque<Instant> counted = new ArrayDeque<>();

    /**
     * Nothing counted yet.
     *
     * @param limit from so many on it is time to hold back; at least 1
     * @param window for how long an answer counts
     */
    public InvalidRequests(int limit, Duration window) {
        if (limit < 1 || !window.isPositive()) {
            throw new IllegalArgumentException(limit + " within " + window + " is no limit");
        }
        this.limit = limit;
        this.window = window;
    }

    /** Counts an answer if it is one of those. */
    public synchronized void answered(int status, Instant now) {
        if (status == 401 || status == 403 || status == 429) {
            counted.addLast(now);
            // the older ones do not change when to go on
            if (counted.size() > limit) {
                counted.removeFirst();
            }
        }
    }

    /** How long to hold back before the next request, which might be one more: zero when all is well. */
    public synchronized Duration patience(Instant now) {
        if (counted.size() < limit) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(now, counted.getFirst().plus(window));
        return left.isPositive() ? left : Duration.ZERO;
    }
}
