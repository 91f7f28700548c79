package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebServerTest {
    private static final byte[] SECRET = "a secret that is only good for tests".getBytes(StandardCharsets.UTF_8);

    private final AtomicInteger done = new AtomicInteger();
    private WebServer server;
    private Client client;

    @BeforeEach
    void start() {
        start(ServerSettings.loopback(SECRET).controlledBy("a control token"));
    }

    private void start(ServerSettings settings) {
        if (server != null) {
            server.close();
        }
        server = new WebServer(settings, InstantSource.system());
        server.get("/form", visit -> visit.text(200, visit.token()));
        server.get("/fault", visit -> {
            throw new IllegalStateException("a secret detail");
        });
        server.get(
                "/who",
                visit -> visit.text(200, visit.known().map(Session::account).orElse("nobody")));
        server.post("/do", visit -> {
            done.incrementAndGet();
            visit.text(200, visit.form("text"));
        });
        server.events("/endless", visit -> new EventFeed() {
            @Override
            public List<Event> next(Duration patience) throws InterruptedException {
                Thread.sleep(patience);
                return List.of();
            }

            @Override
            public void close() {}
        });
        server.control("status", values -> "fine " + values.getOrDefault("of", "all"));
        server.control("erase", values -> {
            throw new IllegalArgumentException("Nobody is called that");
        });
        server.problems(new Problems() {
            @Override
            public String sentence(int status) {
                return "sentence " + status;
            }

            @Override
            public String page(int status) {
                return "<p>page " + status;
            }
        });
        server.start();
        client = new Client(server.address());
        client.token = client.get("/form").body();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void ourOwnFormIsTaken() {
        assertThat(client.post("/do", "text", "größer & <weiter>").body()).isEqualTo("größer & <weiter>");
    }

    @Test
    void everyAnswerCarriesStrictHeaders() {
        for (String path : List.of("/form", "/nothing", "/fault")) {
            var headers = client.get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
            assertThat(headers.firstValue("Server")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "null", "http://127.0.0.1", "http://127.0.0.1:1", "127.0.0.1", "http://"
            })
    void aFormFromElsewhereIsRefused(String origin) {
        assertThat(client.send(client.form("/do").header("Origin", origin)).statusCode())
                .isEqualTo(403);
        assertThat(done).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none", "nonsense"})
    void theBrowsersWordThatItIsElsewhereCounts(String site) {
        HttpRequest.Builder request =
                client.form("/do").header("Origin", client.address.toString()).header("Sec-Fetch-Site", site);

        assertThat(client.send(request).statusCode()).isEqualTo(403);
        assertThat(done).hasValue(0);
    }

    @Test
    void aFormThatDoesNotSayWhereItComesFromIsRefused() {
        assertThat(client.send(client.form("/do")).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "\u0000", "undefined"})
    void aWrongTokenIsRefused(String token) {
        client.token = token;

        assertThat(client.post("/do").statusCode()).isEqualTo(403);
        assertThat(done).hasValue(0);
    }

    @Test
    void theTokenOfAnotherSessionIsRefused() {
        Client other = new Client(server.address());
        other.get("/form");
        other.token = client.token;

        assertThat(other.post("/do").statusCode()).isEqualTo(403);
    }

    @Test
    void aTamperedCookieIsNobody() {
        String cookie = client.cookie();
        assertThat(who(cookie)).isNotEqualTo("nobody");
        for (int at = 0; at < cookie.length(); at++) {
            char other = cookie.charAt(at) == 'A' ? 'B' : 'A';
            String tampered = cookie.substring(0, at) + other + cookie.substring(at + 1);
            assertThat(who(tampered)).as(tampered).isEqualTo("nobody");
        }
        assertThat(who("..")).isEqualTo("nobody");
        assertThat(who("a.b.c.d")).isEqualTo("nobody");
        assertThat(who("x".repeat(5000))).isEqualTo("nobody");
    }

    private String who(String cookie) {
        Client plain = new Client(server.address());
        return plain.send(
                        HttpRequest.newBuilder(server.address().resolve("/who")).header("Cookie", "parley=" + cookie))
                .body();
    }

    @Test
    void theCookieIsForTheServerAlone() {
        Client fresh = new Client(server.address());
        String cookie = fresh.get("/form").headers().firstValue("Set-Cookie").orElseThrow();

        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/").doesNotContain("Secure");
    }

    @Test
    void underHttpsTheCookieIsSecure() {
        start(ServerSettings.loopback(SECRET).under(URI.create("https://talk.example")));

        var headers = new Client(server.address()).get("/form").headers();

        assertThat(headers.firstValue("Set-Cookie").orElseThrow())
                .startsWith("__Host-parley=")
                .contains("Secure");
        assertThat(headers.firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void anotherHostNameGetsNothing() throws IOException {
        assertThat(raw("GET /form HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421");
        assertThat(raw("GET /form HTTP/1.1\r\nHost: 127.0.0.1.evil.example:80\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421");
        assertThat(raw("GET /form HTTP/1.1\r\nHost: localhost:1234\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
        assertThat(raw("GET /form HTTP/1.1\r\nHost: [::1]:1234\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.address().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void otherMethodsAreRefused(String method) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve("/do"))
                .method(method, HttpRequest.BodyPublishers.noBody());

        assertThat(client.send(request).statusCode()).isEqualTo(405);
    }

    @Test
    void headIsAGetWithoutItsBody() {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve("/form"))
                .method("HEAD", HttpRequest.BodyPublishers.noBody());

        HttpResponse<String> answer = client.send(request);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void closingDoesNotWaitForOpenStreams() throws Exception {
        HttpResponse<InputStream> stream = client.http()
                .send(
                        HttpRequest.newBuilder(server.address().resolve("/endless"))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(stream.body().read()).isPositive();

        server.close();

        assertThatThrownBy(() -> client.get("/form")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void openStreamsAreBounded() throws Exception {
        int status = 200;
        List<InputStream> open = new ArrayList<>();
        for (int number = 0; number < 14 && status == 200; number++) {
            var stream = client.http()
                    .send(
                            HttpRequest.newBuilder(server.address().resolve("/endless"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            status = stream.statusCode();
            open.add(stream.body());
        }

        assertThat(status).isEqualTo(429);
        assertThat(open).hasSize(13);
    }

    @Test
    void gettingWhatIsToBePostedDoesNothing() {
        assertThat(client.get("/do?token=" + client.token).statusCode()).isEqualTo(405);
        assertThat(done).hasValue(0);
    }

    @Test
    void aFaultTellsNoDetail() {
        HttpResponse<String> answer = client.get("/fault");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("<p>page 500");
    }

    @Test
    void aScriptGetsASentence() {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.address().resolve("/nothing")).header("X-Parley", "script");

        assertThat(client.send(request).body()).isEqualTo("sentence 404");
    }

    @Test
    void aLargeBodyIsRefusedHoweverItComes() {
        String large = "x".repeat(70_000);
        assertThat(client.post("/do", "text", large).statusCode()).isEqualTo(413);

        HttpRequest.Builder chunked = HttpRequest.newBuilder(server.address().resolve("/do"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", client.address.toString())
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(("text=" + large).getBytes(StandardCharsets.UTF_8))));
        assertThat(client.send(chunked).statusCode()).isEqualTo(413);
        assertThat(done).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text=%zz", "text=%", "%%%=1"})
    void aFormThatCannotBeReadIsSaid(String body) {
        HttpRequest.Builder request = client.form("/do")
                .header("Origin", client.address.toString())
                .POST(HttpRequest.BodyPublishers.ofString(body));

        assertThat(client.send(request).statusCode()).isEqualTo(400);
    }

    @Test
    void aBodyThatIsNoFormIsRefused() {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve("/do"))
                .header("Content-Type", "application/json")
                .header("Origin", client.address.toString())
                .POST(HttpRequest.BodyPublishers.ofString("{}"));

        assertThat(client.send(request).statusCode()).isEqualTo(400);
    }

    @Test
    void floodingIsStoppedAndSaysWhenToComeBack() {
        HttpResponse<String> last = client.post("/do");
        for (int number = 0; number < 60 && last.statusCode() == 200; number++) {
            last = client.post("/do");
        }

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void theOperatorsTokenOpensTheControls() {
        assertThat(control("status", "a control token").body()).isEqualTo("fine all");
        assertThat(control("erase", "a control token").statusCode()).isEqualTo(422);
        assertThat(control("erase", "a control token").body()).isEqualTo("Nobody is called that");
        assertThat(control("dance", "a control token").statusCode()).isEqualTo(404);
        assertThat(control("status", "another token").statusCode()).isEqualTo(403);
        assertThat(client.post("/control/status").statusCode()).isEqualTo(403);
        assertThat(client.get("/control/status").statusCode()).isEqualTo(405);
    }

    @Test
    void withoutATokenThereAreNoControls() {
        start(ServerSettings.loopback(SECRET));

        assertThat(control("status", "").statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> control(String name, String token) {
        return client.send(HttpRequest.newBuilder(server.address().resolve("/control/" + name))
                .header("X-Parley-Control", token)
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    @Test
    void aShortSecretIsRefused() {
        assertThatThrownBy(() -> ServerSettings.loopback(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aOneTimeLinkWorksOnceForItsPurposeAndItsTime() {
        Instant[] now = {Instant.parse("2026-11-24T19:00:00Z")};
        OneTimeLinks links = new OneTimeLinks(() -> now[0]);
        String token = links.make("move", "ana", Duration.ofMinutes(10));

        assertThat(links.use("host", token)).isEmpty();
        assertThat(links.subject("move", token)).contains("ana");
        assertThat(links.use("move", token)).contains("ana");
        assertThat(links.use("move", token)).isEmpty();

        String late = links.make("move", "ana", Duration.ofMinutes(10));
        now[0] = now[0].plus(Duration.ofMinutes(10));
        assertThat(links.subject("move", late)).isEmpty();
        assertThat(links.use("move", late)).isEmpty();
    }
}
