package dev.parley.platform.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What has been asked of a local server, and how often in a second. */
public final class Requests {

    /** One request, with what was answered. */
    public record Asked(String method, String path, int status) {}

    private static final int KEPT = 10_000;
    private final AtomicInteger limited = new AtomicInteger();
    private final AtomicInteger invalid = new AtomicInteger();
    private final ArrayList<Asked> latest = new ArrayList<>();
    private long[] times = new long[1024];
    private int count;

    /** The latest ten thousand at most, in order. */
    public synchronized List<Asked> all() {
        return List.copyOf(latest);
    }

    /** How many were answered 429. */
    public int limited() {
        return limited.get();
    }

    /** How many were answered 401, 403 or 429: ten thousand in ten minutes, and Discord bans an address. */
    public int invalid() {
        return invalid.get();
    }

    /** How many there were, those that count for the limit over all. */
    public synchronized int count() {
        return count;
    }

    /** The most within any second, sliding, of those that count for the limit over all. */
    public synchronized int busiestSecond() {
        long[] sorted = Arrays.copyOf(times, count);
        Arrays.sort(sorted);
        int most = 0;
        int start = 0;
        for (int end = 0; end < count; end++) {
            while (sorted[end] - sorted[start] >= 1_000_000_000L) {
                start++;
            }
            most = Math.max(most, end - start + 1);
        }
        return most;
    }

    /** Forgets all. */
    public synchronized void clear() {
        limited.set(0);
        invalid.set(0);
        latest.clear();
        count = 0;
    }

    public synchronized void arrived(long nanos) {
        if (count == times.length) {
            times = Arrays.copyOf(times, count * 2);
        }
        times[count++] = nanos;
    }

    public synchronized void answered(String method, String path, int status) {
        if (status == 429) {
            limited.incrementAndGet();
        }
        if (status == 401 || status == 403 || status == 429) {
            invalid.incrementAndGet();
        }
        if (latest.size() == KEPT) {
            latest.subList(0, KEPT / 2).clear();
        }
        latest.add(new Asked(method, path, status));
    }
}
