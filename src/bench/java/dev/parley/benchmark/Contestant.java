package dev.parley.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that takes part. What it has done it says line by line on its standard output; it ends with its standard input. */
final class Contestant implements AutoCloseable {
    static final Path NODE = Path.of("src", "bench", "node");

    /** What it complains of is thousands of lines where it is refused and tries again; the system property {@code loud} shows them. */
    private static final boolean LOUD = Boolean.getBoolean("loud");

    private static final Duration BEAT = Duration.ofMillis(500);
    private static final int MOST_BEATS = 60;

    /** Less than this in a beat is nothing. */
    private static final Duration IDLE = Duration.ofMillis(30);

    private final Process process;
    private final BufferedReader lines;

    Contestant(List<String> command) {
        try {
            process = new ProcessBuilder(command)
                    .redirectError(LOUD ? ProcessBuilder.Redirect.INHERIT : ProcessBuilder.Redirect.DISCARD)
                    .start();
            lines = process.inputReader();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /** How a class of ours is run that takes part: with the options of the system property {@code contestants}, to profile it. */
    static List<String> java(String main, List<String> arguments) {
        String options = System.getProperty("contestants", "");
        return java(options.isEmpty() ? List.of() : List.of(options.split(" ")), main, arguments);
    }

    /** How a class of ours is run. */
    static List<String> java(List<String> options, String main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(
                List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        return command;
    }

    /** How a script of {@code src/bench/node} is run. */
    static List<String> node(String script, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("node", NODE.resolve(script).toString()));
        command.addAll(arguments);
        return command;
    }

    /** Waits for a line that begins with this word, and gives the rest of it. */
    String await(String word) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(word) || line.startsWith(word + " ")) {
                    return line.substring(word.length()).strip();
                }
            }
            throw new IllegalStateException("It ended before it said " + word + "; -Dloud=true shows why");
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /** Tells it when to post, and in how many channels. */
    void begin(Instant at, int channels) {
        try {
            String line = at.toEpochMilli() + " " + channels + "\n";
            process.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** How long processors have worked for it. */
    Duration worked() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /**
     * Waits until it has nothing to do, not even to compile what it has just learnt is worth it: between the messages of an evening there is
     * time for that, in a benchmark there is not. At most half a minute, for a machine that is never idle.
     */
    void settle() {
        try {
            Duration before = worked();
            for (int wait = 0; wait < MOST_BEATS; wait++) {
                Thread.sleep(BEAT);
                Duration now = worked();
                if (now.minus(before).compareTo(IDLE) <= 0) {
                    return;
                }
                before = now;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it without a farewell. */
    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException gone) {
            process.destroyForcibly();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
