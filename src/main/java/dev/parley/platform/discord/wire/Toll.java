package dev.parley.platform.discord.wire;

import dev.parley.platform.Budget;
import dev.parley.platform.InvalidRequests;
import dev.parley.platform.Leave;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * The one gate that every request to Discord passes, those that JDA repeats by itself included. JDA reacts to 429 but does not hold
 * back, so each request takes its leave here; answers to interactions do not count for Discord and pass at once.
 */
public final class Toll implements Interceptor {
    /** Discord bans an address at 10,000; half is left to what else runs there. */
    private static final int INVALID_AT_MOST = 5_000;

    private static final Duration WINDOW = Duration.ofMinutes(10);

    /** How long nothing is sent once Discord did not know the token; one request then tries again. */
    private static final Duration AFTER_UNKNOWN_TOKEN = Duration.ofMinutes(1);

    /** What JDA would repeat by itself for seven seconds. Whether a write is repeated the outbox decides, which looks first. */
    private static final Set<Integer> REPEATED = Set.of(502, 503, 504, 520, 521, 522, 523, 524, 529);

    private final Budget budget;
    private final InstantSource clock;
    private final InvalidRequests invalid = new InvalidRequests(INVALID_AT_MOST, WINDOW);
    private volatile Instant closedUntil = Instant.MIN;

    /** Takes its leaves from this budget. */
    public Toll(Budget budget, InstantSource clock) {
        this.budget = budget;
        this.clock = clock;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Response response = answersAnInteraction(request) ? chain.proceed(request) : withLeave(chain, request);
        count(response);
        if (REPEATED.contains(response.code()) && isWrite(request)) {
            response.close();
            throw new IOException("Discord answered " + response.code());
        }
        return response;
    }

    private Response withLeave(Chain chain, Request request) throws IOException {
        refuseWhileClosed();
        try (Leave leave = budget.take(urgency(request))) {
            Response response = chain.proceed(request);
            leave.answered();
            return response;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Stopped while waiting for leave");
        }
    }

    /** What people wait for goes first: messages, then everything else that is done, then what is only asked. */
    private static int urgency(Request request) {
        if (request.method().equals("GET")) {
            return 0;
        }
        return request.method().equals("POST") && request.url().encodedPath().endsWith("/messages") ? 2 : 1;
    }

    private static boolean answersAnInteraction(Request request) {
        String path = request.url().encodedPath();
        return path.contains("/interactions/") || path.contains("/webhooks/");
    }

    private static boolean isWrite(Request request) {
        return !request.method().equals("GET") && !answersAnInteraction(request);
    }

    private void refuseWhileClosed() throws IOException {
        Instant now = clock.instant();
        if (invalid.patience(now).isPositive()) {
            throw new IOException("Too many of our requests were invalid in the last ten minutes");
        }
        if (now.isBefore(closedUntil)) {
            throw new IOException("Discord does not know the bot's token");
        }
    }

    private void count(Response response) {
        Instant now = clock.instant();
        // A limit that is shared with others is not held against us.
        if (!"shared".equals(response.header("X-RateLimit-Scope"))) {
            invalid.answered(response.code(), now);
        }
        if (response.code() == 401 && !answersAnInteraction(response.request())) {
            closedUntil = now.plus(AFTER_UNKNOWN_TOKEN);
        }
    }
}
