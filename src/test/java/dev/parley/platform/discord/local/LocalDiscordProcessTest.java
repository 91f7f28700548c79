package dev.parley.platform.discord.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.local.RemoteControl;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The local Discord as a process of its own, as the tests that kill and the benchmarks use it. */
class LocalDiscordProcessTest {
    @Test
    void doesWhatItIsToldAndStopsWithItsParent() throws Exception {
        try (RemoteControl server = RemoteControl.start(LocalDiscordProcess.class)) {
            server.tell("guild", Map.of("name", "Teachers"));
            server.tell("channel", Map.of("guild", "Teachers", "name", "aledchat"));
            server.tell("member", Map.of("guild", "Teachers", "name", "Ana"));
            server.tell("says", Map.of("user", "Ana", "channel", "aledchat", "text", "hello"));
            server.tell("prepare", Map.of("channel", "aledchat", "count", 10, "text", "A{}: good"));
            server.tell("pour", Map.of("channel", "aledchat"));
            server.tell("off", Map.of());
            JsonNode history =
                    server.tell("history", Map.of("channel", "aledchat")).path("messages");
            assertThat(history).hasSize(11);
            assertThat(history.get(10).path("content").asText()).isEqualTo("A9: good");
            assertThat(server.tell("state", Map.of()).path("violations")).isEmpty();
            assertThat(server.letGo()).isZero();
        }
    }
}
