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
 * When the last of many messages is out that are due in the same second, a channel each, at a Discord that allows 50 requests in any
 * second and 5 messages in 5 seconds for a channel: by Parley from its outbox, by discord.js, by JDA alone; and by two instances of
 * Parley on one PostgreSQL database, of which one is killed half-way.
 *
 * <pre>java … dev.parley.benchmark.PostingBenchmark [channels …]</pre>
 */
public final class PostingBenchmark {
    private static final int A_SECOND = 50;
    private static final Duration TO_PREPARE = Duration.ofSeconds(20);
    private static final int TO_WARM_UP = 100;
    private static final Duration SOMETHING_TWICE_MAY_COME = Duration.ofSeconds(5);

    private PostingBenchmark() {}

    private enum Kind {
        PARLEY("Parley"),
        DISCORD_JS("discord.js"),
        JDA("bare JDA"),
        TWO_PARLEYS("two Parleys"),
        ONE_OF_TWO_KILLED("two, one of them killed");

        private final String title;

        Kind(String title) {
            this.title = title;
        }
    }

    /** Prints the table, line by line. */
    public static void main(String[] arguments) throws Exception {
        int[] sizes = arguments.length == 0
                ? new int[] {1_000, 2_000}
                : Stream.of(arguments).mapToInt(Integer::parseInt).toArray();
        String only = System.getProperty("only");
        System.out.printf(
                "%8s  %-24s %10s %6s %6s %7s %6s %6s %s%n",
                "channels", "", "last out", "best", "ratio", "429s", "lost", "twice", "busiest second");
        for (int channels : sizes) {
            for (Kind kind : only == null ? List.of(Kind.values()) : List.of(Kind.valueOf(only))) {
                measure(kind, channels);
            }
        }
        System.exit(0);
    }

    private static void measure(Kind kind, int channels) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("posting");
        List<Contestant> contestants = new ArrayList<>();
        try (LocalServer server = new LocalServer()) {
            Path list = folder.resolve("channels");
            Files.write(list, IntStream.range(0, channels)
                    .mapToObj(number -> server.channel("channel-" + number))
                    .toList());
            List<String> arguments = new ArrayList<>(server.address());
            arguments.add(list.toString());
            commands(kind, arguments, folder).forEach(command -> {
                Contestant contestant = new Contestant(command);
                contestants.add(contestant);
                contestant.await("ready");
            });
            server.tell("limited", Map.of("on", true));
            burst(server, contestants, TO_WARM_UP, false);
            server.tell("clear", Map.of());
            report(kind, channels, burst(server, contestants, channels, kind == Kind.ONE_OF_TWO_KILLED), server);
        } finally {
            contestants.forEach(Contestant::close);
            Folders.delete(folder);
        }
    }

    private static List<List<String>> commands(Kind kind, List<String> arguments, Path folder) throws SQLException {
        List<String> own = new ArrayList<>(arguments);
        own.add(folder.toString());
        return switch (kind) {
            case DISCORD_JS -> List.of(Contestant.node("posting.mjs", arguments));
            case JDA -> List.of(Contestant.java(PostingJda.class.getName(), arguments));
            case PARLEY -> List.of(Contestant.java(PostingParley.class.getName(), own));
            case TWO_PARLEYS, ONE_OF_TWO_KILLED -> {
                own.add(Postgres.database(folder).server().orElseThrow().url());
                yield Stream.of("0", "1")
                        .map(number -> Stream.concat(own.stream(), Stream.of(number)).toList())
                        .map(all -> Contestant.java(PostingParley.class.getName(), all))
                        .toList();
            }
        };
    }

    /**
     * Lets it happen, and waits until it is over.
     *
     * @param kills whether the first of them is killed when half is out
     * @return when all was due
     */
    private static Instant burst(LocalServer server, List<Contestant> contestants, int channels, boolean kills) {
        Instant at = Instant.now().plus(TO_PREPARE);
        contestants.forEach(contestant -> contestant.begin(at, channels));
        Instant end = at.plusSeconds(3L * best(channels) + 90);
        boolean killed = !kills;
        int out = 0;
        while (out < channels && Instant.now().isBefore(end)) {
            sleep(Duration.ofMillis(500));
            out = posts(server, at).path("channels").asInt();
            if (!killed && out > channels / 2) {
                contestants.getFirst().kill();
                killed = true;
            }
        }
        sleep(SOMETHING_TWICE_MAY_COME);
        return at;
    }

    private static JsonNode posts(LocalServer server, Instant since) {
        return server.ask("posts", Map.of("since", since.toEpochMilli()));
    }

    private static int best(int channels) {
        return Math.ceilDiv(channels, A_SECOND) - 1;
    }

    private static void report(Kind kind, int channels, Instant at, LocalServer server) {
        int best = best(channels);
        JsonNode posts = posts(server, at);
        JsonNode state = server.ask("state", Map.of());
        int lost = channels - posts.path("channels").asInt();
        double last = (posts.path("last").asLong() - at.toEpochMilli()) / 1e3;
        System.out.printf(
                "%8d  %-24s %8.2f s %4d s %6s %7d %6d %6d %6d%n",
                channels,
                kind.title,
                last,
                best,
                lost == 0 ? String.format("%.3f", last / best) : "-",
                state.path("limited").asInt(),
                lost,
                posts.path("messages").asInt() - posts.path("channels").asInt(),
                state.path("busiest_second").asInt());
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
