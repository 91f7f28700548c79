package dev.parley.platform.slack.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.slack.api.model.Message;
import java.util.Map;
import java.util.Optional;

/**
 * What a message of ours carries with it, unseen, so that it is known again.
 *
 * @param key names the doing that it belongs to
 * @param part which message of that it is; 0 is the first
 */
public record Keyed(String key, int part) {
    private static final String EVENT = "parley_post";
    private static final String KEY = "key";
    private static final String PART = "part";

    public Message.Metadata metadata() {
        return Message.Metadata.builder()
                .eventType(EVENT)
                .eventPayload(Map.of(KEY, key, PART, part))
                .build();
    }

    /** What a message carries; empty where it is none of a post of ours. */
    public static Optional<Keyed> of(JsonObject message) {
        return Reader.object(message, "metadata")
                .filter(metadata -> Reader.text(metadata, "event_type").equals(EVENT))
                .flatMap(metadata -> Reader.object(metadata, "event_payload"))
                .filter(payload -> !Reader.text(payload, KEY).isEmpty())
                .map(payload -> new Keyed(Reader.text(payload, KEY), number(payload.get(PART))));
    }

    private static int number(JsonElement element) {
        return element instanceof JsonPrimitive figure && figure.isNumber() ? figure.getAsInt() : 0;
    }
}
