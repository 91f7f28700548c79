package dev.parley.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;

/**
 * A YAML text as values, with the place of each.
 *
 * @param root the values
 * @param keys where the key of a value stands, by JSON pointer
 * @param values where a value stands, by JSON pointer; a value that is left out stands where its key does
 */
record Tree(JsonNode root, Map<String, Spot> keys, Map<String, Spot> values) {

    static final Tree EMPTY = new Tree(JsonNodeFactory.instance.objectNode(), Map.of(), Map.of());

    /** The pointer to a member or an item. */
    static String below(String pointer, Object step) {
        return pointer + "/" + step.toString().replace("~", "~0").replace("/", "~1");
    }

    Spot key(String pointer) {
        return keys.getOrDefault(pointer, value(pointer));
    }

    Spot value(String pointer) {
        return values.getOrDefault(pointer, Spot.START);
    }
}
