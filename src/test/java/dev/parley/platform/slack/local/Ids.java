package dev.parley.platform.slack.local;

import java.time.InstantSource;
import java.util.Locale;

/** Ids as Slack makes them, and the times that name messages: seconds and microseconds, each later than the one before. */
final class Ids {
    private static final long FIRST = 78_364_164_096L; // 36 to the 7th: ids of eight places
    private long count;
    private long lastMicros;
    volatile InstantSource clock = InstantSource.system();

    synchronized String next(String prefix) {
        count++;
        return prefix + Long.toString(FIRST + count * 7919, 36).toUpperCase(Locale.ROOT);
    }

    synchronized String time() {
        lastMicros = Math.max(lastMicros + 1, clock.millis() * 1000);
        return lastMicros / 1_000_000 + "." + String.format("%06d", lastMicros % 1_000_000);
    }
}
