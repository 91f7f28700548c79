package dev.parley.platform.slack;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.slack.api.app_backend.util.JsonPayloadExtractor;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import dev.parley.platform.slack.talk.Interactions;
import dev.parley.platform.slack.wire.Reader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what Slack brings. An event is acknowledged when it is safe and refused when it is not in time, so that Slack brings it again: Bolt's
 * own handlers know some events, answer "404" to all others, and acknowledge what they take before it is safe. What a person does with a
 * command or a button comes through Bolt, and is acknowledged in time unless it cannot even be begun: then Slack says so to the person, and a
 * modal stays open with what was typed.
 */
final class Dispatch implements Middleware, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final int UNAVAILABLE = 503;
    private static final Gson GSON = new Gson();

    private final Function<JsonObject, CompletionStage<Void>> events;
    private final Supplier<@Nullable Interactions> interactions;
    private final Runnable heldBack;
    private final Duration patience;
    private final JsonPayloadExtractor payloads = new JsonPayloadExtractor();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean refusing = new AtomicBoolean();
    private final AtomicBoolean cameTooLate = new AtomicBoolean();

    /**
     * Hands on to these.
     *
     * @param events hears an envelope of the Events API
     * @param interactions present once there is somebody who talks
     * @param heldBack is told when Slack says that it keeps events from us, which do not come again
     * @param patience how long an acknowledgement may take: less than the three seconds that Slack waits
     */
    Dispatch(
            Function<JsonObject, CompletionStage<Void>> events,
            Supplier<@Nullable Interactions> interactions,
            Runnable heldBack,
            Duration patience) {
        this.events = events;
        this.interactions = interactions;
        this.heldBack = heldBack;
        this.patience = patience;
    }

    @Override
    public Response apply(@SuppressWarnings("rawtypes") Request request, Response response, MiddlewareChain chain) {
        return whileOpen(() -> switch (request.getRequestType()) {
            case SSLCheck -> Response.ok();
            case Command -> used(talk -> talk.command(command(request)));
            default -> used(talk -> talk.used(json(payload(request))));
        });
    }

    /** What comes after the end is refused: sockets and requests may bring something until they are closed. */
    private Response whileOpen(Supplier<Response> taking) {
        try {
            return taking.get();
        } catch (RejectedExecutionException closed) {
            if (cameTooLate.compareAndSet(false, true)) {
                LOG.debug("Slack brings something after the end, which is refused");
            }
            return Response.error(UNAVAILABLE);
        }
    }

    /**
     * Takes an envelope of the Events API. Bolt, which would read it four times and makes a reader of its own for each, has no part in this.
     * Throws {@link IllegalArgumentException} where it is none.
     */
    Response told(JsonObject envelope) {
        return switch (Reader.text(envelope, "type")) {
            case "event_callback" -> whileOpen(() -> heard(envelope));
            case "url_verification" -> Response.ok(Reader.text(envelope, "challenge"));
            case "app_rate_limited" -> {
                LOG.warn("Slack holds events back: more than 30,000 an hour");
                heldBack.run();
                yield Response.ok();
            }
            default -> throw new IllegalArgumentException("No envelope of the Events API");
        };
    }

    private Response heard(JsonObject envelope) {
        if (!envelope.has("event")) {
            throw new IllegalArgumentException("An envelope without an event");
        }
        CompletableFuture<Void> safe = CompletableFuture.supplyAsync(() -> events.apply(envelope), threads)
                .thenCompose(Function.identity());
        try {
            safe.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            refusing.set(false);
            return Response.ok();
        } catch (TimeoutException late) {
            return Response.error(UNAVAILABLE);
        } catch (ExecutionException notSafe) {
            if (refusing.compareAndSet(false, true)) {
                LOG.warn("An event could not be kept; it will come again: {}", String.valueOf(notSafe.getCause()));
            }
            return Response.error(UNAVAILABLE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Response.error(UNAVAILABLE);
        }
    }

    private Response used(Function<Interactions, @Nullable JsonObject> doing) {
        Interactions talk = interactions.get();
        if (talk == null) {
            return Response.error(UNAVAILABLE);
        }
        CompletableFuture<@Nullable JsonObject> answer =
                CompletableFuture.supplyAsync(() -> doing.apply(talk), threads);
        try {
            JsonObject said = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return said == null ? Response.ok() : Response.json(200, said);
        } catch (TimeoutException late) {
            return Response.ok();
        } catch (ExecutionException trouble) {
            if (trouble.getCause() instanceof RejectedExecutionException closed) {
                throw closed;
            }
            LOG.error("What somebody did on Slack could not be carried out", trouble.getCause());
            return Response.error(UNAVAILABLE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Response.error(UNAVAILABLE);
        }
    }

    private static JsonObject json(String text) {
        return GSON.fromJson(text, JsonObject.class);
    }

    /** On a socket the payload comes as it is, by HTTP as the one field of a form. */
    private String payload(Request<?> request) {
        String body = request.getRequestBodyAsString();
        return request.isSocketMode() ? body : payloads.extractIfExists(body);
    }

    private static JsonObject command(Request<?> request) {
        String body = request.getRequestBodyAsString();
        return request.isSocketMode() ? json(body) : fields(body);
    }

    private static JsonObject fields(String form) {
        JsonObject fields = new JsonObject();
        for (String field : form.split("&")) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.addProperty(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Lets what has begun end, and begins nothing more. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
