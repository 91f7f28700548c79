package dev.parley.platform.discord.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import dev.parley.platform.local.Node;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The judges from outside see what is wrong. */
class JudgesTest {
    private static Judges judges;

    @BeforeAll
    static void needsNode() {
        Node.DISCORD.mustBeThere();
        judges = Judges.found();
    }

    @Test
    void aRequestThatDiscordDoesNotKnow() {
        ObjectNode message = Json.object().put("content", "good");
        assertThat(judges.ofRequest("POST", "/channels/{}/messages", message)).isEmpty();
        assertThat(judges.ofRequest("POST", "/channels/{}/messages", message.put("contents", "bad")))
                .isNotEmpty();
        ObjectNode thread = Json.object().put("name", "x".repeat(101));
        assertThat(judges.ofRequest("POST", "/channels/{}/messages/{}/threads", thread))
                .isNotEmpty();
        assertThat(judges.ofRequest("POST", "/no/such/route", message)).isNotEmpty();
    }

    @Test
    void anEventThatDiscordDoesNotTell() {
        ObjectNode deleted = Json.object().put("id", "1").put("channel_id", "2");
        assertThat(judges.ofEvent("MESSAGE_DELETE", deleted)).isEmpty();
        assertThat(judges.ofEvent("MESSAGE_DELETE", deleted.put("invented", true)))
                .isNotEmpty();
        assertThat(judges.ofEvent("MESSAGE_DELETE", Json.object())).isNotEmpty();
        assertThat(judges.ofEvent("MESSAGE_INVENTED", deleted)).isNotEmpty();
    }
}
