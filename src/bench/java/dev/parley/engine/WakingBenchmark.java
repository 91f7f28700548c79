package dev.parley.engine;

import dev.parley.benchmark.Partnerships;
import dev.parley.conversation.Ask;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Fact;
import dev.parley.conversation.Plan;
import dev.parley.conversation.Story;
import dev.parley.conversation.Words;
import dev.parley.platform.Account;
import dev.parley.platform.Choice;
import dev.parley.platform.Coaching;
import dev.parley.platform.Note;
import dev.parley.store.Postgres;
import dev.parley.store.Store;
import dev.parley.store.Stores;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How long the engine alone takes for many partnerships whose meetings have all ended, with no platform around it: until all are woken
 * and what is to be asked is decided, and until everybody has been asked. The clock is moved by hand, so that all are due at once.
 *
 * <pre>java … dev.parley.engine.WakingBenchmark [partnerships …]</pre>
 */
public final class WakingBenchmark {
    private static final Instant NOW = Instant.parse("2026-11-25T15:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final int CACHED = 5_000;

    private WakingBenchmark() {}

    /** Prints a line for each size, first over a file and then over PostgreSQL. */
    public static void main(String[] arguments) throws Exception {
        int[] sizes = arguments.length == 0
                ? new int[] {500, 10_000}
                : Stream.of(arguments).mapToInt(Integer::parseInt).toArray();
        System.out.printf(
                "%12s  %-10s %9s %10s %10s %12s %9s %12s%n",
                "partnerships", "", "set up", "all woken", "all asked", "ms of work", "heap", "rows looked");
        for (int size : sizes) {
            measure(size, false);
            measure(size, true);
        }
        System.exit(0);
    }

    private static void measure(int partnerships, boolean server) throws Exception {
        Path folder = Files.createTempDirectory("waking");
        dev.parley.store.Settings database =
                server ? Postgres.database(folder) : dev.parley.store.Settings.inFolder(folder);
        long begin = System.nanoTime();
        Store store = Stores.open(database);
        Partnerships all = new Partnerships("here");
        List<Account> people = IntStream.range(0, 2 * partnerships)
                .mapToObj(number -> new Account(FakePlatform.NAME, Integer.toString(number)))
                .toList();
        all.keep(store, people, number -> NOW.plus(QUARTER.multipliedBy(number).dividedBy(partnerships)));
        double setUp = seconds(begin);
        HandClock clock = new HandClock(NOW.minus(Duration.ofHours(1)));
        FakePlatform platform = new FakePlatform();
        Counted coaching = new Counted(all.coaching());
        Engine engine = engine(store, platform, all, coaching, clock);
        engine.start(true);
        Thread.sleep(1_000);
        Map<String, Long> rows = looked(database);
        long work = worked();
        begin = System.nanoTime();
        clock.set(NOW.plus(QUARTER));
        engine.stir();
        await(partnerships, coaching.woken);
        double woken = seconds(begin);
        while (posted(platform) < people.size()) {
            Thread.sleep(20);
        }
        double asked = seconds(begin);
        work = worked() - work;
        Thread.sleep(1_500);
        Map<String, Long> after = looked(database);
        System.out.printf(
                "%,12d  %-10s %7.1f s %8.1f s %8.1f s %12.2f %6d MB",
                partnerships,
                server ? "PostgreSQL" : "H2",
                setUp,
                woken,
                asked,
                work / 1e6 / partnerships,
                heap());
        after.forEach((table, count) -> System.out.printf(
                "  %s %.0f", table, (count - rows.getOrDefault(table, 0L)) / (double) partnerships));
        System.out.println();
        engine.close();
        store.close();
    }

    static Engine engine(
            Store store, FakePlatform platform, Partnerships all, Extension coaching, HandClock clock) {
        Settings settings = new Settings(
                "here",
                ZoneId.of("Europe/Berlin"),
                Locale.UK,
                Optional.empty(),
                Optional.empty(),
                _ -> "",
                Duration.ofSeconds(30),
                CACHED,
                "alone");
        Plan plan = EngineTest.plan();
        return new Engine(
                settings,
                store,
                List.of(platform),
                new OneChat(new ScheduledChat("test/2026-12-31", plan)),
                all.voice(),
                clock,
                Optional.of(coaching));
    }

    private static int posted(FakePlatform platform) {
        synchronized (platform) {
            return platform.posted.size();
        }
    }

    private static void await(int number, AtomicInteger count) throws InterruptedException {
        while (count.get() < number) {
            Thread.sleep(20);
        }
    }

    static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    static long worked() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** Megabytes in use when what is not needed has been collected. */
    static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1_000_000;
    }

    /** How many rows PostgreSQL has looked at so far, by table; nothing is known of a file. */
    private static Map<String, Long> looked(dev.parley.store.Settings database) throws SQLException {
        Map<String, Long> looked = new HashMap<>();
        if (database.server().isPresent()) {
            dev.parley.store.Settings.Server server = database.server().get();
            try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select relname, coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)"
                            + " from pg_stat_user_tables where relname in ('outbox', 'event', 'member')")) {
                while (rows.next()) {
                    looked.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return looked;
    }

    /** Counts the wakes. */
    private record Counted(Extension coached, AtomicInteger woken) implements Extension {

        Counted(Extension coached) {
            this(coached, new AtomicInteger());
        }

        @Override
        public Map<String, StoryKind> kinds() {
            Map<String, StoryKind> kinds = new HashMap<>();
            coached.kinds().forEach((name, kind) -> kinds.put(name, counted(kind)));
            return kinds;
        }

        private StoryKind counted(StoryKind kind) {
            return new StoryKind() {
                @Override
                public Story blank(ConversationId id) {
                    return kind.blank(id);
                }

                @Override
                public Ask wake(ConversationId id) {
                    Ask ask = kind.wake(id);
                    woken.incrementAndGet();
                    return ask;
                }

                @Override
                public void woken(ConversationId id, List<Fact> facts) {
                    kind.woken(id, facts);
                }

                @Override
                public Optional<Note> write(ConversationId id, Effect.Letter letter) {
                    return kind.write(id, letter);
                }
            };
        }

        @Override
        public void begin(Ledger ledger) {
            coached.begin(ledger);
        }

        @Override
        public List<Awaited> awaited(Instant since) {
            return coached.awaited(since);
        }

        @Override
        public void look() {
            coached.look();
        }

        @Override
        public List<Step> following(Story story, Fact fact, Words words) {
            return coached.following(story, fact, words);
        }

        @Override
        public List<Choice> closing(Optional<Instant> next) {
            return coached.closing(next);
        }

        @Override
        public Coaching coaching() {
            return coached.coaching();
        }
    }
}
