package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import org.jspecify.annotations.Nullable;

/** What Discord answers to a request that it does not carry out: an HTTP status, a code of its own, and where a form was wrong, where. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    final int status;
    final int code;
    final transient @Nullable ObjectNode errors;

    Refusal(int status, int code, String message) {
        this(status, code, message, null);
    }

    private Refusal(int status, int code, String message, @Nullable ObjectNode errors) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.errors = errors;
    }

    static Refusal unknown(int code, String what) {
        return new Refusal(404, code, "Unknown " + what);
    }

    static Refusal unknownChannel() {
        return unknown(10003, "Channel");
    }

    static Refusal unknownMessage() {
        return unknown(10008, "Message");
    }

    static Refusal missingAccess() {
        return new Refusal(403, 50001, "Missing Access");
    }

    static Refusal missingPermissions() {
        return new Refusal(403, 50013, "Missing Permissions");
    }

    /** A form that is wrong at a path such as {@code embeds.0.title}. */
    static Refusal form(String path, String code, String message) {
        ObjectNode errors = Json.object();
        ObjectNode at = errors;
        for (String part : path.split("\\.")) {
            at = at.putObject(part);
        }
        at.putArray("_errors").addObject().put("code", code).put("message", message);
        return new Refusal(400, 50035, "Invalid Form Body", errors);
    }

    ObjectNode body() {
        ObjectNode body = Json.object().put("message", getMessage()).put("code", code);
        if (errors != null) {
            body.set("errors", errors);
        }
        return body;
    }
}
