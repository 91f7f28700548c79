package dev.parley.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DispatchTest {

    @Test
    void whatComesAfterTheEndIsRefused() {
        AtomicInteger heard = new AtomicInteger();
        Dispatch dispatch = new Dispatch(
                envelope -> {
                    heard.incrementAndGet();
                    return CompletableFuture.completedFuture(null);
                },
                () -> null,
                () -> {},
                Duration.ofSeconds(30));
        assertThat(dispatch.told(event()).getStatusCode()).isEqualTo(200);

        dispatch.close();

        assertThat(dispatch.told(event()).getStatusCode()).isEqualTo(503);
        assertThat(heard).hasValue(1);
    }

    @Test
    void whatSomebodyDoesWhileNobodyTalksIsRefused() throws Exception {
        Dispatch dispatch = new Dispatch(
                _ -> CompletableFuture.completedFuture(null), () -> null, () -> {}, Duration.ofSeconds(30));

        Response response = dispatch.apply(command(), Response.ok(), _ -> Response.ok());

        assertThat(response.getStatusCode()).isEqualTo(503);
    }

    @Test
    void whatIsHeldBackIsReadBack() {
        AtomicInteger heldBack = new AtomicInteger();
        Dispatch dispatch = new Dispatch(
                _ -> CompletableFuture.completedFuture(null),
                () -> null,
                heldBack::incrementAndGet,
                Duration.ofSeconds(30));
        JsonObject limited = new JsonObject();
        limited.addProperty("type", "app_rate_limited");

        assertThat(dispatch.told(limited).getStatusCode()).isEqualTo(200);

        assertThat(heldBack).hasValue(1);
    }

    private static Request<?> command() {
        return new SlackRequestParser(AppConfig.builder().build())
                .parse(SlackRequestParser.HttpRequest.builder()
                        .requestUri("")
                        .queryString(Map.of())
                        .headers(new RequestHeaders(Map.of()))
                        .requestBody("command=%2Fparley&text=where&team_id=T1&user_id=U1&channel_id=C1")
                        .remoteAddress("")
                        .build());
    }

    private static JsonObject event() {
        JsonObject envelope = new JsonObject();
        envelope.addProperty("type", "event_callback");
        envelope.add("event", new JsonObject());
        return envelope;
    }
}
