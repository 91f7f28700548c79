package dev.parley.platform.discord.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.parley.platform.Budget;
import dev.parley.platform.Leave;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TollTest {
    private final List<String> leaves = new ArrayList<>();
    private final Budget budget = new Budget() {
        @Override
        public Optional<Leave> takeNow() {
            return Optional.of(take(0));
        }

        @Override
        public Leave take(int urgency) {
            leaves.add("taken " + urgency);
            return new Noted();
        }
    };
    private Instant now = Instant.parse("2026-11-24T19:00:00Z");
    private final OkHttpClient client = new OkHttpClient.Builder()
            .addInterceptor(new Toll(budget, () -> now))
            .build();
    private HttpServer server;
    private int status = 200;
    private String scope = "user";
    private int asked;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked++;
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("X-RateLimit-Scope", scope);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private int send(String method, String path) throws IOException {
        String url = "http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort() + path;
        RequestBody body = method.equals("GET") ? null : RequestBody.create(new byte[0]);
        Request request = new Request.Builder().url(url).method(method, body).build();
        try (Response response = client.newCall(request).execute()) {
            return response.code();
        }
    }

    @Test
    void everyRequestTakesALeaveAndGivesItBack() throws IOException {
        send("GET", "/api/v10/channels/1/messages");
        send("POST", "/api/v10/channels/1/messages");
        send("PUT", "/api/v10/channels/1/pins/2");

        assertThat(leaves)
                .containsExactly(
                        "taken 0",
                        "answered",
                        "closed",
                        "taken 2",
                        "answered",
                        "closed",
                        "taken 1",
                        "answered",
                        "closed");
    }

    @Test
    void answersToInteractionsPassAtOnce() throws IOException {
        send("POST", "/api/v10/interactions/1/token/callback");
        send("PATCH", "/api/v10/webhooks/1/token/messages/@original");

        assertThat(leaves).isEmpty();
    }

    @Test
    void aWriteThatFailedAtDiscordsDoorIsNotRepeatedByJda() throws IOException {
        status = 502;

        assertThatThrownBy(() -> send("POST", "/api/v10/channels/1/messages"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("502");
        assertThat(send("GET", "/api/v10/channels/1/messages")).isEqualTo(502);
    }

    @Test
    void thousandsOfInvalidAnswersStopEverything() throws IOException {
        status = 403;
        while (asked < 5_000) {
            send("GET", "/api/v10/channels/1");
        }

        assertThatThrownBy(() -> send("GET", "/api/v10/channels/1")).isInstanceOf(IOException.class);
        assertThat(asked).isEqualTo(5_000);

        now = now.plus(Duration.ofMinutes(11));
        assertThat(send("GET", "/api/v10/channels/1")).isEqualTo(403);
    }

    @Test
    void aLimitSharedWithOthersIsNotHeldAgainstUs() throws IOException {
        status = 429;
        scope = "shared";
        while (asked < 5_001) {
            send("GET", "/api/v10/channels/1");
        }
        assertThat(asked).isEqualTo(5_001);
    }

    @Test
    void anUnknownTokenIsTriedOnceAMinute() throws IOException {
        status = 401;
        assertThat(send("GET", "/api/v10/users/@me")).isEqualTo(401);
        assertThatThrownBy(() -> send("GET", "/api/v10/users/@me")).isInstanceOf(IOException.class);

        now = now.plus(Duration.ofSeconds(61));
        status = 200;
        assertThat(send("GET", "/api/v10/users/@me")).isEqualTo(200);
        assertThat(send("GET", "/api/v10/users/@me")).isEqualTo(200);
        assertThat(asked).isEqualTo(3);
    }

    private final class Noted implements Leave {
        @Override
        public void answered() {
            leaves.add("answered");
        }

        @Override
        public void close() {
            leaves.add("closed");
        }
    }
}
