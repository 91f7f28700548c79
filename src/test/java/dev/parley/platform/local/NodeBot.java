package dev.parley.platform.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The {@code bot.mjs} of a folder of node, which has a client library that nobody of this project wrote: in lines of JSON it says what it hears and
 * is told what to do.
 */
public final class NodeBot implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;

    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final Process process;
    private final Writer told;

    /** Starts it. */
    public NodeBot(Node node, String... arguments) {
        try {
            process = node.running("bot.mjs", List.of(arguments)).start();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        told = process.outputWriter();
        Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                heard.add(Json.MAPPER.readTree(line));
            }
        } catch (IOException gone) {
            // the test is over
        }
    }

    /** The next line that says this; lines before it are passed over, save for refusals, which are faults where nobody expects them. */
    public JsonNode next(String what) throws InterruptedException {
        for (JsonNode line = heard(); line != null; line = heard()) {
            String said = line.path("what").asText();
            if (said.equals(what)) {
                return line;
            }
            assertThat(said).as(line.toString()).isNotEqualTo("refused");
        }
        throw new AssertionError("the bot did not say " + what);
    }

    private JsonNode heard() throws InterruptedException {
        return heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Gives an order. */
    public void orders(ObjectNode order) throws IOException {
        told.write(order + "\n");
        told.flush();
    }

    /** Gives an order and waits until it is done; the line that says so. */
    public JsonNode does(ObjectNode order) throws IOException, InterruptedException {
        orders(order);
        JsonNode done = next("done");
        assertThat(done.path("did").asText()).isEqualTo(order.path("do").asText());
        return done;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
