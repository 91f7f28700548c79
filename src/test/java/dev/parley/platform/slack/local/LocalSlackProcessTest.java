package dev.parley.platform.slack.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.local.Json;
import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The local Slack as a process of its own, as the tests that kill and the benchmarks use it. */
class LocalSlackProcessTest {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private URI control;

    @Test
    void doesWhatItIsToldAndStopsWithItsParent() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), LocalSlackProcess.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = process.inputReader()) {
            JsonNode where = Json.MAPPER.readTree(lines.readLine());
            control = URI.create(where.path("control").asText());
            JsonNode workspace = told("workspace", Map.of("name", "Teachers"));
            assertThat(workspace.path("token").asText()).startsWith("xoxb-");
            told("channel", Map.of("workspace", "Teachers", "name", "aledchat"));
            told("person", Map.of("workspace", "Teachers", "name", "Ana"));
            String ts = told("says", Map.of("person", "Ana", "channel", "aledchat", "text", "hello"))
                    .path("ts")
                    .asText();
            told("replies", Map.of("person", "Ana", "channel", "aledchat", "ts", ts, "text", "again"));
            told("off", Map.of());
            JsonNode all = told("all", Map.of("channel", "aledchat")).path("messages");
            assertThat(all).hasSize(2);
            assertThat(all.get(1).path("thread_ts").asText()).isEqualTo(ts);
            assertThat(told("state", Map.of()).path("violations")).isEmpty();
            process.getOutputStream().close();
            assertThat(process.waitFor()).isZero();
        } finally {
            process.destroy();
            http.close();
        }
    }

    private JsonNode told(String verb, Map<String, ?> what) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(control.resolve(verb))
                .POST(HttpRequest.BodyPublishers.ofString(Json.MAPPER.writeValueAsString(what)))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.MAPPER.readTree(response.body());
    }
}
