package dev.parley.platform.slack.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.local.RemoteControl;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The local Slack as a process of its own, as the tests that kill and the benchmarks use it. */
class LocalSlackProcessTest {
    @Test
    void doesWhatItIsToldAndStopsWithItsParent() throws Exception {
        try (RemoteControl server = RemoteControl.start(LocalSlackProcess.class)) {
            JsonNode workspace = server.tell("workspace", Map.of("name", "Teachers"));
            assertThat(workspace.path("token").asText()).startsWith("xoxb-");
            server.tell("channel", Map.of("workspace", "Teachers", "name", "aledchat"));
            server.tell("person", Map.of("workspace", "Teachers", "name", "Ana"));
            String ts = server.tell("says", Map.of("person", "Ana", "channel", "aledchat", "text", "hello"))
                    .path("ts")
                    .asText();
            server.tell("replies", Map.of("person", "Ana", "channel", "aledchat", "ts", ts, "text", "again"));
            server.tell("off", Map.of());
            JsonNode all = server.tell("all", Map.of("channel", "aledchat")).path("messages");
            assertThat(all).hasSize(2);
            assertThat(all.get(1).path("thread_ts").asText()).isEqualTo(ts);
            assertThat(server.tell("state", Map.of()).path("violations")).isEmpty();
            assertThat(server.letGo()).isZero();
        }
    }
}
