package dev.parley.platform.slack.wire;

import com.google.gson.JsonObject;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.model.ResponseMetadata;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page of messages, or of what is pinned, as Slack tells them, so that one reader serves history and events. The fields have the names of the JSON. */
public final class Page implements SlackApiTextResponse {
    private boolean ok;
    private @Nullable String warning;
    private @Nullable String error;
    private @Nullable String needed;
    private @Nullable String provided;
    private @Nullable List<JsonObject> messages;
    private @Nullable List<JsonObject> items;
    private @Nullable ResponseMetadata responseMetadata;
    private transient @Nullable Map<String, List<String>> headers;

    /** Its messages, in the order in which Slack tells them. */
    public List<JsonObject> messages() {
        return messages == null ? List.of() : messages;
    }

    /** What is pinned, where that was asked. */
    public List<JsonObject> items() {
        return items == null ? List.of() : items;
    }

    /** What the next page is asked for with; empty after the last. */
    public String next() {
        String cursor = responseMetadata == null ? null : responseMetadata.getNextCursor();
        return cursor == null ? "" : cursor;
    }

    @Override
    public boolean isOk() {
        return ok;
    }

    @Override
    public void setOk(boolean isOk) {
        ok = isOk;
    }

    @Override
    public @Nullable String getWarning() {
        return warning;
    }

    @Override
    public void setWarning(String now) {
        warning = now;
    }

    @Override
    public @Nullable String getError() {
        return error;
    }

    @Override
    public void setError(String now) {
        error = now;
    }

    @Override
    public @Nullable String getNeeded() {
        return needed;
    }

    @Override
    public void setNeeded(String now) {
        needed = now;
    }

    @Override
    public @Nullable String getProvided() {
        return provided;
    }

    @Override
    public void setProvided(String now) {
        provided = now;
    }

    @Override
    public @Nullable Map<String, List<String>> getHttpResponseHeaders() {
        return headers;
    }

    @Override
    public void setHttpResponseHeaders(Map<String, List<String>> now) {
        headers = now;
    }
}
