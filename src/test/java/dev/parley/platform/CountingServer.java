package dev.parley.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A platform that counts requests over any stretch of time, as they arrive. */
public final class CountingServer {

    private final List<Long> arrivals = new ArrayList<>();

    /** A request arrives at a time in nanoseconds; they may be told in any order. */
    public synchronized void arrived(long at) {
        arrivals.add(at);
    }

    /** How many came. */
    public synchronized int count() {
        return arrivals.size();
    }

    /** When the last one came. */
    public synchronized long last() {
        return Collections.max(arrivals);
    }

    /** The most that came in any stretch of that length, one of its ends not counted. */
    public synchronized int mostWithin(Duration window) {
        List<Long> sorted = arrivals.stream().sorted().toList();
        int most = 0;
        int first = 0;
        for (int last = 0; last < sorted.size(); last++) {
            while (sorted.get(last) - sorted.get(first) >= window.toNanos()) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
