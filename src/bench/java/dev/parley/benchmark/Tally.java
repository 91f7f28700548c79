package dev.parley.benchmark;

import java.io.IOException;
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

    /** Returns when whoever started this process wants it to end. */
    static void untilTold() throws IOException {
        System.out.println("ready");
        while (System.in.read() >= 0) {
            // nothing is said that way
        }
    }
}
