package dev.parley.platform.slack.install;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import com.slack.api.util.http.SlackHttpClient;
import dev.parley.platform.Unreachable;
import dev.parley.platform.slack.wire.Tokens;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import okhttp3.OkHttpClient;

/** Asks Slack for what an installation needs: a token for a code, whether a token is good, and that it be none any more. */
public final class Exchange implements AutoCloseable {
    private static final Duration AT_MOST = Duration.ofSeconds(10);

    /** Short enough to be asked before an event is acknowledged. */
    private static final Duration AT_MOST_FOR_A_LOOK = Duration.ofSeconds(2);

    private final Registration registration;
    private final Slack patient;
    private final Slack hasty;

    /** For an app. */
    public Exchange(Registration registration) {
        this.registration = registration;
        this.patient = slack(AT_MOST);
        this.hasty = slack(AT_MOST_FOR_A_LOOK);
    }

    private Slack slack(Duration most) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(registration.api().toString());
        config.setStatsEnabled(false);
        OkHttpClient client = new OkHttpClient.Builder()
                .callTimeout(most)
                .followRedirects(false)
                .retryOnConnectionFailure(false)
                .build();
        return Slack.getInstance(config, new SlackHttpClient(client));
    }

    private interface Asking<R> {
        R on(MethodsClient methods) throws IOException, SlackApiException;
    }

    /** An answer; empty where none came that can be read. */
    private static <R> Optional<R> answer(Slack slack, Asking<R> asking) {
        try {
            return Optional.of(asking.on(slack.methods()));
        } catch (IOException | SlackApiException | JsonParseException away) {
            return Optional.empty();
        }
    }

    /**
     * The token for a code that a browser brought back; empty where Slack does not answer.
     *
     * @param redirect the address that the browser was sent back to
     */
    Optional<OAuthV2AccessResponse> token(String code, String redirect) {
        return answer(
                patient,
                methods -> methods.oauthV2Access(request -> request.clientId(registration.clientId())
                        .clientSecret(registration.clientSecret())
                        .code(code)
                        .redirectUri(redirect)));
    }

    /** Whether a token is still good. Throws {@link Unreachable} where Slack does not say. */
    public boolean isGood(String token) {
        return answer(hasty, methods -> methods.authTest(request -> request.token(token)))
                .flatMap(Exchange::isGood)
                .orElseThrow(() -> new Unreachable("Slack does not say whether a token is good", Duration.ZERO));
    }

    private static Optional<Boolean> isGood(SlackApiTextResponse answer) {
        return answer.isOk() || Tokens.UNKNOWN.contains(String.valueOf(answer.getError()))
                ? Optional.of(answer.isOk())
                : Optional.empty();
    }

    /** Gives a token back that is not wanted; where Slack does not answer it is forgotten all the same. */
    void giveBack(String token) {
        answer(patient, methods -> methods.authRevoke(request -> request.token(token)));
    }

    @Override
    public void close() {
        try {
            patient.close();
            hasty.close();
        } catch (Exception trouble) {
            throw new IllegalStateException(trouble);
        }
    }
}
