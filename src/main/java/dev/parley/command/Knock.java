package dev.parley.command;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks something of the Parley that runs on this machine. */
final class Knock {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Knock() {}

    /**
     * Asks.
     *
     * @return what it says; empty where none runs
     */
    static Optional<String> at(DataFolder data, String what, Map<String, String> values) {
        Optional<DataFolder.Door> door = data.running();
        if (door.isEmpty()) {
            return Optional.empty();
        }
        String form = values.entrySet().stream()
                .map(value -> encode(value.getKey()) + "=" + encode(value.getValue()))
                .collect(Collectors.joining("&"));
        URI address = door.get().address().resolve("/control/" + what);
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Parley-Control", door.get().token())
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new CannotStart(answer.body().strip());
            }
            return Optional.of(answer.body().strip());
        } catch (ConnectException | HttpConnectTimeoutException _) {
            return Optional.empty(); // it died without closing its door
        } catch (IOException trouble) {
            throw new CannotStart(
                    "The Parley at " + door.get().address() + " does not answer: " + trouble.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Stopped.");
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
