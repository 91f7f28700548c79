package dev.parley.platform.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer to a request, or, where {@code lost}, none: the connection breaks instead. */
public record Answer(int status, String type, Map<String, String> headers, byte[] body, boolean lost) {
    private static final byte[] NOTHING = {};

    public static Answer of(int status, JsonNode body) {
        return new Answer(status, "application/json", new LinkedHashMap<>(), Json.bytes(body), false);
    }

    public static Answer of(JsonNode body) {
        return of(200, body);
    }

    public static Answer done() {
        return new Answer(204, "", new LinkedHashMap<>(), NOTHING, false);
    }

    public static Answer bytes(String type, byte[] body) {
        return new Answer(200, type, new LinkedHashMap<>(), body, false);
    }

    public static Answer text(int status, String body) {
        return new Answer(status, "text/html", new LinkedHashMap<>(), body.getBytes(), false);
    }

    /** What stands in front of a server says when it does not reach it: a page and no JSON. */
    public static Answer badGateway() {
        return text(502, "<html><body>502 Bad Gateway</body></html>");
    }

    public Answer with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Answer losing() {
        return new Answer(status, type, headers, body, true);
    }
}
