package dev.parley.platform.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A local server in a process of its own, seen from the process that started it: where it is, and how it is told what to do. */
public final class RemoteControl implements AutoCloseable {
    private final Process process;
    private final JsonNode where;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RemoteControl(Process process) throws IOException {
        this.process = process;
        where = Json.MAPPER.readTree(process.inputReader().readLine());
    }

    /** Starts the server whose {@code main} obeys a {@link Control}, and waits until it is there. */
    public static RemoteControl start(Class<?> server) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return start(List.of(java, "-cp", System.getProperty("java.class.path"), server.getName()));
    }

    /** The same by a command line. */
    public static RemoteControl start(List<String> command) {
        try {
            return new RemoteControl(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /** What the server's first line says by this name. */
    public String where(String name) {
        return where.path(name).asText();
    }

    /**
     * Has a verb carried out.
     *
     * @throws IllegalStateException where the server could not
     * @throws UncheckedIOException where it could not be reached
     */
    public JsonNode tell(String verb, Map<String, ?> what) {
        try {
            return read(http.send(request(verb, what), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** The same, without waiting for it. */
    public CompletableFuture<JsonNode> telling(String verb, Map<String, ?> what) {
        return http.sendAsync(request(verb, what), HttpResponse.BodyHandlers.ofString())
                .thenApply(RemoteControl::read);
    }

    private HttpRequest request(String verb, Map<String, ?> what) {
        return HttpRequest.newBuilder(URI.create(where("control")).resolve(verb))
                .POST(HttpRequest.BodyPublishers.ofString(
                        Json.MAPPER.valueToTree(what).toString()))
                .build();
    }

    private static JsonNode read(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.body());
        }
        try {
            return Json.MAPPER.readTree(response.body());
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /** Lets go, as a parent that ends does, and waits until the process has ended; its exit status. */
    public int letGo() throws IOException, InterruptedException {
        process.getOutputStream().close();
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        http.shutdownNow();
    }
}
