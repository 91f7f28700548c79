package dev.parley.platform.slack.wire;

import com.google.gson.JsonObject;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/**
 * Answers at the address that comes with a command, a shortcut or a press. What one person alone is shown stands in no history, so nothing
 * is ever sent twice: better not said than said again.
 */
public final class Replies {
    /** How often such an address takes an answer. Source: {@code docs.slack.dev/interactivity/handling-user-interaction}. */
    public static final int MOST = 5;

    /** How long it does. */
    public static final Duration LIFE = Duration.ofMinutes(30);

    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private final Addresses addresses;

    /** Answers with the client of a Web API. */
    public Replies(WebApi api) {
        this.addresses = new Addresses(api);
    }

    /** Sends an answer. Throws {@link dev.parley.platform.Unreachable} where Slack does not take it, or nobody knows whether it did. */
    public void send(String address, JsonObject answer) {
        addresses.bring(address, RequestBody.create(answer.toString(), JSON));
    }
}
