package dev.parley.platform.slack.wire;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Posts to one channel, near one a second with a little in hand. Who takes a turn waits for it, in order of coming; nobody else's lane is
 * held up.
 */
final class Lane {
    /** Slack allows about one a second; a little less, since nobody's clock runs quite like another's. */
    private static final Duration BETWEEN = Duration.ofMillis(1_020);

    /** Slack allows "some burst"; the local one allows four. */
    private static final int IN_HAND = 3;

    private final LongSupplier nanos;
    private final ReentrantLock lock = new ReentrantLock(true);
    private long next;

    /**
     * One in which nobody has posted.
     *
     * @param nanos a clock that only goes forward, in nanoseconds of any origin
     */
    Lane(LongSupplier nanos) {
        this.nanos = nanos;
        this.next = nanos.getAsLong() - inHand();
    }

    private static long inHand() {
        return BETWEEN.multipliedBy(IN_HAND - 1L).toNanos();
    }

    /** Waits for a turn. */
    void take() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(Math.max(0, reserve()));
    }

    /** Takes the next turn; returns in how many nanoseconds it comes. */
    long reserve() {
        lock.lock();
        try {
            long now = nanos.getAsLong();
            long turn = next - (now - inHand()) > 0 ? next : now - inHand();
            next = turn + BETWEEN.toNanos();
            return turn - now;
        } finally {
            lock.unlock();
        }
    }
}
