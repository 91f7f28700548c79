package dev.parley.platform;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How near a burst comes to the best possible: requests that are due at once, against a simulated platform that counts 50 over any
 * second, on a simulated clock. The best possible is the last request out after ⌈n/50⌉−1 seconds.
 *
 * <pre>mvn -q -Pbench test-compile exec:exec -Dbench=dev.parley.platform.BurstBenchmark</pre>
 */
public final class BurstBenchmark {

    private static final Allowance DISCORD = new Allowance(50, Duration.ofSeconds(1), Duration.ofSeconds(2));

    private BurstBenchmark() {}

    private record Due(long at, Runnable what) {}

    private record Travel(String name, Duration least, Duration most) {}

    /** Prints a line for each burst and each network. */
    public static void main(String[] arguments) {
        System.out.println("requests  one way        last out    best  ratio  most in a second");
        for (int requests : new int[] {1000, 2000}) {
            line(requests, new Travel("0.2-1 ms", Duration.ofNanos(200_000), Duration.ofMillis(1)));
            line(requests, new Travel("2-8 ms", Duration.ofMillis(2), Duration.ofMillis(8)));
            line(requests, new Travel("30-60 ms", Duration.ofMillis(30), Duration.ofMillis(60)));
        }
    }

    private static void line(int requests, Travel travel) {
        CountingServer server = new CountingServer();
        double last = burst(requests, travel, server) / 1e9;
        double best = (requests - 1) / DISCORD.requests();
        System.out.printf(
                "%8d  %-12s  %7.2f s  %4.0f s  %5.3f  %d%n",
                requests, travel.name(), last, best, last / best, server.mostWithin(DISCORD.window()));
    }

    /** When the last request is sent, in nanoseconds after the first. */
    private static long burst(int requests, Travel travel, CountingServer server) {
        Random random = new Random(requests);
        AtomicLong clock = new AtomicLong();
        SlidingBudget budget = SlidingBudget.alone(DISCORD, clock::get);
        PriorityQueue<Due> due = new PriorityQueue<>((one, other) -> Long.compare(one.at(), other.at()));
        long begin = DISCORD.longRest().toNanos();
        long last = begin;
        int left = requests;
        clock.set(begin);
        while (left > 0) {
            while (left > 0) {
                Leave leave = budget.takeNow().orElse(null);
                if (leave == null) {
                    break;
                }
                left--;
                last = clock.get();
                long there = last + way(travel, random);
                server.arrived(there);
                long back = there + way(travel, random);
                due.add(new Due(back, leave::answered));
                due.add(new Due(back + DISCORD.rest().toNanos(), () -> {}));
            }
            Due next = due.remove();
            clock.set(next.at());
            next.what().run();
        }
        return last - begin;
    }

    private static long way(Travel travel, Random random) {
        return random.nextLong(travel.least().toNanos(), travel.most().toNanos());
    }
}
