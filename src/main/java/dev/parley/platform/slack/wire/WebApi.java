package dev.parley.platform.slack.wire;

import static java.util.Objects.requireNonNull;

import com.google.gson.JsonParseException;
import com.slack.api.RequestConfigurator;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.util.http.SlackHttpClient;
import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import dev.parley.voice.Voice;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.ConnectionPool;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;

/**
 * Slack's Web API, through the SDK's client and within our own limits. Calls block, at most for {@link #AT_MOST}; each throws {@link Refused}
 * where Slack will not do it and {@link Unreachable} where it may later.
 */
public final class WebApi implements AutoCloseable {
    /** Less than the lease of an effect, so that nobody else tries meanwhile. */
    static final Duration AT_MOST = Duration.ofSeconds(20);

    /** Reading changes nothing, so that it may simply be done again. */
    private static final int TRIES_TO_READ = 3;

    private static final int IDLE_CONNECTIONS = 50;

    private final Tokens tokens;
    private final Failures failures;
    private final Slack slack;
    private final Map<String, Self> selves = new ConcurrentHashMap<>();

    // A call that waits for its turn costs a virtual thread and holds up no other.
    private final ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor();

    /** One call of a method. */
    @FunctionalInterface
    public interface Asking<R> {
        /** Makes it with this client, which knows the token. */
        R on(MethodsClient methods) throws IOException, SlackApiException;
    }

    /**
     * The Web API at an address.
     *
     * @param api with a slash at its end
     */
    public WebApi(URI api, Tokens tokens, Voice voice) {
        this.tokens = tokens;
        this.failures = new Failures(voice);
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(api.toString());
        config.setStatsEnabled(false);
        this.slack = Slack.getInstance(config, new SlackHttpClient(client()));
    }

    /** OkHttp repeats nothing: whether something is repeated the outbox decides, which looks first. */
    private static OkHttpClient client() {
        return new OkHttpClient.Builder()
                .addInterceptor(new Lanes())
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.MINUTES))
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .build();
    }

    /** The SDK itself, for what is not a call of the Web API with a workspace's token. */
    public Slack slack() {
        return slack;
    }

    /** What to throw where an answer does not come, or says nothing. */
    Unreachable unanswered() {
        return failures.unanswered();
    }

    /** Asks in a workspace. */
    public <R extends SlackApiTextResponse> R ask(String team, Asking<R> call) {
        R answer = answer(team, call);
        if (!answer.isOk()) {
            throw failures.of(answer);
        }
        return answer;
    }

    /** Asks in a workspace for what may not be there, or be done already, which these errors say: then it is empty. */
    public <R extends SlackApiTextResponse> Optional<R> ask(String team, Asking<R> call, String... fine) {
        R answer = answer(team, call);
        if (answer.isOk()) {
            return Optional.of(answer);
        }
        if (Arrays.asList(fine).contains(answer.getError())) {
            return Optional.empty();
        }
        throw failures.of(answer);
    }

    /** Asks for what changes nothing by being asked, and again where no answer comes. Empty where one of these errors does. */
    public <R extends SlackApiTextResponse> Optional<R> read(String team, Asking<R> call, String... absent) {
        for (int tries = TRIES_TO_READ; ; tries--) {
            try {
                return ask(team, call, absent);
            } catch (Unreachable unreachable) {
                if (tries <= 1 || !unreachable.patience().isZero()) {
                    throw unreachable;
                }
            }
        }
    }

    /** A page of messages, of {@code conversations.history} or {@code .replies}. Empty where one of these errors says that there is none. */
    public Optional<Page> page(
            String team, String method, RequestConfigurator<FormBody.Builder> asked, String... absent) {
        String token = token(team);
        return read(
                team, methods -> methods.postFormWithTokenAndParseResponse(asked, method, token, Page.class), absent);
    }

    /** Who the bot is in a workspace; asked once. */
    public Self self(String team) {
        Self known = selves.get(team);
        return known == null ? asked(team) : known;
    }

    /** Who the bot is in a workspace where that was asked before; asks nobody. */
    public Optional<Self> knownSelf(String team) {
        return Optional.ofNullable(selves.get(team));
    }

    /** Asks anew who the bot is, and with that what its token allows. Throws {@link Unreachable} where the token is not known. */
    public Self asked(String team) {
        return learned(
                team,
                read(team, methods -> methods.authTest(request -> request)).orElseThrow());
    }

    /** The same; empty where Slack does not know the token. */
    public Optional<Self> introduced(String team) {
        String[] unknown = Tokens.UNKNOWN.toArray(String[]::new);
        return read(team, methods -> methods.authTest(request -> request), unknown)
                .map(answer -> learned(team, answer));
    }

    private Self learned(String team, AuthTestResponse answer) {
        Self self = self(answer);
        selves.put(team, self);
        selves.put(self.team(), self);
        return self;
    }

    private static Self self(AuthTestResponse answer) {
        List<String> scopes = answer.getHttpResponseHeaders().getOrDefault("x-oauth-scopes", List.of());
        return new Self(
                answer.getTeamId(),
                answer.getUserId(),
                String.valueOf(answer.getBotId()),
                URI.create(answer.getUrl()),
                scopes.isEmpty() ? Set.of() : Set.of(scopes.getFirst().split("\\s*,\\s*")));
    }

    /** The bot's token for a workspace. Throws {@link Unreachable} where it is not installed. */
    private String token(String team) {
        return tokens.of(team).orElseThrow(() -> failures.notInstalled(team));
    }

    /**
     * The address of a new socket; empty where Slack does not take the token of the app.
     *
     * @param appToken the app's own
     */
    public Optional<URI> socket(String appToken) {
        AppsConnectionsOpenResponse answer =
                answer(slack.methods(appToken), methods -> methods.appsConnectionsOpen(request -> request));
        if (answer.isOk()) {
            return Optional.of(URI.create(answer.getUrl()));
        }
        if (Tokens.UNKNOWN.contains(String.valueOf(answer.getError()))) {
            return Optional.empty();
        }
        throw failures.of(answer);
    }

    private <R> R answer(String team, Asking<R> call) {
        return answer(slack.methods(token(team)), call);
    }

    private <R> R answer(MethodsClient methods, Asking<R> call) {
        Future<R> answer = submit(methods, call);
        try {
            return answer.get(AT_MOST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failure(requireNonNull(failed.getCause()));
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw failures.unanswered();
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw failures.unanswered();
        }
    }

    private <R> Future<R> submit(MethodsClient methods, Asking<R> call) {
        try {
            return waiting.submit(() -> call.on(methods));
        } catch (RejectedExecutionException stopped) {
            throw failures.unanswered();
        }
    }

    private RuntimeException failure(Throwable trouble) {
        return switch (trouble) {
            case SlackApiException answered -> failures.of(answered);
            case Held held -> failures.held(held);
            case IOException _ -> failures.unanswered();
            case JsonParseException _ -> failures.unanswered();
            case RuntimeException fault -> fault;
            default -> new IllegalStateException(trouble);
        };
    }

    @Override
    public void close() {
        waiting.shutdownNow();
        try {
            slack.close();
        } catch (Exception trouble) {
            throw new IllegalStateException(trouble);
        }
    }
}
