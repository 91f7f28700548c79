package dev.parley.platform.slack.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.local.Answer;
import dev.parley.platform.local.Json;
import dev.parley.platform.local.Request;
import dev.parley.platform.local.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How events come by HTTP, in good times and bad. */
class DeliveryTest {
    private final LocalSlack slack = LocalSlack.unjudged(0).retriesAfter(Duration.ZERO, Duration.ZERO, Duration.ZERO);
    private final Workspace workspace = slack.workspace("Teachers");
    private final Person ana = workspace.person("Ana");
    private final Channel room = workspace.channel("aledchat");
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Wire app = new Wire(this::answer, 0);
    private volatile int refusals;

    @BeforeEach
    void listens() {
        app.on();
        slack.deliversTo(URI.create("http://127.0.0.1:" + app.port() + "/slack"));
    }

    @AfterEach
    void closes() {
        slack.close();
        app.close();
    }

    private Answer answer(Request request) {
        requests.add(request);
        JsonNode body = body(request);
        if (body.path("type").asText().equals("url_verification")) {
            return Answer.text(200, body.path("challenge").asText());
        }
        return refusals-- > 0 ? Answer.text(500, "not now") : Answer.text(200, "");
    }

    private static JsonNode body(Request request) {
        try {
            return Json.read(request.body());
        } catch (IOException garbled) {
            throw new UncheckedIOException(garbled);
        }
    }

    private Set<String> eventIds() {
        return requests.stream()
                .map(request -> body(request).path("event_id").asText())
                .collect(Collectors.toSet());
    }

    private void settles() {
        await().until(() -> slack.deliveries().underWay() == 0);
    }

    @Test
    void anEventIsSigned() {
        assertThat(slack.verifiesAddress()).isTrue();
        ana.says(room, "hello");
        settles();
        Request request = requests.getLast();
        long at = Long.parseLong(request.header("x-slack-request-timestamp"));
        assertThat(request.header("x-slack-signature"))
                .isEqualTo(slack.signature(at, new String(request.body(), StandardCharsets.UTF_8)))
                .isNotEqualTo(slack.signature(at + 1, new String(request.body(), StandardCharsets.UTF_8)));
        assertThat(request.header("x-slack-retry-num")).isNull();
    }

    @Test
    void anEventThatIsRefusedComesAgain() {
        refusals = 2;
        ana.says(room, "hello");
        settles();
        assertThat(requests).hasSize(3);
        assertThat(requests.getLast().header("x-slack-retry-num")).isEqualTo("2");
        assertThat(requests.getLast().header("x-slack-retry-reason")).isEqualTo("http_error");
        assertThat(eventIds()).hasSize(1);
        assertThat(slack.deliveries().retries()).isEqualTo(2);
    }

    @Test
    void anEventIsGivenUpAfterThreeRetries() {
        refusals = 100;
        ana.says(room, "hello");
        settles();
        assertThat(requests).hasSize(4);
        assertThat(slack.deliveries().lost()).isEqualTo(1);
    }

    @Test
    void anEventCanComeElevenTimesWithNewIds() {
        slack.faults(Faults.from(5).repeating(1));
        IntStream.range(0, 20).forEach(index -> ana.says(room, "hello " + index));
        settles();
        assertThat(eventIds()).hasSize(requests.size()).hasSizeBetween(40, 220);
        assertThat(requests.stream()
                        .map(request -> body(request).path("event").path("ts").asText())
                        .distinct())
                .hasSize(20);
    }

    @Test
    void aRetryCanBeTheOnlyDelivery() {
        slack.faults(Faults.from(5).onlyAsRetry(1));
        ana.says(room, "hello");
        settles();
        assertThat(requests)
                .singleElement()
                .satisfies(request ->
                        assertThat(request.header("x-slack-retry-num")).isEqualTo("1"));
    }

    @Test
    void whatTheAppMayNotHearIsNotTold() {
        workspace.withoutScope("reactions:read");
        Message message = ana.says(room, "hello");
        ana.reacts(message, "wave");
        slack.subscribed("reaction_added");
        ana.says(room, "unheard");
        room.removesBot();
        settles();
        assertThat(requests).hasSize(1);
    }
}
