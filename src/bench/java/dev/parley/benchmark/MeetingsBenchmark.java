package dev.parley.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.store.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When everybody has been asked whose meetings end within one stretch of time, each in private: at a Discord that allows 50 requests in
 * any second, and at a Slack that allows some hundreds of messages a minute; where the private rooms are known from before, and, for few
 * partnerships only, where none was ever opened; and by two instances on one PostgreSQL database, of which one is killed half-way. Nothing
 * is hurried: the clock is the real one.
 *
 * <pre>java … dev.parley.benchmark.MeetingsBenchmark [partnerships] [seconds between the first end and the last]</pre>
 */
public final class MeetingsBenchmark {
    private static final Duration TO_PREPARE_EACH = Duration.ofMillis(20);
    private static final Duration TO_PREPARE = Duration.ofSeconds(120);
    private static final Duration SOMETHING_TWICE_MAY_COME = Duration.ofSeconds(5);

    /** How many seconds it takes until as many rooms can be opened again as were opened. */
    private static final int SECONDS_FOR_A_STRANGER = 2;

    private final int partnerships;
    private final Duration spread;

    private MeetingsBenchmark(int partnerships, Duration spread) {
        this.partnerships = partnerships;
        this.spread = spread;
    }

    /** What is measured, where, and with how many partnerships at most. */
    private enum Kind {
        PARLEY("Parley", MeetingsParley.class, Integer.MAX_VALUE),
        ONE_OF_TWO_KILLED("two, one of them killed", MeetingsParley.class, Integer.MAX_VALUE),
        STRANGERS("nobody known", MeetingsParley.class, 20),
        SLACK("Slack", MeetingsOnSlack.class, 2_000),
        SLACK_STRANGERS("Slack, nobody known", MeetingsOnSlack.class, 60);

        private final String title;
        private final Class<?> contestant;
        private final int most;

        Kind(String title, Class<?> contestant, int most) {
            this.title = title;
            this.contestant = contestant;
            this.most = most;
        }

        boolean isKnown() {
            return this != STRANGERS && this != SLACK_STRANGERS;
        }

        Ground ground() {
            return contestant == MeetingsOnSlack.class ? new SlackGround() : new LocalServer();
        }
    }

    /** Prints the table, line by line. */
    public static void main(String[] arguments) throws Exception {
        int[] numbers = Stream.of(arguments).mapToInt(Integer::parseInt).toArray();
        String only = System.getProperty("only");
        System.out.printf(
                "%12s %8s  %-24s %9s %8s %8s %8s %6s %5s %6s %s%n",
                "partnerships",
                "within",
                "",
                "last out",
                "median",
                "p99",
                "disorder",
                "429s",
                "lost",
                "twice",
                "busiest second");
        MeetingsBenchmark all = new MeetingsBenchmark(
                numbers.length > 0 ? numbers[0] : 500, Duration.ofSeconds(numbers.length > 1 ? numbers[1] : 20));
        for (Kind kind : only == null ? List.of(Kind.values()) : List.of(Kind.valueOf(only))) {
            new MeetingsBenchmark(Math.min(all.partnerships, kind.most), all.spread).measure(kind);
        }
        System.exit(0);
    }

    private void measure(Kind kind) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("meetings");
        List<Contestant> contestants = new ArrayList<>();
        try (Ground server = kind.ground()) {
            Path people = folder.resolve("people");
            Files.write(people, server.people(2 * partnerships, kind.isKnown()));
            Instant first = Instant.now().plus(TO_PREPARE).plus(TO_PREPARE_EACH.multipliedBy(partnerships));
            List<String> arguments = new ArrayList<>(server.address());
            arguments.addAll(List.of(
                    people.toString(),
                    folder.toString(),
                    Long.toString(first.toEpochMilli()),
                    Long.toString(spread.toSeconds())));
            server.tell("limited", Map.of("on", true));
            for (List<String> command : commands(kind, arguments, folder)) {
                Contestant contestant = new Contestant(command);
                contestants.add(contestant);
                contestant.await("ready");
            }
            if (Instant.now().isAfter(first)) {
                throw new IllegalStateException("This machine was not ready in time");
            }
            server.tell("clear", Map.of());
            report(kind, first, asked(kind, server, contestants, first), server);
        } finally {
            contestants.forEach(Contestant::close);
            Folders.delete(folder);
        }
    }

    private static List<List<String>> commands(Kind kind, List<String> arguments, Path folder) throws SQLException {
        if (kind != Kind.ONE_OF_TWO_KILLED) {
            return List.of(Contestant.java(kind.contestant.getName(), arguments));
        }
        String database = Postgres.database(folder).server().orElseThrow().url();
        return Stream.of("0", "1")
                .map(number ->
                        Stream.concat(arguments.stream(), Stream.of(database, number)).toList())
                .map(all -> Contestant.java(MeetingsParley.class.getName(), all))
                .toList();
    }

    /**
     * Waits until everybody was asked, or for three times as long as it should take. Where there are two, the first of them is killed when
     * half is out.
     *
     * @return when the bot wrote to each, in milliseconds since 1970
     */
    private List<List<Long>> asked(Kind kind, Ground server, List<Contestant> contestants, Instant first) {
        double each = kind.isKnown() ? 1 / server.pace() : SECONDS_FOR_A_STRANGER;
        Instant end = first.plus(spread).plusSeconds((long) (6 * partnerships * each) + 120);
        boolean killed = kind != Kind.ONE_OF_TWO_KILLED;
        List<List<Long>> letters = letters(server);
        while (out(letters) < letters.size() && Instant.now().isBefore(end)) {
            sleep(Duration.ofSeconds(1));
            letters = letters(server);
            if (!killed && out(letters) > partnerships) {
                contestants.getFirst().kill();
                killed = true;
            }
        }
        sleep(SOMETHING_TWICE_MAY_COME);
        return letters(server);
    }

    private static List<List<Long>> letters(Ground server) {
        List<List<Long>> letters = new ArrayList<>();
        for (JsonNode person : server.ask("letters").path("letters")) {
            List<Long> times = new ArrayList<>();
            person.forEach(time -> times.add(time.asLong()));
            letters.add(times);
        }
        return letters;
    }

    private static long out(List<List<Long>> letters) {
        return letters.stream().filter(times -> !times.isEmpty()).count();
    }

    private void report(Kind kind, Instant first, List<List<Long>> letters, Ground server) {
        JsonNode state = server.ask("state");
        long[] late = IntStream.range(0, letters.size())
                .filter(person -> !letters.get(person).isEmpty())
                .mapToLong(person -> letters.get(person).getFirst() - due(first, person))
                .sorted()
                .toArray();
        long last = letters.stream().flatMap(List::stream).mapToLong(time -> time).max().orElse(0);
        System.out.printf(
                "%,12d %6d s  %-24s %7.1f s %6.2f s %6.2f s %6.2f s %6d %5d %6d %6d%n",
                partnerships,
                spread.toSeconds(),
                kind.title,
                (last - first.toEpochMilli()) / 1e3,
                at(late, 0.5),
                at(late, 0.99),
                disorder(first, letters) / 1e3,
                state.path("limited").asInt(),
                letters.size() - out(letters),
                letters.stream().mapToLong(times -> Math.max(0, times.size() - 1)).sum(),
                state.path("busiest_second").asInt());
    }

    /** How many seconds late at most that part of them was. */
    private static double at(long[] sorted, double part) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, part * sorted.length)] / 1e3;
    }

    /** By how many milliseconds of their due times the most overtaken one was overtaken. */
    private long disorder(Instant first, List<List<Long>> letters) {
        long latest = 0;
        long most = 0;
        List<Integer> order = IntStream.range(0, letters.size())
                .filter(person -> !letters.get(person).isEmpty())
                .boxed()
                .sorted((one, other) -> Long.compare(
                        letters.get(one).getFirst(), letters.get(other).getFirst()))
                .toList();
        for (int person : order) {
            long due = due(first, person);
            most = Math.max(most, latest - due);
            latest = Math.max(latest, due);
        }
        return most;
    }

    /** When a person was to be asked, in milliseconds since 1970. */
    private long due(Instant first, int person) {
        return first.plus(spread.multipliedBy(person / 2).dividedBy(partnerships)).toEpochMilli();
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
