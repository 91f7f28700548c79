package dev.parley.platform.slack.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Incoming;
import dev.parley.voice.Prompts;
import dev.parley.voice.Voice;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReaderTest {
    private static final RoomId ROOM = new RoomId("slack", "C1");

    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer slack = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final Voice voice = Prompts.of("slack", "commands");
    private final WebApi api = new WebApi(
            URI.create("http://127.0.0.1:" + slack.getAddress().getPort() + "/"), Tokens.single("xoxb-1"), voice);
    private volatile CountDownLatch together = new CountDownLatch(0);

    ReaderTest() throws IOException {
        slack.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        slack.createContext("/users.info", this::tells);
        slack.start();
    }

    @AfterEach
    void stop() {
        api.close();
        slack.stop(0);
    }

    /** Answers nobody before so many ask. */
    private void tells(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String user = form.replaceAll(".*user=(\\w+).*", "$1");
        together.countDown();
        try {
            together.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        byte[] answer = ("{\"ok\":true,\"user\":{\"id\":\"%1$s\",\"name\":\"name of %1$s\"}}".formatted(user))
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private Incoming.Said read(String text, Duration patience) {
        JsonObject message = new JsonObject();
        message.addProperty("user", "U0");
        message.addProperty("ts", "1700000000.000100");
        message.addProperty("text", text);
        return new Reader(new Names(api, patience), voice, new Threads())
                .said(message, ROOM, "T1")
                .orElseThrow();
    }

    @Test
    void allWhomATextNamesAreAskedForTogether() {
        together = new CountDownLatch(4);

        Incoming.Said said = read("A1: <@U1> and <@U2> with <@U3>, <@U1>", Duration.ofSeconds(10));

        assertThat(said.name()).isEqualTo("name of U0");
        assertThat(said.text()).isEqualTo("A1: @name of U1 and @name of U2 with @name of U3, @name of U1");
        assertThat(asked).hasValue(4);
    }

    @Test
    void ofManyWhomATextNamesOnlySomeAreAskedFor() {
        String all = IntStream.rangeClosed(1, 60).mapToObj(n -> "<@U" + n + ">").collect(Collectors.joining(" "));

        Incoming.Said said = read(all, Duration.ofSeconds(30));

        assertThat(said.name()).isEqualTo("name of U0");
        assertThat(said.text()).startsWith("@name of U1 @name of U2 ").endsWith(" @U59 @U60");
        assertThat(asked.get()).isLessThanOrEqualTo(21);
    }
}
