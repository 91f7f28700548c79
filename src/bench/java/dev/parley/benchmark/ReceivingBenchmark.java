package dev.parley.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Messages a second, received through the gateway and stored so that they survive a power cut: by Parley in a running chat (which also
 * finds out who speaks, files, seals and enqueues receipts), by JDA alone with a writer that groups inserts, and by discord.js with a
 * label matched and one durable insert a message. Rounds alternate; medians count.
 *
 * <p>The system property {@code only} names one that runs alone, to be profiled.
 *
 * <pre>java … dev.parley.benchmark.ReceivingBenchmark [rounds] [messages to warm up] [messages]</pre>
 */
public final class ReceivingBenchmark {
    private static final String CHANNEL = "tuesday-talk";
    private static final int PEOPLE = 50;
    private static final int WARM_UPS = 4;

    /** One in three answers a question by its label; the others are filed by what they say. */
    private static final List<String> TEXTS = List.of(
            "A1: in class {} I would try the smallest thing first",
            "so true {} and I had not thought of it before",
            "with {} of us that is how we did it last year");

    private final int rounds;
    private final int warmUp;
    private final int messages;
    private final List<Kind> kinds;

    private ReceivingBenchmark(int rounds, int warmUp, int messages) {
        this.rounds = rounds;
        this.warmUp = warmUp;
        this.messages = messages;
        String only = System.getProperty("only");
        this.kinds = only == null ? List.of(Kind.values()) : List.of(Kind.valueOf(only));
    }

    private enum Kind {
        PARLEY("Parley"),
        JDA("bare JDA, grouped H2 writer"),
        DISCORD_JS("discord.js, better-sqlite3");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        private List<String> command(List<String> arguments) {
            return switch (this) {
                case PARLEY -> Contestant.java(ReceivingParley.class.getName(), arguments);
                case JDA -> Contestant.java(ReceivingJda.class.getName(), arguments);
                case DISCORD_JS -> Contestant.node("receiving.mjs", arguments);
            };
        }
    }

    /**
     * @param perSecond how many messages were stored a second
     * @param work microseconds that processors worked for a message, in the contestant
     */
    private record Measured(double perSecond, double work) {}

    /** Prints a line a round, and the table. */
    public static void main(String[] arguments) throws IOException {
        int[] numbers = Stream.of(arguments).mapToInt(Integer::parseInt).toArray();
        new ReceivingBenchmark(
                        numbers.length > 0 ? numbers[0] : 3,
                        numbers.length > 1 ? numbers[1] : 200_000,
                        numbers.length > 2 ? numbers[2] : 60_000)
                .run();
        System.exit(0);
    }

    private void run() throws IOException {
        Map<Kind, List<Measured>> all = new EnumMap<>(Kind.class);
        for (int round = 1; round <= rounds; round++) {
            StringBuilder line = new StringBuilder("round " + round + ":");
            for (Kind kind : kinds) {
                Measured measured = measure(kind);
                all.computeIfAbsent(kind, _ -> new ArrayList<>()).add(measured);
                line.append(String.format("  %s %,.0f/s (%.1f µs)", kind, measured.perSecond(), measured.work()));
            }
            System.out.println(line);
        }
        table(all);
    }

    private void table(Map<Kind, List<Measured>> all) {
        System.out.printf("%n%-28s %10s %9s %9s %11s%n", "received and kept", "a second", "to JDA", "to d.js", "µs of work");
        for (Kind kind : kinds) {
            double perSecond = median(all.get(kind), Measured::perSecond);
            System.out.printf(
                    "%-28s %,10.0f %9.2f %9.2f %11.1f%n",
                    kind.title,
                    perSecond,
                    perSecond / median(all.getOrDefault(Kind.JDA, List.of()), Measured::perSecond),
                    perSecond / median(all.getOrDefault(Kind.DISCORD_JS, List.of()), Measured::perSecond),
                    median(all.get(kind), Measured::work));
        }
    }

    private static double median(List<Measured> all, ToDoubleFunction<Measured> what) {
        return Median.of(all.stream().map(one -> what.applyAsDouble(one)).toList());
    }

    private Measured measure(Kind kind) throws IOException {
        Path folder = Files.createTempDirectory("receiving");
        try (LocalServer server = new LocalServer()) {
            String channel = server.channel(CHANNEL);
            server.people(PEOPLE);
            List<String> arguments = new ArrayList<>(server.address());
            arguments.addAll(List.of(
                    channel, folder.toString(), Integer.toString(warmUp), Integer.toString(warmUp + messages)));
            try (Contestant contestant = new Contestant(kind.command(arguments))) {
                contestant.await("ready");
                warmUp(server, contestant);
                Duration before = contestant.worked();
                double seconds = pour(server, contestant, messages, "done");
                Duration work = contestant.worked().minus(before);
                return new Measured(messages / seconds, work.toNanos() / 1e3 / messages);
            }
        } finally {
            Folders.delete(folder);
        }
    }

    /** In parts, since the first of them decides what is compiled, and the next run what was compiled then. */
    private void warmUp(LocalServer server, Contestant contestant) {
        for (int part = 1; part < WARM_UPS; part++) {
            server.prepare(CHANNEL, TEXTS, warmUp / WARM_UPS);
            server.pour(CHANNEL).join();
            contestant.settle();
        }
        pour(server, contestant, warmUp - warmUp / WARM_UPS * (WARM_UPS - 1), "warm");
        contestant.settle();
    }

    private static double pour(LocalServer server, Contestant contestant, int count, String until) {
        server.prepare(CHANNEL, TEXTS, count);
        long begin = System.nanoTime();
        server.pour(CHANNEL);
        contestant.await(until);
        return (System.nanoTime() - begin) / 1e9;
    }
}
