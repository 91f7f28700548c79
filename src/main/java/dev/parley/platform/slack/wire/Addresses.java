package dev.parley.platform.slack.wire;

import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Addresses that Slack hands out for one purpose each. They are no methods of the Web API, and have none of its limits. */
final class Addresses {
    private final WebApi api;
    private final OkHttpClient client;

    Addresses(WebApi api) {
        this.api = api;
        OkHttpClient.Builder builder =
                api.slack().getHttpClient().getOkHttpClient().newBuilder();
        builder.interceptors().clear();
        this.client = builder.callTimeout(WebApi.AT_MOST).build();
    }

    /** Brings something there. Throws {@link dev.parley.platform.Unreachable} where Slack does not take it, or nobody knows whether it did. */
    void bring(String address, RequestBody body) {
        Request request = new Request.Builder().url(address).post(body).build();
        try (Response response = client.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw api.unanswered();
            }
        } catch (IOException unanswered) {
            throw api.unanswered();
        }
    }
}
