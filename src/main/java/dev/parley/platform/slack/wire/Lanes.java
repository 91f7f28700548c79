package dev.parley.platform.slack.wire;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.methods.Methods;
import com.slack.api.methods.MethodsRateLimitTier;
import com.slack.api.methods.MethodsRateLimits;
import dev.parley.platform.Allowance;
import dev.parley.platform.Leave;
import dev.parley.platform.SlidingBudget;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import okhttp3.FormBody;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * The one gate that every request to Slack passes. Slack limits each method in each workspace by its tier, and posts by their channel; so
 * each request waits here until it is its turn, and nobody learns of a limit by running into it. Where Slack nevertheless says "429", only
 * the lane of that request waits.
 */
final class Lanes implements Interceptor {
    private static final int TOO_MANY = 429;

    /** What is waited for here; a caller learns of longer waits at once. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int TRIES = 4;

    /** By its tier one a minute; but an app may have ten sockets, and has to open them. */
    private static final int SOCKETS = 12;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Cache<Key, Gate> gates =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofHours(1)).build();

    /**
     * What is limited together.
     *
     * @param of the channel that is posted to; empty for any other method
     */
    private record Key(String token, String method, String of) {}

    /** Waits for a turn, which is used up when what comes back is closed. */
    private interface Turns {
        Leave take() throws InterruptedException;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Gate gate = gate(chain.request());
        for (int tries = TRIES; ; tries--) {
            Response response = withTurn(gate, chain);
            if (response.code() != TOO_MANY) {
                return response;
            }
            Duration patience = Failures.retryAfter(response.header("Retry-After"));
            gate.closeFor(patience);
            if (tries <= 1 || patience.compareTo(PATIENCE) > 0) {
                return response;
            }
            response.close();
        }
    }

    private static Response withTurn(Gate gate, Chain chain) throws IOException {
        try {
            gate.awaitOpen();
            try (Leave leave = gate.turns.take()) {
                Response response = chain.proceed(chain.request());
                leave.answered();
                return response;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Stopped while waiting for a turn");
        }
    }

    private Gate gate(Request request) {
        List<String> path = request.url().pathSegments();
        String method = path.getLast();
        String of = method.equals(Methods.CHAT_POST_MESSAGE) ? channel(request) : "";
        String token = Objects.requireNonNullElse(request.header("Authorization"), "");
        return gates.get(new Key(token, method, of), Lanes::opened);
    }

    private static String channel(Request request) {
        if (request.body() instanceof FormBody form) {
            for (int at = 0; at < form.size(); at++) {
                if (form.name(at).equals("channel")) {
                    return form.value(at);
                }
            }
        }
        return "";
    }

    private static Gate opened(Key key) {
        return new Gate(key.of().isEmpty() ? byTier(key.method()) : byChannel());
    }

    private static Turns byChannel() {
        Lane lane = new Lane(System::nanoTime);
        return () -> {
            lane.take();
            return Used.UP;
        };
    }

    private static int perMinute(String method) {
        if (method.equals(Methods.APPS_CONNECTIONS_OPEN)) {
            return SOCKETS;
        }
        MethodsRateLimitTier tier = MethodsRateLimits.lookupRateLimitTier(method);
        return MethodsRateLimitTier.getAllowedRequestsPerMinute(tier);
    }

    private static Turns byTier(String method) {
        int perMinute = perMinute(method);
        return SlidingBudget.unused(new Allowance(perMinute, MINUTE, PATIENCE), System::nanoTime)::take;
    }

    /** A turn that counts when it is taken. */
    private enum Used implements Leave {
        UP;

        @Override
        public void answered() {}

        @Override
        public void close() {}
    }

    /** Turns, and whether Slack has said that none is to be had for a while. */
    private static final class Gate {
        private final Turns turns;
        private volatile long opens = System.nanoTime();

        Gate(Turns turns) {
            this.turns = turns;
        }

        void closeFor(Duration patience) {
            opens = System.nanoTime() + patience.toNanos();
        }

        void awaitOpen() throws InterruptedException, Held {
            for (long left = left(); left > 0; left = left()) {
                if (left > PATIENCE.toNanos()) {
                    throw new Held(Duration.ofNanos(left));
                }
                Thread.sleep(Duration.ofNanos(left));
            }
        }

        private long left() {
            return opens - System.nanoTime();
        }
    }
}
