package dev.parley.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.platform.discord.local.LocalDiscordProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A local Discord in a process of its own, and how it is told what to do. */
final class LocalServer implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String GUILD = "Teachers";

    private final Process process;
    private final JsonNode where;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    LocalServer() {
        try {
            process = new ProcessBuilder(Contestant.java(List.of(), LocalDiscordProcess.class.getName(), List.of()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            where = JSON.readTree(process.inputReader().readLine());
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        tell("squeezing", Map.of("level", 0));
        tell("guild", Map.of("name", GUILD));
    }

    /** Where it is and with which token, as contestants are told. */
    List<String> address() {
        return List.of(text("api"), text("gateway"), text("token"));
    }

    /** A new channel; its id. */
    String channel(String name) {
        return tell("channel", Map.of("guild", GUILD, "name", name)).path("id").asText();
    }

    void people(int count) {
        for (int number = 0; number < count; number++) {
            tell("member", Map.of("guild", GUILD, "name", "Person " + number));
        }
    }

    /** Makes ready what is going to be said in a channel, in turn by everybody. */
    void prepare(String channel, List<String> texts, int count) {
        tell("prepare", Map.of("channel", channel, "texts", texts, "count", count));
    }

    /** Says all that was made ready, as fast as it is read. */
    CompletableFuture<JsonNode> pour(String channel) {
        return http.sendAsync(request("pour", Map.of("channel", channel)), HttpResponse.BodyHandlers.ofString())
                .thenApply(LocalServer::read);
    }

    /** Asks for what changes nothing, and once more where the machine is so busy that the connection breaks. */
    JsonNode ask(String verb, Map<String, ?> what) {
        try {
            return tell(verb, what);
        } catch (UncheckedIOException busy) {
            return tell(verb, what);
        }
    }

    JsonNode tell(String verb, Map<String, ?> what) {
        try {
            return read(http.send(request(verb, what), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private HttpRequest request(String verb, Map<String, ?> what) {
        return HttpRequest.newBuilder(URI.create(text("control")).resolve(verb))
                .POST(HttpRequest.BodyPublishers.ofString(JSON.valueToTree(what).toString()))
                .build();
    }

    private static JsonNode read(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.body());
        }
        try {
            return JSON.readTree(response.body());
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private String text(String name) {
        return where.path(name).asText();
    }

    @Override
    public void close() {
        process.destroy();
        http.shutdownNow();
    }
}
