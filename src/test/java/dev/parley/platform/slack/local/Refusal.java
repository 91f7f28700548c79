package dev.parley.platform.slack.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;

/** What Slack answers to a call that it does not carry out: an error by name, with status 200. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    final String error;
    final transient ObjectNode body;

    Refusal(String error) {
        super(error, null, false, false);
        this.error = error;
        body = Json.object().put("ok", false).put("error", error);
    }

    /** With what is wrong where, such as {@code [ERROR] missing required field: channel}. */
    Refusal saying(String message) {
        body.putObject("response_metadata").putArray("messages").add("[ERROR] " + message);
        return this;
    }

    static Refusal missingScope(String needed, String provided) {
        Refusal refusal = new Refusal("missing_scope");
        refusal.body.put("needed", needed).put("provided", provided);
        return refusal;
    }

    static Refusal arguments(String message) {
        return new Refusal("invalid_arguments").saying(message);
    }
}
