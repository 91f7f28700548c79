package dev.parley.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What earlier versions of Parley stored, in the form of this one. */
final class EarlierForms {

    private static final JsonMapper PLAIN = new JsonMapper();

    private EarlierForms() {}

    /** An event as it would be stored now. */
    record Form(String type, String body) {}

    /** An event in the form of today. What has that form already is not looked into. */
    static Form event(String type, String body) {
        return switch (type) {
            case "heard" -> body.contains("\"revised\"") ? new Form(type, body) : heard(body);
            case "unheard" -> body.contains("\"forGood\"") ? unheard(body) : new Form(type, body);
            case "partnership-formed" -> body.contains("\"visits\"") ? new Form(type, body) : formed(body);
            case "notebook-met" -> body.contains("\"start\"") ? new Form(type, body) : met(body);
            default -> new Form(type, body);
        };
    }

    /** Before there were platforms that deliver out of order, a message did not say when it took its form. */
    private static Form heard(String body) {
        ObjectNode heard = read(body);
        heard.set("revised", heard.get("at"));
        return new Form("heard", heard.toString());
    }

    /** Deleted messages and those that were not to be kept were one event once. */
    private static Form unheard(String body) {
        ObjectNode unheard = read(body);
        boolean forGood = unheard.remove("forGood").asBoolean();
        if (forGood) {
            return new Form("unheard", unheard.toString());
        }
        unheard.put("revised", "1970-01-01T00:00:00Z");
        return new Form("hushed", unheard.toString());
    }

    /** Before a cycle said whether it is for visits, only what was made of it did. */
    private static Form formed(String body) {
        ObjectNode formed = read(body);
        formed.withObject("/cycle").put("visits", formed.path("shape").asText().equals("VISIT"));
        return new Form("partnership-formed", formed.toString());
    }

    /** Of a meeting its end counted once. */
    private static Form met(String body) {
        ObjectNode met = read(body);
        met.set("start", met.remove("end"));
        return new Form("notebook-met", met.toString());
    }

    private static ObjectNode read(String body) {
        try {
            return (ObjectNode) PLAIN.readTree(body);
        } catch (JsonProcessingException trouble) {
            throw new StoreTrouble("The database holds an event that cannot be read.", trouble);
        }
    }
}
