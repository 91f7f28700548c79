package dev.parley.platform.slack.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import dev.parley.platform.local.WebSocketLink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Socket Mode: the sockets of the app, among which what it has to hear is spread, and its acknowledgements. */
final class Sockets implements Courier.Door {
    private static final int MOST = 10;
    private static final Duration BETWEEN_PINGS = Duration.ofSeconds(5);
    private final World world;
    private final Set<String> tickets = ConcurrentHashMap.newKeySet();
    private final List<WebSocketLink> open = new CopyOnWriteArrayList<>();
    private final Map<String, CompletableFuture<Courier.Reply>> awaited = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    final AtomicInteger opened = new AtomicInteger();

    Sockets(World world) {
        this.world = world;
    }

    /** An address for one socket. */
    String ticket() {
        String ticket = UUID.randomUUID().toString();
        tickets.add(ticket);
        return world.address.replaceFirst("^http", "ws") + "/link/?ticket=" + ticket + "&app_id=" + world.appId;
    }

    boolean areTooMany() {
        return open.size() >= MOST;
    }

    int count() {
        return open.size();
    }

    /** Lives with a socket until it is closed. */
    void live(WebSocketLink link) throws IOException {
        String ticket = link.parameter("ticket");
        if (ticket == null || !tickets.remove(ticket)) {
            world.violations.add("a socket without a ticket, or with one that was used");
            link.close(1008, "invalid ticket");
            link.breakOffSoon();
            return;
        }
        say(link, hello());
        opened.incrementAndGet();
        open.add(link);
        Thread pinging = Thread.ofVirtual().start(() -> ping(link));
        try {
            for (String text = link.read(); text != null; text = link.read()) {
                heard(text);
            }
        } finally {
            open.remove(link);
            pinging.interrupt();
        }
    }

    private ObjectNode hello() {
        ObjectNode hello = Json.object().put("type", "hello").put("num_connections", open.size() + 1);
        hello.putObject("debug_info")
                .put("host", "applink-local")
                .put("build_number", 1)
                .put("approximate_connection_time", 18_060);
        hello.putObject("connection_info").put("app_id", world.appId);
        return hello;
    }

    private static void ping(WebSocketLink link) {
        try {
            while (true) {
                Thread.sleep(BETWEEN_PINGS);
                link.ping();
            }
        } catch (InterruptedException | IOException over) {
            // the socket is closed
        }
    }

    private void heard(String text) throws IOException {
        JsonNode said = Json.read(text.getBytes(StandardCharsets.UTF_8));
        CompletableFuture<Courier.Reply> waiting =
                awaited.remove(said.path("envelope_id").asText());
        if (waiting != null) {
            JsonNode payload = said.path("payload");
            waiting.complete(new Courier.Reply(
                    true, payload.isMissingNode() || payload.isEmpty() ? "" : payload.toString(), false, ""));
        }
    }

    @Override
    public CompletableFuture<Courier.Reply> bring(Courier.Attempt attempt) {
        List<WebSocketLink> links = List.copyOf(open);
        if (links.isEmpty()) {
            return CompletableFuture.completedFuture(Courier.Reply.failed("connection_failed"));
        }
        WebSocketLink link = links.get(Math.floorMod(turn.getAndIncrement(), links.size()));
        String id = UUID.randomUUID().toString();
        CompletableFuture<Courier.Reply> reply = new CompletableFuture<>();
        awaited.put(id, reply);
        troubles(link);
        try {
            say(link, envelope(attempt, id));
        } catch (IOException gone) {
            awaited.remove(id);
            return CompletableFuture.completedFuture(Courier.Reply.failed("connection_failed"));
        }
        return reply.completeOnTimeout(
                        Courier.Reply.failed("timeout"), world.courier.patience.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((done, none) -> awaited.remove(id));
    }

    private void troubles(WebSocketLink link) {
        if (world.courier.faults.dropsConnection()) {
            link.breakOff();
        } else if (world.courier.faults.refreshesSocket()) {
            disconnect(link, "refresh_requested");
        }
    }

    private static ObjectNode envelope(Courier.Attempt attempt, String id) {
        ObjectNode envelope = Json.object().put("envelope_id", id);
        envelope.set("payload", attempt.payload());
        envelope.put("type", attempt.kind().envelope)
                .put("accepts_response_payload", attempt.kind() != Courier.Kind.EVENT);
        if (attempt.kind() == Courier.Kind.EVENT) {
            envelope.put("retry_attempt", attempt.number()).put("retry_reason", attempt.reason());
        }
        return envelope;
    }

    /** Tells every client that its socket will go soon ("warning"), or that it goes ("refresh_requested", "link_disabled"). */
    void disconnect(String reason) {
        open.forEach(link -> disconnect(link, reason));
    }

    private static void disconnect(WebSocketLink link, String reason) {
        ObjectNode farewell = Json.object().put("type", "disconnect").put("reason", reason);
        farewell.putObject("debug_info").put("host", "applink-local");
        try {
            say(link, farewell);
        } catch (IOException gone) {
            return;
        }
        if (!reason.equals("warning")) {
            Thread.ofVirtual().start(() -> {
                try {
                    Thread.sleep(300);
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                }
                link.close(1000, "");
            });
        }
    }

    void drop() {
        open.forEach(WebSocketLink::breakOff);
    }

    private static void say(WebSocketLink link, ObjectNode what) throws IOException {
        link.send(List.of(Json.bytes(what)));
    }
}
