package dev.parley.platform.slack.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import dev.parley.platform.local.Node;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The judge from outside sees what is wrong with an event. */
class JudgesTest {
    private static Judges judges;

    @BeforeAll
    static void needsNode() {
        Node.SLACK.mustBeThere();
        judges = Judges.found();
    }

    @Test
    void anEventThatSlackDoesNotTell() {
        ObjectNode message = Json.object()
                .put("type", "message")
                .put("user", "U1")
                .put("text", "good")
                .put("channel", "C1")
                .put("channel_type", "channel")
                .put("ts", "1.000001")
                .put("event_ts", "1.000001");
        assertThat(judges.ofEvent(message)).isEmpty();
        assertThat(judges.ofEvent(message.deepCopy().put("invented", true))).isNotEmpty();
        assertThat(judges.ofEvent(message.deepCopy().put("channel_type", "club")))
                .isNotEmpty();
        assertThat(judges.ofEvent(message.deepCopy().put("subtype", "invented")))
                .isNotEmpty();
        message.remove("user");
        assertThat(judges.ofEvent(message)).isNotEmpty();
    }
}
