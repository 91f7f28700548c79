package dev.parley.platform.discord.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.local.Json;
import dev.parley.platform.local.WebSocketLink;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One WebSocket's life: what it says is heard in order, by one thread. */
final class GatewayVisit {
    private static final int MOST_A_MINUTE = 120;
    private final Gateway gateway;
    private final WebSocketLink link;
    private @Nullable GatewaySession session;
    private long minute = System.nanoTime();
    private int heard;

    GatewayVisit(Gateway gateway, WebSocketLink link) {
        this.gateway = gateway;
        this.link = link;
    }

    /** False when the connection is over. */
    boolean heard(String text) {
        JsonNode payload;
        try {
            payload = Json.MAPPER.readTree(text);
        } catch (JsonProcessingException garbled) {
            return over(4002, "Error while decoding payload.");
        }
        if (isTooMuch()) {
            return over(4008, "You are being rate limited.");
        }
        JsonNode data = payload.path("d");
        GatewaySession present = session;
        return switch (payload.path("op").asInt(-1)) {
            case 1 -> heartbeat();
            case 2 -> present == null ? identify(data) : over(4005, "Already authenticated.");
            case 6 -> present == null ? resume(data) : over(4005, "Already authenticated.");
            case 3, 4 -> present != null || over(4003, "Not authenticated.");
            case 8 -> {
                if (present == null) {
                    yield over(4003, "Not authenticated.");
                }
                gateway.members(present, data);
                yield true;
            }
            default -> over(4001, "Unknown opcode.");
        };
    }

    private boolean isTooMuch() {
        long now = System.nanoTime();
        if (now - minute > 60_000_000_000L) {
            minute = now;
            heard = 0;
        }
        return ++heard > MOST_A_MINUTE;
    }

    private boolean heartbeat() {
        byte[] acknowledgement = "{\"t\":null,\"s\":null,\"op\":11,\"d\":null}".getBytes();
        GatewaySession present = session;
        if (present == null) {
            return sent(acknowledgement);
        }
        present.say(acknowledgement);
        return true;
    }

    private boolean identify(JsonNode data) {
        if (!gateway.knows(data.path("token").asText())) {
            return over(4004, "Authentication failed.");
        }
        int intents = data.path("intents").asInt(-1);
        if (intents < 0 || intents > Intent.KNOWN) {
            return over(4013, "Invalid intent(s).");
        }
        if (!gateway.grants(intents)) {
            return over(4014, "Disallowed intent(s).");
        }
        JsonNode shard = data.path("shard");
        if (!shard.isMissingNode()
                && (shard.size() != 2
                        || shard.path(0).asInt() < 0
                        || shard.path(0).asInt() >= shard.path(1).asInt())) {
            return over(4010, "Invalid shard.");
        }
        if (!gateway.mayIdentify()) {
            return invalid();
        }
        GatewaySession fresh = gateway.identified(data);
        session = fresh;
        fresh.attach(link, 0);
        return true;
    }

    private boolean resume(JsonNode data) {
        if (!gateway.knows(data.path("token").asText())) {
            return over(4004, "Authentication failed.");
        }
        GatewaySession before = gateway.resumed(data);
        if (before == null || !before.canReplayFrom(data.path("seq").asInt())) {
            return invalid();
        }
        session = before;
        before.resume(link, data.path("seq").asInt(), gateway.resumedEvent());
        return true;
    }

    /** There is no such session; the client begins a new one on this connection or another. */
    private boolean invalid() {
        return sent("{\"t\":null,\"s\":null,\"op\":9,\"d\":false}".getBytes());
    }

    private boolean sent(byte[] payload) {
        try {
            link.send(List.of(payload));
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    private boolean over(int code, String reason) {
        link.close(code, reason);
        return false;
    }

    /** The client has closed properly: with 1000 or 1001 its session is over, else it may come back. */
    void left() {
        GatewaySession present = session;
        if (present != null && (link.closedWith() == 1000 || link.closedWith() == 1001)) {
            gateway.forget(present);
        }
    }

    void gone() {
        GatewaySession present = session;
        if (present != null) {
            present.detach(link);
        }
        link.breakOffSoon();
    }
}
