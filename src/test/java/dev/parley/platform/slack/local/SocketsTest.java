package dev.parley.platform.slack.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.local.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How events come over sockets, in good times and bad. */
class SocketsTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private final LocalSlack slack = LocalSlack.unjudged(0);
    private final Workspace workspace = slack.workspace("Teachers");
    private final Person ana = workspace.person("Ana");
    private final Channel room = workspace.channel("aledchat");

    @AfterEach
    void closes() {
        slack.close();
    }

    /** A client that keeps what it is told, and acknowledges it or not. */
    private final class Client implements WebSocket.Listener {
        final List<JsonNode> told = new CopyOnWriteArrayList<>();
        final StringBuilder text = new StringBuilder();
        final WebSocket socket;
        volatile boolean acknowledging = true;

        Client() throws Exception {
            HttpRequest request = HttpRequest.newBuilder(slack.api().resolve("apps.connections.open"))
                    .header("Authorization", "Bearer " + slack.appToken())
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            String answer =
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
            String address = Json.MAPPER.readTree(answer).path("url").asText();
            socket = HTTP.newWebSocketBuilder()
                    .buildAsync(URI.create(address), this)
                    .join();
            await().until(() -> told("hello").size() == 1);
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                heard(from);
            }
            from.request(1);
            return null;
        }

        private void heard(WebSocket from) {
            try {
                JsonNode envelope = Json.read(text.toString().getBytes(StandardCharsets.UTF_8));
                text.setLength(0);
                told.add(envelope);
                if (acknowledging && envelope.has("envelope_id")) {
                    from.sendText(
                            "{\"envelope_id\":\"" + envelope.path("envelope_id").asText() + "\"}", true);
                }
            } catch (IOException garbled) {
                throw new IllegalStateException(garbled);
            }
        }

        List<JsonNode> told(String type) {
            return told.stream()
                    .filter(one -> one.path("type").asText().equals(type))
                    .toList();
        }
    }

    private void settles() {
        await().until(() -> slack.deliveries().underWay() == 0);
    }

    @Test
    void eventsAreSpreadOverTheSockets() throws Exception {
        Client one = new Client();
        Client other = new Client();
        assertThat(other.told("hello").getFirst().path("num_connections").asInt())
                .isEqualTo(2);
        IntStream.range(0, 10).forEach(index -> ana.says(room, "hello " + index));
        settles();
        assertThat(one.told("events_api")).hasSize(5);
        assertThat(other.told("events_api")).hasSize(5);
        assertThat(slack.deliveries().acknowledged()).isEqualTo(10);
    }

    @Test
    void whatIsNotAcknowledgedComesAgain() throws Exception {
        slack.patience(Duration.ofMillis(200));
        Client client = new Client();
        client.acknowledging = false;
        ana.says(room, "hello");
        await().until(() -> client.told("events_api").size() == 1);
        client.acknowledging = true;
        settles();
        JsonNode again = client.told("events_api").getLast();
        assertThat(again.path("retry_attempt").asInt()).isEqualTo(1);
        assertThat(again.path("retry_reason").asText()).isEqualTo("timeout");
        assertThat(slack.deliveries().lost()).isZero();
    }

    @Test
    void whatNobodyHearsIsHeldForALittleWhile() throws Exception {
        ana.says(room, "hello");
        Client client = new Client();
        settles();
        assertThat(client.told("events_api")).hasSize(1);
    }

    @Test
    void aCommandThatIsNotAcknowledgedIsWrong() throws Exception {
        slack.patience(Duration.ofMillis(200));
        Client client = new Client();
        client.acknowledging = false;
        assertThat(ana.runs(room, "/parley next").isAcknowledged()).isFalse();
        assertThat(slack.violations()).singleElement().asString().contains("not acknowledged in time");
        JsonNode command = client.told("slash_commands").getFirst().path("payload");
        assertThat(command.path("text").asText()).isEqualTo("next");
    }

    @Test
    void socketsAreWarnedRefreshedAndDropped() throws Exception {
        Client client = new Client();
        slack.warnsSockets();
        await().until(() -> client.told("disconnect").size() == 1);
        assertThat(slack.sockets()).isEqualTo(1);
        slack.refreshesSockets();
        await().until(() -> client.socket.isInputClosed());
        assertThat(client.told("disconnect").getLast().path("reason").asText()).isEqualTo("refresh_requested");
        Client another = new Client();
        slack.dropsSockets();
        await().until(() -> another.socket.isInputClosed());
        Client third = new Client();
        slack.off();
        await().until(() -> third.socket.isInputClosed());
        slack.on();
        assertThat(new Client().told("hello")).hasSize(1);
    }

    @Test
    void lateEventsComeAfterOthers() throws Exception {
        slack.faults(Faults.from(7).reordering(0.5));
        Client client = new Client();
        IntStream.range(0, 20).forEach(index -> ana.says(room, "hello " + index));
        settles();
        List<String> order = client.told("events_api").stream()
                .map(one -> one.path("payload").path("event").path("ts").asText())
                .toList();
        assertThat(order).hasSize(20).doesNotHaveDuplicates();
        assertThat(order).isNotEqualTo(order.stream().sorted().toList());
    }
}
