package dev.parley.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.local.RemoteControl;
import dev.parley.platform.slack.local.LocalSlackProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Signed events a second, received at 64 connections and stored so that they survive a power cut before each is acknowledged, and how long
 * the acknowledgement takes: by Parley in a running chat (which also finds out who speaks, files, seals and enqueues receipts), by Bolt for
 * Java with an insert a message or with inserts that are grouped, by a bare HTTP server with grouped inserts, and by Bolt for JavaScript.
 * Rounds alternate; medians count.
 *
 * <p>The system property {@code only} names one that runs alone, to be profiled.
 *
 * <pre>java … dev.parley.benchmark.SlackReceivingBenchmark [rounds] [events to warm up] [events]</pre>
 */
public final class SlackReceivingBenchmark {
    private static final int PEOPLE = 50;
    private static final int WARM_UPS = 4;
    private static final String TEAM = "Teachers";

    private final int rounds;
    private final int warmUp;
    private final int events;
    private final List<Kind> kinds;

    private SlackReceivingBenchmark(int rounds, int warmUp, int events) {
        this.rounds = rounds;
        this.warmUp = warmUp;
        this.events = events;
        String only = System.getProperty("only");
        this.kinds = only == null ? List.of(Kind.values()) : List.of(Kind.valueOf(only));
    }

    private enum Kind {
        PARLEY("Parley"),
        BOLT_GROUPED("bare Bolt, grouped H2 writer"),
        BOLT_EACH("bare Bolt, an H2 insert a message"),
        HTTP("bare HTTP server, grouped H2 writer"),
        BOLT_JS("Bolt for JavaScript, better-sqlite3");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        private List<String> command(List<String> arguments) {
            return switch (this) {
                case PARLEY -> Contestant.java(SlackReceivingParley.class.getName(), arguments);
                case BOLT_GROUPED, BOLT_EACH, HTTP -> {
                    List<String> more = new ArrayList<>(arguments);
                    more.add(name());
                    yield Contestant.java(SlackReceivingBare.class.getName(), more);
                }
                case BOLT_JS -> Contestant.node("receiving-slack.mjs", arguments);
            };
        }
    }

    /** Prints a line a round, and the table. */
    public static void main(String[] arguments) throws Exception {
        int[] numbers = Stream.of(arguments).mapToInt(Integer::parseInt).toArray();
        new SlackReceivingBenchmark(
                        numbers.length > 0 ? numbers[0] : 1,
                        numbers.length > 1 ? numbers[1] : 80_000,
                        numbers.length > 2 ? numbers[2] : 20_000)
                .run();
        System.exit(0);
    }

    /** @param work microseconds that processors worked for an event, in the contestant */
    private record Measured(SignedLoad.Answers answers, double work) {}

    private void run() throws Exception {
        Map<Kind, List<Measured>> all = new EnumMap<>(Kind.class);
        for (int round = 1; round <= rounds; round++) {
            StringBuilder line = new StringBuilder("round " + round + ":");
            for (Kind kind : kinds) {
                Measured measured = measure(kind);
                all.computeIfAbsent(kind, _ -> new ArrayList<>()).add(measured);
                line.append(String.format(
                        "  %s %,.0f/s p99 %.1f ms",
                        kind, measured.answers().perSecond(), measured.answers().millis(0.99)));
            }
            System.out.println(line);
        }
        table(all);
    }

    private void table(Map<Kind, List<Measured>> all) {
        System.out.printf(
                "%n%-37s %9s %8s %8s %8s %8s %8s %8s%n",
                "received, kept, acknowledged", "a second", "to Bolt", "p50 ms", "p99 ms", "p99.9 ms", "µs work", "refused");
        for (Kind kind : kinds) {
            double perSecond = median(all.get(kind), one -> one.answers().perSecond());
            System.out.printf(
                    "%-37s %,9.0f %8.2f %8.1f %8.1f %8.1f %8.1f %8.0f%n",
                    kind.title,
                    perSecond,
                    perSecond
                            / median(
                                    all.getOrDefault(Kind.BOLT_GROUPED, List.of()),
                                    one -> one.answers().perSecond()),
                    median(all.get(kind), one -> one.answers().millis(0.5)),
                    median(all.get(kind), one -> one.answers().millis(0.99)),
                    median(all.get(kind), one -> one.answers().millis(0.999)),
                    median(all.get(kind), Measured::work),
                    median(all.get(kind), one -> one.answers().refused()));
        }
    }

    private static double median(List<Measured> all, ToDoubleFunction<Measured> what) {
        return Median.of(all.stream().map(one -> what.applyAsDouble(one)).toList());
    }

    private Measured measure(Kind kind) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("receiving");
        try (RemoteControl slack = RemoteControl.start(
                Contestant.java(List.of(), LocalSlackProcess.class.getName(), List.of()))) {
            JsonNode workspace = slack.tell("workspace", Map.of("name", TEAM));
            String team = workspace.path("id").asText();
            String channel = slack.tell("channel", Map.of("workspace", TEAM, "name", "tuesday-talk"))
                    .path("id")
                    .asText();
            List<String> arguments = List.of(
                    slack.where("api"),
                    workspace.path("token").asText(),
                    slack.where("signing_secret"),
                    team,
                    channel,
                    folder.toString());
            List<String> people = IntStream.range(0, PEOPLE)
                    .mapToObj(number -> slack.tell("person", Map.of("workspace", TEAM, "name", "Person " + number))
                            .path("id")
                            .asText())
                    .toList();
            try (Contestant contestant = new Contestant(kind.command(arguments))) {
                int port = Integer.parseInt(contestant.await("ready"));
                SignedLoad load = new SignedLoad(port, slack.where("signing_secret"), team, channel, people);
                for (int part = 0; part < WARM_UPS; part++) {
                    load.send(warmUp / WARM_UPS);
                    contestant.settle();
                }
                Duration before = contestant.worked();
                SignedLoad.Answers answers = load.send(events);
                Duration work = contestant.worked().minus(before);
                return new Measured(answers, work.toNanos() / 1e3 / events);
            }
        } finally {
            Folders.delete(folder);
        }
    }
}
