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

    /** What is done at a time that this process is told. */
    @FunctionalInterface
    interface Burst {

        /**
         * Makes ready, or does, what is due then.
         *
         * @param channels in how many channels
         */
        void due(Instant at, int channels) throws InterruptedException;
    }

    /** Says that all is ready, and does each time as it is told, until whoever started this process wants it to end. */
    static void whenTold(Burst burst) throws IOException, InterruptedException {
        System.out.println("ready");
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.split(" ");
            burst.due(Instant.ofEpochMilli(Long.parseLong(words[0])), Integer.parseInt(words[1]));
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
