package dev.parley.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.platform.Incoming;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that somebody makes up, and some that Slack would make. */
class SignedRequestsTest {
    private final Team team = new Team(SlackSettings.Mode.HTTP);
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start() {
        team.start();
    }

    @AfterEach
    void stop() {
        client.close();
        team.close();
    }

    private String event(String ts, String text) {
        return """
                {"type":"event_callback","team_id":"%s","event_id":"Ev1","event":{"type":"message","channel":"%s",
                "channel_type":"channel","user":"%s","text":"%s","ts":"%s"}}""".formatted(team.workspace.id(), team.channel.id(), team.ana.id(), text, ts);
    }

    private int send(long seconds, String signature, String body) throws IOException, InterruptedException {
        return send(
                        Map.of("X-Slack-Request-Timestamp", Long.toString(seconds), "X-Slack-Signature", signature),
                        body,
                        team.address())
                .statusCode();
    }

    private HttpResponse<String> send(Map<String, String> headers, String body, URI to)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(to)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    @Test
    void slackVerifiesTheAddress() {
        assertThat(team.slack.verifiesAddress()).isTrue();
    }

    @Test
    void aGoodSignatureIsTakenAndOnlyOnce() throws Exception {
        String body = event("1700000000.000100", "A1: once");
        long now = now();

        assertThat(send(now, team.slack.signature(now, body), body)).isEqualTo(200);
        assertThat(send(now, team.slack.signature(now, body), body)).isEqualTo(403);
        assertThat(team.facilitator.heard).singleElement().isInstanceOf(Incoming.Said.class);
    }

    @Test
    void whatWasRefusedMayComeAgainWithinTheSecond() throws Exception {
        String body = event("1700000000.000100", "A1: again");
        long now = now();
        team.facilitator.trouble = new IllegalStateException("Not now");
        assertThat(send(now, team.slack.signature(now, body), body)).isEqualTo(503);

        team.facilitator.trouble = null;
        assertThat(send(now, team.slack.signature(now, body), body)).isEqualTo(200);
        assertThat(team.facilitator.heard).hasSize(1);
    }

    @Test
    void aSignatureForAnotherBodyIsRefused() throws Exception {
        long now = now();
        String signature = team.slack.signature(now, event("1700000000.000100", "A1: mine"));

        assertThat(send(now, signature, event("1700000000.000100", "A1: yours")))
                .isEqualTo(403);
        assertThat(team.facilitator.heard).isEmpty();
    }

    @Test
    void noSignatureAtAllIsRefused() throws Exception {
        assertThat(send(Map.of(), event("1700000000.000100", "A1: x"), team.address())
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(now(), "", event("1700000000.000100", "A1: x"))).isEqualTo(403);
        assertThat(send(Map.of("X-Slack-Request-Timestamp", "soon", "X-Slack-Signature", "v0=00"), "{}", team.address())
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(
                                Map.of(
                                        "X-Slack-Request-Timestamp",
                                        Long.toString(Long.MIN_VALUE),
                                        "X-Slack-Signature",
                                        "v0=00"),
                                "{}",
                                team.address())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aTimeThatIsLongAgoOrYetToComeIsRefused() throws Exception {
        String body = event("1700000000.000100", "A1: when");
        for (long seconds : new long[] {now() - 400, now() + 400}) {
            assertThat(send(seconds, team.slack.signature(seconds, body), body)).isEqualTo(403);
        }
        assertThat(team.facilitator.heard).isEmpty();
        for (long seconds : new long[] {now() - 200, now() + 200}) {
            assertThat(send(seconds, team.slack.signature(seconds, body), body)).isEqualTo(200);
        }
    }

    @Test
    void whatIsTooLargeIsRefused() throws Exception {
        String body = event("1700000000.000100", "x".repeat(1_100_000));
        long now = now();

        assertThat(send(now, team.slack.signature(now, body), body)).isEqualTo(413);
        assertThat(team.facilitator.heard).isEmpty();
    }

    @Test
    void whatIsSignedButCannotBeReadIsRefusedWithoutHarm() throws Exception {
        for (String body : new String[] {"", "{", "[]", "{}", "{\"type\":\"event_callback\"}", "payload=%7B"}) {
            long now = now();
            assertThat(send(now, team.slack.signature(now, body), body))
                    .as(body)
                    .isEqualTo(400);
        }
        team.ana.says(team.channel, "A1: still here");
        await().until(() -> team.facilitator.heard.size() == 1);
    }

    @Test
    void typesOfWhichNobodyHasHeardAreAcknowledged() throws Exception {
        String body = """
                {"type":"event_callback","team_id":"T1","event":{"type":"something_new","subtype":"newer"}}""";
        long now = now();
        assertThat(send(now, team.slack.signature(now, body), body)).isEqualTo(200);
    }
}
