package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer to a request, or, where {@code lost}, none: the connection breaks instead. */
record Answer(int status, String type, Map<String, String> headers, byte[] body, boolean lost) {
    private static final byte[] NOTHING = {};

    static Answer of(int status, JsonNode body) {
        return new Answer(status, "application/json", new LinkedHashMap<>(), Json.bytes(body), false);
    }

    static Answer of(JsonNode body) {
        return of(200, body);
    }

    static Answer done() {
        return new Answer(204, "", new LinkedHashMap<>(), NOTHING, false);
    }

    static Answer bytes(String type, byte[] body) {
        return new Answer(200, type, new LinkedHashMap<>(), body, false);
    }

    static Answer text(int status, String body) {
        return new Answer(status, "text/html", new LinkedHashMap<>(), body.getBytes(), false);
    }

    Answer with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Answer losing() {
        return new Answer(status, type, headers, body, true);
    }
}
