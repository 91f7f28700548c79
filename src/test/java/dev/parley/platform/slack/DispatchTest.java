package dev.parley.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Duration;
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
                Duration.ofSeconds(30));
        assertThat(dispatch.told(event()).getStatusCode()).isEqualTo(200);

        dispatch.close();

        assertThat(dispatch.told(event()).getStatusCode()).isEqualTo(503);
        assertThat(heard).hasValue(1);
    }

    private static JsonObject event() {
        JsonObject envelope = new JsonObject();
        envelope.addProperty("type", "event_callback");
        envelope.add("event", new JsonObject());
        return envelope;
    }
}
