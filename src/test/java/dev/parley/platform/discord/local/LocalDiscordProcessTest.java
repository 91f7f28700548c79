package dev.parley.platform.discord.local;

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

/** The local Discord as a process of its own, as the tests that kill and the benchmarks use it. */
class LocalDiscordProcessTest {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private URI control;

    @Test
    void doesWhatItIsToldAndStopsWithItsParent() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), LocalDiscordProcess.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = process.inputReader()) {
            JsonNode where = Json.MAPPER.readTree(lines.readLine());
            control = URI.create(where.path("control").asText());
            told("guild", Map.of("name", "Teachers"));
            told("channel", Map.of("guild", "Teachers", "name", "aledchat"));
            told("member", Map.of("guild", "Teachers", "name", "Ana"));
            told("says", Map.of("user", "Ana", "channel", "aledchat", "text", "hello"));
            told("prepare", Map.of("channel", "aledchat", "count", 10, "text", "A{}: good"));
            told("pour", Map.of("channel", "aledchat"));
            told("off", Map.of());
            JsonNode history = told("history", Map.of("channel", "aledchat")).path("messages");
            assertThat(history).hasSize(11);
            assertThat(history.get(10).path("content").asText()).isEqualTo("A9: good");
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
