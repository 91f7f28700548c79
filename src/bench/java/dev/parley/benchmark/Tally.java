package dev.parley.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts, within a contestant, and says when a number is reached that was asked for. */
final class Tally {
    private final AtomicInteger count = new AtomicInteger();
    private final int first;
    private final int all;

    /**
     * @param first said when it is reached, and then
     * @param all when this is
     */
    Tally(int first, int all) {
        this.first = first;
        this.all = all;
    }

    void add(int more) {
        int now = count.addAndGet(more);
        if (now >= first && now - more < first) {
            System.out.println("warm");
        }
        if (now >= all && now - more < all) {
            System.out.println("done");
        }
    }

    /** Says that all is ready, and waits to be told when to begin. */
    static Instant whenTold() throws IOException {
        System.out.println("ready");
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return Instant.ofEpochMilli(Long.parseLong(lines.readLine()));
    }

    /** Returns when whoever started this process wants it to end. */
    static void untilTold() throws IOException {
        System.out.println("ready");
        untilOver();
    }

    /** Returns when standard input has ended. */
    static void untilOver() throws IOException {
        while (System.in.read() >= 0) {
            // nothing is said that way
        }
    }
}
