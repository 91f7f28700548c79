package dev.parley.platform.slack.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A method of the Web API.
 *
 * @param scope what it takes; empty for nothing, and for what depends on the conversation
 * @param perMinute how often it can be called, by the tier in its reference; 0 where that has limits of its own
 */
record Method(String scope, int perMinute, Handler handler) {
    static final int TIER_1 = 1;
    static final int TIER_2 = 20;
    static final int TIER_3 = 50;
    static final int TIER_4 = 100;
    static final int OWN = 0;

    /** Answers a call, without {@code ok}; what it does not carry out it refuses by throwing a Refusal. */
    interface Handler {
        ObjectNode answer(Call call);
    }

    /** A part of the methods. */
    interface Book {
        void addTo(Map<String, Method> methods);
    }
}
