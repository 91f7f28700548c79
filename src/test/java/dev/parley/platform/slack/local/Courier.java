package dev.parley.platform.slack.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Brings to the app what it has to hear, over a socket or by HTTP, and again where it does not acknowledge. */
final class Courier {

    /** What can be brought, with its name in an envelope of Socket Mode. */
    enum Kind {
        EVENT("events_api"),
        COMMAND("slash_commands"),
        INTERACTION("interactive");

        final String envelope;

        Kind(String envelope) {
            this.envelope = envelope;
        }
    }

    /** What the app answered: whether with an acknowledgement, and with what in it. */
    record Reply(boolean acknowledged, String body, boolean wantsNoRetry, String why) {
        static Reply failed(String why) {
            return new Reply(false, "", false, why);
        }

        JsonNode json() {
            try {
                return body.isBlank() ? MissingNode.getInstance() : Json.read(body.getBytes(StandardCharsets.UTF_8));
            } catch (IOException text) {
                return Json.object().put("text", body);
            }
        }
    }

    /** One attempt to bring something; a first attempt has the number 0. */
    record Attempt(Kind kind, ObjectNode payload, int number, String reason) {}

    /** A way to the app. */
    interface Door {
        CompletableFuture<Reply> bring(Attempt attempt);
    }

    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();

    final Sockets sockets;
    final AtomicInteger attempts = new AtomicInteger();
    final AtomicInteger retries = new AtomicInteger();
    final AtomicInteger acknowledged = new AtomicInteger();
    final AtomicInteger lost = new AtomicInteger();
    final AtomicInteger underWay = new AtomicInteger();
    final Set<String> safe = ConcurrentHashMap.newKeySet();
    private final World world;
    private final BlockingQueue<Attempt> line = new LinkedBlockingQueue<>();
    private volatile @Nullable HttpDoor http;
    volatile Faults faults = Faults.none();
    volatile Duration patience = Duration.ofSeconds(3);
    volatile List<Duration> waits = List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(5));

    Courier(World world) {
        this.world = world;
        sockets = new Sockets(world);
        Thread.ofVirtual().name("local-slack-events").start(this::work);
    }

    /** By signed HTTP to this address from now on; null for sockets. */
    void deliversTo(@Nullable URI address) {
        http = address == null ? null : new HttpDoor(world, address);
    }

    @Nullable
    HttpDoor http() {
        return http;
    }

    private Door door() {
        HttpDoor present = http;
        return present == null ? sockets : present;
    }

    /** Tells an event, with the troubles that a test wants. */
    void event(ObjectNode payload) {
        Faults troubles = faults;
        int copies = troubles.copies();
        boolean onlyAsRetry = troubles.comesOnlyAsRetry();
        put(new Attempt(Kind.EVENT, payload, onlyAsRetry ? 1 : 0, onlyAsRetry ? "timeout" : ""), troubles);
        for (int copy = 0; copy < copies; copy++) {
            ObjectNode another = payload.deepCopy().put("event_id", world.ids.next("Ev"));
            put(new Attempt(Kind.EVENT, another, 0, ""), troubles);
        }
    }

    private void put(Attempt attempt, Faults troubles) {
        underWay.incrementAndGet();
        if (troubles.isLate()) {
            later(troubles.lateness(), () -> line.add(attempt));
        } else {
            line.add(attempt);
        }
    }

    /** Brings something once, for somebody who waits. */
    CompletableFuture<Reply> ask(Kind kind, ObjectNode payload) {
        attempts.incrementAndGet();
        return door().bring(new Attempt(kind, payload, 0, ""));
    }

    private void work() {
        try {
            while (true) {
                bring(line.take());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void bring(Attempt attempt) {
        attempts.incrementAndGet();
        door().bring(attempt).thenAccept(reply -> {
            if (reply.acknowledged()) {
                acknowledged.incrementAndGet();
                safe.add(name(attempt.payload().path("event")));
                underWay.decrementAndGet();
            } else {
                again(attempt, reply);
            }
        });
    }

    /** A message of which an event tells. */
    private static String name(JsonNode event) {
        return event.path("channel").asText() + "/"
                + event.path("message").path("ts").asText(event.path("ts").asText());
    }

    static String name(Message message) {
        return message.channel.id + "/" + message.ts;
    }

    private void again(Attempt attempt, Reply reply) {
        if (attempt.number() >= waits.size() || reply.wantsNoRetry()) {
            lost.incrementAndGet();
            underWay.decrementAndGet();
            return;
        }
        retries.incrementAndGet();
        Attempt next = new Attempt(attempt.kind(), attempt.payload(), attempt.number() + 1, reply.why());
        later(waits.get(attempt.number()), () -> line.add(next));
    }

    private static void later(Duration wait, Runnable what) {
        CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS, THREADS)
                .execute(what);
    }
}
