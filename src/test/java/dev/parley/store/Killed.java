package dev.parley.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A child process that runs {@link Acknowledging}, and what it has acknowledged. */
final class Killed implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private final Map<String, Long> acknowledged = new HashMap<>();

    private Killed(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static Killed start(Path folder) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new Killed(new ProcessBuilder(
                        java.toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Acknowledging.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Waits for a number of acknowledgements. */
    void lines(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            String line = output.readLine();
            if (line == null) {
                throw new IllegalStateException("The child ended by itself");
            }
            note(line);
        }
    }

    /** Kills it as {@code kill -9} does. The last number acknowledged of each stream; what was said before the end counts. */
    Map<String, Long> kill() throws IOException, InterruptedException {
        process.toHandle().destroyForcibly();
        String line = output.readLine();
        while (line != null) {
            note(line);
            line = output.readLine();
        }
        process.waitFor();
        return acknowledged;
    }

    /** Makes it stand still where it is; its threads take a moment, and a copy made in it would be of no one instant. */
    void stop() throws IOException, InterruptedException {
        signal("-STOP");
        Thread.sleep(100);
    }

    void goOn() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    Map<String, Long> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    private void note(String line) {
        String[] words = line.split(" ");
        if (words.length == 2 && words[0].startsWith("stream-")) {
            acknowledged.merge(words[0], Long.parseLong(words[1]), Math::max);
        }
    }

    @Override
    public void close() throws Exception {
        kill();
        output.close();
    }
}
