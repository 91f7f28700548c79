package dev.parley.engine;

import dev.parley.benchmark.Partnerships;
import dev.parley.coaching.programme.ProgrammeEvent;
import dev.parley.conversation.ConversationId;
import dev.parley.platform.Account;
import dev.parley.store.Postgres;
import dev.parley.store.Store;
import dev.parley.store.Stores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What it costs to make a month's figures out of many partnerships: how long it takes, how long a processor works for it, and what is in
 * memory afterwards.
 *
 * <pre>java … dev.parley.engine.FreezingBenchmark [partnerships …]</pre>
 */
public final class FreezingBenchmark {
    private static final Instant BEGINNING = Instant.parse("2026-11-15T12:00:00Z");
    private static final Instant AFTER_THE_MONTH = Instant.parse("2026-12-20T12:00:00Z");
    private static final Instant NOTHING_ELSE_IS_DUE = Instant.parse("2027-06-01T12:00:00Z");

    private FreezingBenchmark() {}

    /** Prints a line for each size, first over a file and then over PostgreSQL. */
    public static void main(String[] arguments) throws Exception {
        int[] sizes = arguments.length == 0
                ? new int[] {10_000}
                : Stream.of(arguments).mapToInt(Integer::parseInt).toArray();
        System.out.printf(
                "%12s  %-10s %10s %12s %12s %12s%n", "partnerships", "", "frozen", "s of work", "heap before", "heap after");
        for (int size : sizes) {
            measure(size, false);
            measure(size, true);
        }
        System.exit(0);
    }

    private static void measure(int partnerships, boolean server) throws Exception {
        Path folder = Files.createTempDirectory("freezing");
        Store store = Stores.open(
                server ? Postgres.database(folder) : dev.parley.store.Settings.inFolder(folder));
        Partnerships all = new Partnerships("here");
        List<Account> people = IntStream.range(0, 2 * partnerships)
                .mapToObj(number -> new Account(FakePlatform.NAME, Integer.toString(number)))
                .toList();
        all.keep(store, people, _ -> NOTHING_ELSE_IS_DUE);
        HandClock clock = new HandClock(BEGINNING);
        Engine engine = WakingBenchmark.engine(store, new FakePlatform(), all, all.coaching(), clock);
        engine.start(true);
        while (count(store) == 0) {
            Thread.sleep(100);
        }
        long before = WakingBenchmark.heap();
        long work = WakingBenchmark.worked();
        long begin = System.nanoTime();
        clock.set(AFTER_THE_MONTH);
        engine.stir();
        while (!isFrozen(store)) {
            Thread.sleep(Duration.ofMillis(50));
        }
        double seconds = WakingBenchmark.seconds(begin);
        work = WakingBenchmark.worked() - work;
        System.out.printf(
                "%,12d  %-10s %8.1f s %10.1f s %9d MB %9d MB%n",
                partnerships,
                server ? "PostgreSQL" : "H2",
                seconds,
                work / 1e9,
                before,
                WakingBenchmark.heap());
        engine.close();
        store.close();
    }

    private static long count(Store store) {
        return store.<Integer>read(reading -> reading.events(programme(), 0).size());
    }

    private static boolean isFrozen(Store store) {
        return store.<Boolean>read(reading -> reading.events(programme(), 0).stream()
                .anyMatch(stored -> stored.happened().event() instanceof ProgrammeEvent.Frozen));
    }

    private static ConversationId programme() {
        return new ConversationId("here", "programme:all");
    }
}
