package dev.parley.house.broken.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;

final class WritesJson {
    private WritesJson() {}

    static String json(ObjectNode node) {
        return node.toString();
    }
}
